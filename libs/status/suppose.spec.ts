import { newId } from '#platform/ids.js';
import { plainDate } from '#platform/plain-date.js';
import type { PledgeStanding, TakenStep } from '#pledges/pledge-standing.js';
import { formatDay } from '#readiness/day.js';
import { PARAMETER_SET_1, parametersOf } from '#readiness/parameters.js';
import { on, SOUND } from '#test/support/sound-facts.js';
import type { PlanFact, RecordedFacts } from './facts.js';
import type { PledgeAtMoment } from './status-of-pledges.js';
import { evaluateOn } from './status-of-pledges.js';
import { suppose } from './suppose.js';
import type { SuppositionInput } from './suppose.input.js';

const ASKED = plainDate('2025-10-13');
const NOW = new Date('2025-10-13T12:00:00Z');

const FACTS: RecordedFacts = { ...SOUND, rdl: null, unagreedVerification: null, plans: [], records: {} };

const steps = (...taken: readonly (readonly [TakenStep['state'], string])[]): TakenStep[] =>
  taken.map(([state, occurredOn]) => ({
    id: newId(NOW),
    state,
    occurredOn: plainDate(occurredOn),
    mission: null,
  }));

const STANDING: PledgeStanding = {
  id: newId(NOW),
  memberState: 'RWA',
  reference: 'RWA-1',
  unitType: 'FORMED_POLICE_UNIT',
  component: 'POLICE',
  medical: false,
  rdlEligible: true,
  version: 1,
  steps: steps(['DRAFT', '2024-12-01'], ['SUBMITTED', '2024-12-02'], ['REGISTERED', '2025-01-01']),
};

/** The facts of a pledge once something is supposed. */
function supposing(
  facts: Partial<RecordedFacts>,
  suppositions: readonly SuppositionInput[],
  standing: Partial<PledgeStanding> = {},
): RecordedFacts {
  const known = { ...FACTS, ...facts };
  const set = { number: 1, effectiveOn: plainDate('1990-01-01'), parameters: parametersOf(PARAMETER_SET_1) };
  const { id, memberState, reference, unitType, version } = STANDING;
  const pledge: PledgeAtMoment = {
    ...{ id, memberState, reference, unitType, version, recordedAt: NOW, description: null, facts: known },
    ...{ moment: { asOf: ASKED, knownOn: NOW }, ...evaluateOn(known, ASKED, [set]) },
  };
  return suppose(pledge, { ...STANDING, ...standing }, suppositions);
}

describe('an agreement that is supposed', () => {
  const agreement = (
    from: string,
    until: string,
    anotherFrom: string | null = null,
  ): Partial<RecordedFacts> => ({
    rdl: {
      ...{ agreementFrom: on(from), agreementUntil: on(until), commitmentDays: 60, verification: null },
      anotherFrom: anotherFrom === null ? null : on(anotherFrom),
    },
  });
  const signed = (fromOn: string, untilOn: string): SuppositionInput => ({
    rdlAgreed: { fromOn: plainDate(fromOn), untilOn: plainDate(untilOn), commitmentDays: 30 },
  });
  const chosen = (facts: Partial<RecordedFacts>, ...supposed: SuppositionInput[]) => {
    const { rdl } = supposing(facts, supposed);
    return [rdl && formatDay(rdl.agreementFrom), rdl?.anotherFrom ? formatDay(rdl.anotherFrom) : null];
  };

  it.each([
    ['is the only one', {}, '2025-10-01', ['2025-10-01', null]],
    [
      'is in force after one that ended',
      agreement('2024-01-01', '2024-12-31'),
      '2025-10-01',
      ['2025-10-01', null],
    ],
    [
      'is in force before one to come',
      agreement('2026-12-31', '2027-12-31'),
      '2025-10-01',
      ['2025-10-01', '2026-12-31'],
    ],
    [
      'is to come after one in force',
      agreement('2025-01-01', '2025-12-31'),
      '2026-01-01',
      ['2025-01-01', '2026-01-01'],
    ],
    [
      'is to come before another to come',
      agreement('2025-01-01', '2025-12-31', '2027-06-01'),
      '2026-01-01',
      ['2025-01-01', '2026-01-01'],
    ],
    [
      'is to come after the next to come',
      agreement('2025-11-01', '2025-12-31', '2027-06-01'),
      '2026-01-01',
      ['2025-11-01', '2026-01-01'],
    ],
    [
      'is the next to come',
      agreement('2027-01-01', '2027-12-31'),
      '2026-01-01',
      ['2026-01-01', '2027-01-01'],
    ],
  ])('%s', (_what, facts, fromOn, expected) => {
    expect(chosen(facts, signed(fromOn, '2026-12-30'))).toEqual(expected);
  });

  it('ended earlier than one that ended, or later', () => {
    const ended = agreement('2024-01-01', '2024-12-31');
    expect(chosen(ended, signed('2023-01-01', '2023-12-31'))).toEqual(['2024-01-01', null]);
    expect(chosen(ended, signed('2025-01-01', '2025-01-31'))).toEqual(['2025-01-01', null]);
  });

  it('finds what was verified without one', () => {
    const unagreedVerification = { date: on('2025-06-01'), outcome: 'PASS' } as const;
    const { rdl } = supposing({ unagreedVerification }, [signed('2025-10-01', '2026-09-30')]);
    expect(rdl?.verification).toEqual(unagreedVerification);
  });

  it.each([
    ['2025-06-01', '2026-06-01'],
    ['2026-01-01', '2027-06-01'],
  ])('does not overlap what is on record: %s to %s', (fromOn, untilOn) => {
    const facts = agreement('2025-01-01', '2025-12-31', '2027-06-01');
    expect(() => supposing(facts, [signed(fromOn, untilOn)])).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'OVERLAPS', field: 'suppositions.0.rdlAgreed.fromOn' }),
      }),
    );
  });
});

describe('a plan that is supposed', () => {
  const plan = (dueOn: string, more: Partial<PlanFact> = {}): PlanFact => ({
    ...{ state: 'OPEN', dueOn: on(dueOn), ofLatest: false },
    ...more,
  });
  const lastEvaluation = { date: on('2025-05-01'), verdict: 'UNSATISFACTORY' } as const;
  const own = plan('2026-01-01', { ofLatest: true });
  const earlier = [plan('2025-11-01'), plan('2025-12-01')];
  const counts = (plans: PlanFact[], ...supposed: SuppositionInput[]) => {
    const { improvementPlan } = supposing(
      { lastEvaluation, plans, improvementPlan: plans[0] ?? null },
      supposed,
      { steps: steps(['DRAFT', '2024-12-01'], ['REGISTERED', '2025-01-01'], ['DEPLOYED', '2025-02-01']) },
    );
    return improvementPlan && [improvementPlan.state, formatDay(improvementPlan.dueOn)];
  };

  it('of the latest evaluation counts before all others, closed too', () => {
    expect(counts(earlier, { planOpened: { dueOn: plainDate('2026-06-01') } })).toEqual([
      'OPEN',
      '2026-06-01',
    ]);
    expect(counts([own, ...earlier], { planClosed: { outcome: 'ACHIEVED' } })).toEqual([
      'CLOSED_ACHIEVED',
      '2026-01-01',
    ]);
  });

  it('of an earlier evaluation makes room for the next when it is closed, or put off', () => {
    expect(counts(earlier, { planClosed: { outcome: 'NOT_ACHIEVED' } })).toEqual(['OPEN', '2025-12-01']);
    expect(counts(earlier, { planExtended: { dueOn: plainDate('2026-02-01') } })).toEqual([
      'OPEN',
      '2025-12-01',
    ]);
  });

  it('is one of several once an evaluation without a plan follows', () => {
    const evaluated = { evaluated: { verdict: 'SATISFACTORY' } } as const;
    expect(counts([own, ...earlier], evaluated)).toEqual(['OPEN', '2025-11-01']);
    expect(counts([{ ...own, state: 'CLOSED_ACHIEVED' }], evaluated)).toBeNull();
    // Of the same day, the worse verdict stays the latest.
    const same = {
      evaluated: { verdict: 'NEEDS_IMPROVEMENT', evaluatedOn: plainDate('2025-05-01') },
    } as const;
    expect(counts([own, ...earlier], same)).toEqual(['OPEN', '2026-01-01']);
  });
});

describe('a deployment that is over', () => {
  const standing = {
    steps: steps(
      ['DRAFT', '2024-01-01'],
      ['SELECTED', '2024-02-01'],
      ['RETURNED', '2025-08-01'],
      ['SELECTED', '2025-09-01'],
    ),
  };
  const facts = { lifecycle: 'SELECTED' } as const;
  const received = (receivedOn: string) =>
    supposing(facts, [{ unitCertificateReceived: { receivedOn: plainDate(receivedOn) } }], standing)
      .unitCertificateOn;

  it('takes its certificate with it', () => {
    expect(received('2025-07-31')).toBeNull();
    expect(received('2025-09-01')).toBe(on('2025-09-01'));
  });

  it('takes its plan with it', () => {
    const known = { lifecycle: 'DEPLOYED', plannedDeploymentOn: on('2025-01-01') } as const;
    const suppositions = [
      { stepTaken: { to: 'RETURNED' } },
      { deploymentPlanned: { deploymentOn: ASKED } },
    ] as const;
    expect(supposing(known, suppositions).plannedDeploymentOn).toBeNull();
  });
});
