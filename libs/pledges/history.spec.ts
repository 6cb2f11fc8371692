import type { Id } from '#platform/ids.js';
import { plainDate } from '#platform/plain-date.js';
import type { LifecycleState } from '#reference/codes.js';
import { groundless, putInto, type DatedState, type RestingRecord } from './history.js';

type Step = readonly [state: LifecycleState, day: string];

const LIFE: readonly Step[] = [
  ['DRAFT', '2024-01-01'],
  ['SUBMITTED', '2024-01-01'],
  ['REGISTERED', '2024-02-01'],
  ['SELECTED', '2024-03-01'],
  ['REGISTERED', '2024-04-01'],
];

const steps = (life: readonly Step[]) =>
  life.map(([state, day]) => ({ id: `${state} ${day}` as Id, state, occurredOn: plainDate(day) }));

const record = (
  kind: RestingRecord['kind'],
  day: string,
  inspection: RestingRecord['inspection'] = null,
): RestingRecord => ({ kind, id: day as Id, day: plainDate(day), inspection });
const CONFIRMED = record('CONFIRMATION', '2024-03-01');

const without = (place: number) => LIFE.filter((_step, index) => index !== place);
const names = (life: readonly Step[], records: readonly RestingRecord[]) =>
  groundless(steps(life), records).map(({ kind, id }) => `${kind} ${id}`);

describe('what has lost its ground in a history', () => {
  it('is nothing in a sound one, to the day', () => {
    expect(names(LIFE, [CONFIRMED, record('LEVEL_DECISION', '2024-02-01')])).toEqual([]);
    expect(names([], [])).toEqual([]);
  });

  it('is a step that the table does not allow after the one before', () => {
    expect(names(without(0), [CONFIRMED])).toEqual(['LIFECYCLE_STEP SUBMITTED 2024-01-01']);
    expect(names(without(1), [CONFIRMED])).toEqual(['LIFECYCLE_STEP REGISTERED 2024-02-01']);
    expect(names(without(3), [CONFIRMED])).toEqual(['LIFECYCLE_STEP REGISTERED 2024-04-01']);
    expect(names(LIFE.slice(0, 4), [])).toEqual([]);
  });

  it('is a step before the one that it follows', () => {
    const late = LIFE.map(([state, day], index): Step => [state, index === 2 ? '2024-03-02' : day]);
    expect(names(late, [record('CONFIRMATION', '2024-03-05')])).toEqual([
      'LIFECYCLE_STEP SELECTED 2024-03-01',
    ]);
  });

  it('is a return to the pool that nobody confirmed since', () => {
    const back = ['LIFECYCLE_STEP REGISTERED 2024-04-01'];
    expect(names(LIFE, [])).toEqual(back);
    expect(names(LIFE, [record('CONFIRMATION', '2024-02-29')])).toEqual(back);
    expect(names(LIFE, [record('LEVEL_DECISION', '2024-03-01')])).toEqual(back);
  });

  it('is a confirmation or a decision before the registration, or without one', () => {
    expect(names(LIFE, [CONFIRMED, record('LEVEL_DECISION', '2024-01-31')])).toEqual([
      'LEVEL_DECISION 2024-01-31',
    ]);
    expect(names(LIFE.slice(0, 2), [CONFIRMED])).toEqual(['CONFIRMATION 2024-03-01']);
  });

  it('is what was counted, offered or reviewed before the first step', () => {
    for (const kind of ['MEASUREMENT', 'REQUIREMENT_ALIGNMENT', 'REQUIREMENT_REVIEW'] as const) {
      expect(names(LIFE, [CONFIRMED, record(kind, '2024-01-01')])).toEqual([]);
      expect(names(LIFE, [CONFIRMED, record(kind, '2023-12-31')])).toEqual([`${kind} 2023-12-31`]);
    }
  });

  it('is an inspection of a unit that was not in the mission on its last day', () => {
    const life: readonly Step[] = [
      ...LIFE.slice(0, 4),
      ...(['MOU_NEGOTIATION', 'PDV', 'CLEARED'] as const).map((state): Step => [state, '2024-04-01']),
      ['DEPLOYED', '2024-05-01'],
      ['RETURNED', '2025-05-01'],
    ];
    const inspected = (kind: 'COE_ARRIVAL' | 'COE_REPATRIATION', day: string) =>
      names(life, [record('VISIT_HOLDING', day, kind)]);
    expect(inspected('COE_ARRIVAL', '2024-05-01')).toEqual([]);
    expect(inspected('COE_ARRIVAL', '2024-04-30')).toEqual(['VISIT_HOLDING 2024-04-30']);
    expect(inspected('COE_ARRIVAL', '2025-05-01')).toEqual(['VISIT_HOLDING 2025-05-01']);
    expect(inspected('COE_REPATRIATION', '2025-05-01')).toEqual([]);
    expect(inspected('COE_REPATRIATION', '2024-04-30')).toEqual(['VISIT_HOLDING 2024-04-30']);
  });
});

describe('steps put into a history', () => {
  const DAY = plainDate('2024-03-01');
  const onDay = (...states: LifecycleState[]): DatedState[] =>
    states.map((state) => ({ state, occurredOn: DAY }));
  const order = (kept: readonly DatedState[], added: readonly DatedState[]) =>
    putInto(kept, added).map(({ state }) => state);

  it('stand on their days', () => {
    const kept = steps(LIFE.filter(([state]) => state !== 'SELECTED').slice(0, 3));
    const [selected] = steps([['SELECTED', '2024-03-01']]);
    expect(order([...kept, ...steps([['MOU_NEGOTIATION', '2024-05-01']])], [selected as DatedState])).toEqual(
      [...['DRAFT', 'SUBMITTED', 'REGISTERED', 'SELECTED', 'MOU_NEGOTIATION']],
    );
  });

  it('stand among those of their day where the table lets them', () => {
    expect(order(onDay('DRAFT', 'REGISTERED', 'WITHDRAWN'), onDay('SUBMITTED'))).toEqual([
      ...['DRAFT', 'SUBMITTED', 'REGISTERED', 'WITHDRAWN'],
    ]);
    expect(order(onDay('SUBMITTED', 'DRAFT'), onDay('DRAFT', 'SUBMITTED'))).toEqual([
      ...['DRAFT', 'SUBMITTED', 'DRAFT', 'SUBMITTED'],
    ]);
  });

  it('come last on their day where it lets them nowhere', () => {
    expect(order(onDay('DRAFT', 'SUBMITTED'), onDay('DEPLOYED'))).toEqual(['DRAFT', 'SUBMITTED', 'DEPLOYED']);
  });

  it('come last where it lets them stand at several places', () => {
    const kept = onDay('DRAFT', 'SUBMITTED', 'DRAFT', 'SUBMITTED', 'DRAFT');
    expect(order(kept, onDay('REJECTED'))).toEqual([
      ...['DRAFT', 'SUBMITTED', 'DRAFT', 'SUBMITTED', 'REJECTED', 'DRAFT'],
    ]);
  });
});
