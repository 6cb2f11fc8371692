import { on, PARAMETERS, reasonsOf, SOUND } from '#test/support/sound-facts.js';
import { formatDay } from './day.js';
import type { Facts } from './facts.js';
import { owedFor } from './owed.js';

const owed = (change: Partial<Facts>, asOf = '2025-10-13') =>
  owedFor({ ...SOUND, ...change }, on(asOf), PARAMETERS).map(
    ({ kind, dueOn, since }) => `${kind} ${since === null ? '–' : formatDay(since)} ${formatDay(dueOn)}`,
  );

describe('what is owed', () => {
  it('is a confirmation while a pledge is in the pool, due on the day after which the reason speaks', () => {
    expect(owed({})).toEqual(['CONFIRMATION 2025-01-01 2026-01-01']);
    expect(owed({ confirmedOn: on('2025-08-31') })).toEqual(['CONFIRMATION 2025-08-31 2026-02-28']);
    expect(reasonsOf({ confirmedOn: on('2025-08-31') }, '2026-02-28')).toEqual([]);
    expect(reasonsOf({ confirmedOn: on('2025-08-31') }, '2026-03-01')).toHaveLength(1);
    // Past grace, too.
    expect(owed({}, '2027-01-01')).toEqual(['CONFIRMATION 2025-01-01 2026-01-01']);
    expect(owed({ lifecycle: 'DEPLOYED' })).toEqual([]);
  });

  it('is a unit certificate before a planned deployment, until it is given', () => {
    const planned = { lifecycle: 'PDV', plannedDeploymentOn: on('2026-03-31') } as const;
    expect(owed(planned)).toEqual(['UNIT_CERTIFICATE – 2026-02-28']);
    expect(reasonsOf(planned)).toEqual(['INFO CERTIFICATION_DUE due=2026-02-28']);
    expect(owed({ ...planned, unitCertificateOn: on('2025-10-14') })).toHaveLength(1);
    expect(owed({ ...planned, unitCertificateOn: on('2025-10-13') })).toEqual([]);
    expect(owed({ ...planned, lifecycle: 'DEPLOYED' })).toEqual([]);
  });

  it('is each document that ends, by the copy that ends last, of those that the level asks for', () => {
    const documents = [
      { type: 'NOTE_VERBALE', receivedOn: on('2025-01-01'), validUntil: on('2025-09-30') },
      { type: 'NOTE_VERBALE', receivedOn: on('2025-06-01'), validUntil: on('2026-06-01') },
      { type: 'NOTE_VERBALE', receivedOn: on('2025-10-14'), validUntil: on('2027-01-01') },
      { type: 'TABLE_OF_ORGANIZATION', receivedOn: on('2025-01-01'), validUntil: null },
      { type: 'LOAD_LIST', receivedOn: on('2025-02-01'), validUntil: on('2025-10-01') },
    ] as const;
    const held = { lifecycle: 'DEPLOYED', documents } as const;
    expect(owed({ ...held, registeredLevel: 'LEVEL_2' })).toEqual(['DOCUMENT 2025-06-01 2026-06-01']);
    expect(owed({ ...held, registeredLevel: 'LEVEL_3' })).toEqual([
      'DOCUMENT 2025-06-01 2026-06-01',
      'DOCUMENT 2025-02-01 2025-10-01',
    ]);
  });

  it.each(['DRAFT', 'SUBMITTED', 'REJECTED', 'RETURNED', 'WITHDRAWN'] as const)(
    'is nothing while a pledge is %s',
    (lifecycle) => {
      expect(owed({ lifecycle })).toEqual([]);
    },
  );
});
