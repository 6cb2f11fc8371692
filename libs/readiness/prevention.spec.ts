import { evaluated, on, PARAMETERS, SOUND } from '#test/support/sound-facts.js';
import { addDays, formatDay } from './day.js';
import { LEVEL_1_DOCUMENTS, type Facts } from './facts.js';
import { PREVENTIONS, preventionsOf, type PreventionCode } from './prevention.js';
import { sameReasons } from './reasons.js';

/** A pledge to which something comes, and the same with that done in time. */
interface Case {
  readonly facts: Partial<Facts>;
  readonly prevented: Partial<Facts>;
  /** The day on which it comes. */
  readonly day: string;
  readonly params?: Record<string, string>;
}

const papers = (validUntil: string | null) =>
  SOUND.documents.map((document) =>
    document.type === 'LOAD_LIST'
      ? { ...document, validUntil: validUntil === null ? null : on(validUntil) }
      : document,
  );
const finding = { id: 'F-1', dueOn: on('2025-10-31'), closedOn: null };
const visit = {
  ...SOUND.aav,
  date: on('2025-01-15'),
  outcome: 'SATISFACTORY',
  openRecommendations: 0,
} as const;
const agreement = { agreementFrom: on('2025-01-01'), agreementUntil: on('2025-10-31'), commitmentDays: 60 };
const verified = (date: string) => ({ date: on(date), outcome: 'PASS' }) as const;
const caveat = { id: 'C-1', kind: 'UNDECLARED', resolveBy: on('2025-10-31'), resolvedOn: null } as const;
const plan = { state: 'OPEN', dueOn: on('2025-10-31') } as const;
const planned = { lifecycle: 'PDV', plannedDeploymentOn: on('2026-03-31') } as const;

const CASES: Readonly<Record<Exclude<PreventionCode, 'RAISE_MEASUREMENT'>, Case>> = {
  RECEIVE_DOCUMENT: {
    // Registered no higher than level 2, so that no reason speaks of it: the level falls alone.
    facts: { registeredLevel: 'LEVEL_2', documents: papers('2025-10-31') },
    prevented: { registeredLevel: 'LEVEL_2', documents: papers(null) },
    day: '2025-11-01',
    params: { doc: 'LOAD_LIST' },
  },
  CONFIRM_PLEDGE: { facts: {}, prevented: { confirmedOn: on('2025-12-31') }, day: '2026-01-02' },
  HOLD_AAV: {
    facts: { confirmedOn: on('2026-12-01'), aav: { ...visit, criticalFindings: [] } },
    prevented: {
      confirmedOn: on('2026-12-01'),
      aav: { ...visit, date: on('2027-01-10'), criticalFindings: [] },
    },
    day: '2027-01-16',
  },
  CLOSE_FINDING: {
    facts: { aav: { ...visit, criticalFindings: [finding] } },
    prevented: { aav: { ...visit, criticalFindings: [{ ...finding, closedOn: on('2025-10-31') }] } },
    day: '2025-11-01',
    params: { finding: 'F-1' },
  },
  AGREE_RDL: {
    facts: { rdl: { ...agreement, verification: verified('2025-06-01') } },
    prevented: {
      rdl: { ...agreement, agreementUntil: on('2026-10-31'), verification: verified('2025-06-01') },
    },
    day: '2025-11-01',
  },
  VERIFY_RDL: {
    facts: { confirmedOn: on('2026-03-01') },
    prevented: {
      confirmedOn: on('2026-03-01'),
      rdl: { ...agreement, agreementUntil: on('2030-12-31'), verification: verified('2026-05-01') },
    },
    day: '2026-06-02',
  },
  SETTLE_CAVEAT: {
    facts: { caveats: [caveat] },
    prevented: { caveats: [{ ...caveat, resolvedOn: on('2025-10-31') }] },
    day: '2025-11-01',
    params: { caveat: 'C-1' },
  },
  LIFT_BAR: {
    facts: { bars: [{ decision: 'D-1', from: on('2025-11-01'), until: null }] },
    prevented: { bars: [] },
    day: '2025-11-01',
    params: { decision: 'D-1' },
  },
  CLOSE_PLAN: {
    facts: { improvementPlan: plan },
    prevented: { improvementPlan: { ...plan, state: 'CLOSED_ACHIEVED' } },
    day: '2025-11-01',
  },
  RECEIVE_UNIT_CERTIFICATE: {
    facts: planned,
    prevented: { ...planned, unitCertificateOn: on('2026-02-28') },
    day: '2026-03-01',
  },
};

const preventions = (change: Partial<Facts>, day: string) => {
  const eve = formatDay(addDays(on(day), -1));
  const before = evaluated(change, eve);
  const come = evaluated(change, day).reasons.filter(
    (reason) => !before.reasons.some((earlier) => sameReasons([earlier], [reason])),
  );
  const held = { facts: { ...SOUND, ...change }, reached: before.level };
  return preventionsOf(held, come, on(day), PARAMETERS);
};

describe('what would prevent a change', () => {
  it.each(Object.entries(CASES))('%s is told, and prevents it', (code, { facts, prevented, day, params }) => {
    const eve = formatDay(addDays(on(day), -1));
    expect(evaluated(facts, eve).nextChangeOn).toBe(on(day));
    expect(preventions(facts, day)).toEqual([{ code, params: params ?? {} }]);
    const { level, reasons } = evaluated(prevented, day);
    expect(level).toBe(evaluated(facts, eve).level);
    const come = evaluated(facts, day);
    const codes = reasons.map((reason) => reason.code);
    expect([level, codes]).not.toEqual([come.level, come.reasons.map((reason) => reason.code)]);
  });

  it('tells of measurements under other rules, where the dimension is known by the reason or is serviceability', () => {
    const short = { ...SOUND.measurements, serviceability: { required: 100, available: 85 } };
    const facts = { ...SOUND, measurements: short };
    const reasons = evaluated({ measurements: short }).reasons;
    expect(preventionsOf({ facts, reached: 'RDL' }, reasons, on('2025-10-13'), PARAMETERS)).toEqual([
      { code: 'RAISE_MEASUREMENT', params: { dimension: 'serviceability' } },
    ]);
  });

  it('is nothing where nothing comes', () => {
    expect(preventions({ caveats: [{ ...caveat, resolvedOn: on('2025-10-20') }] }, '2025-10-20')).toEqual([]);
    expect(Object.keys(PREVENTIONS).sort()).toEqual([...Object.keys(CASES), 'RAISE_MEASUREMENT'].sort());
  });

  it('is one thing once, though gate and reason ask for it', () => {
    const documents = SOUND.documents.map((document) =>
      LEVEL_1_DOCUMENTS.some((type) => type === document.type)
        ? { ...document, validUntil: on('2025-10-31') }
        : document,
    );
    expect(preventions({ documents }, '2025-11-01')).toEqual(
      LEVEL_1_DOCUMENTS.map((doc) => ({ code: 'RECEIVE_DOCUMENT', params: { doc } })).sort((one, other) =>
        one.params.doc < other.params.doc ? -1 : 1,
      ),
    );
  });
});
