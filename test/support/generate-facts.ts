import fc from 'fast-check';
import { addDays, addMonths, type Day } from '#readiness/day.js';
import {
  AAV_OUTCOMES,
  ASSESSMENT_KINDS,
  ASSESSMENT_OUTCOMES,
  DOCUMENT_TYPES,
  LEVELS,
  LIFECYCLE_STATES,
  PLAN_STATES,
  SCREENING_STATES,
  VERDICTS,
  VERIFICATION_OUTCOMES,
  type AavFact,
  type AssessmentFact,
  type BarFact,
  type CaveatFact,
  type CriticalLine,
  type DocumentFact,
  type Facts,
  type HospitalDeficiency,
  type Measurement,
  type RdlFact,
} from '#readiness/facts.js';
import { on, SOUND, SOUND_ON } from './sound-facts.js';
import { withDays } from './written-facts.js';

/** The facts of one pledge and the day they are asked for. */
export interface GeneratedCase {
  readonly asOf: Day;
  readonly facts: Facts;
}

/** Days that try the ends of months and the leap day, among ordinary ones. */
const AS_OF_DAYS = [
  '2024-02-29',
  '2024-12-31',
  '2025-02-28',
  '2025-07-01',
  '2025-08-31',
  '2025-10-13',
  '2026-03-31',
];

/** Months the rules count, so that days fall on their boundaries. */
const MONTHS = [1, 6, 12, 24, 36];
const NEARBY = [-1, 0, 1];

/** A day up to and including `asOf`: close by, some boundary ago, or any of four years. */
function pastDay(asOf: Day): fc.Arbitrary<Day> {
  return fc
    .oneof(
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }).map((days) => addDays(asOf, -days)) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 1500 }).map((days) => addDays(asOf, -days)) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...MONTHS), fc.constantFrom(...NEARBY), fc.constantFrom(0, -30))
          .map(([months, near, grace]) => addDays(addMonths(asOf, -months), near + grace)),
      },
    )
    .map((day) => (day > asOf ? asOf : day));
}

/** A day that may lie ahead of `asOf`, often close to it on either side. */
function anyDay(asOf: Day): fc.Arbitrary<Day> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...NEARBY).map((days) => addDays(asOf, days)) },
    { weight: 2, arbitrary: fc.integer({ min: -400, max: 400 }).map((days) => addDays(asOf, days)) },
  );
}

/** Null in one case of `freq`. */
const orNull = <Value>(value: fc.Arbitrary<Value>, freq = 2): fc.Arbitrary<Value | null> =>
  fc.option(value, { freq, nil: null });

/** Up to `max` things, each with a reference of its own: `C-1`, `C-2`, … */
function referred<Value>(
  prefix: string,
  max: number,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<(Value & { id: string })[]> {
  return fc
    .array(value, { maxLength: max, size: 'max' })
    .map((values) => values.map((each, index) => ({ id: `${prefix}-${index + 1}`, ...each })));
}

function documents(asOf: Day): fc.Arbitrary<DocumentFact[]> {
  const copy = (type: DocumentFact['type']): fc.Arbitrary<DocumentFact> =>
    fc
      .tuple(
        fc.oneof({ weight: 5, arbitrary: pastDay(asOf) }, { weight: 1, arbitrary: anyDay(asOf) }),
        orNull(anyDay(asOf)),
      )
      .map(([receivedOn, validUntil]) => ({
        type,
        receivedOn,
        validUntil: validUntil !== null && validUntil < receivedOn ? receivedOn : validUntil,
      }));
  // Most pledges hold most documents: where each is missing by chance alone, hardly any gets past level 1.
  const copies = (type: DocumentFact['type'], tidy: boolean): fc.Arbitrary<DocumentFact[]> => {
    const lasting = pastDay(asOf).map((receivedOn) => [{ type, receivedOn, validUntil: null }]);
    const any = fc.array(copy(type), { maxLength: 3, size: 'max' });
    return fc.oneof({ weight: tidy ? 30 : 2, arbitrary: lasting }, { weight: 1, arbitrary: any });
  };
  return fc
    .boolean()
    .chain((tidy) => fc.tuple(...DOCUMENT_TYPES.map((type) => copies(type, tidy))))
    .map((lists) => lists.flat());
}

function aav(asOf: Day): fc.Arbitrary<AavFact> {
  const outcome = fc.oneof(
    { weight: 3, arbitrary: fc.constant(AAV_OUTCOMES[0]) },
    { weight: 2, arbitrary: fc.constant(AAV_OUTCOMES[1]) },
    { weight: 1, arbitrary: fc.constant(AAV_OUTCOMES[2]) },
  );
  const finding = fc.record({ dueOn: anyDay(asOf), closedOn: orNull(anyDay(asOf)) });
  return fc.record({
    date: pastDay(asOf),
    outcome,
    openRecommendations: fc.constantFrom(0, 0, 1, 3),
    criticalFindings: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: referred('F', 2, finding) },
    ),
  });
}

/** Counts within what a registry takes, often at the edge of a band. */
function measurement(): fc.Arbitrary<Measurement> {
  const share = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 90, max: 105 }) },
    { weight: 1, arbitrary: fc.integer({ min: 55, max: 100 }) },
    { weight: 1, arbitrary: fc.constantFrom(60, 65, 70, 75, 80, 90, 100) },
  );
  return fc
    .tuple(fc.constantFrom(0, 1, 7, 100, 160, 850, 1000), share, fc.constantFrom(0, 0, -1))
    .map(([required, percent, near]) => ({
      required,
      available: Math.max(0, Math.floor((required * percent) / 100) + near),
    }));
}

function criticalLines(): fc.Arbitrary<CriticalLine[]> {
  const line = fc.record({
    required: fc.integer({ min: 0, max: 8 }),
    missing: fc.constantFrom(0, 0, 0, 1, 2),
  });
  return fc.array(line, { maxLength: 3, size: 'max' }).map((lines) =>
    lines.map(({ required, missing }, index) => ({
      item: `LINE_${index + 1}`,
      required,
      available: Math.max(0, required - missing),
    })),
  );
}

/** A first day and a last that is not before it. */
function interval(asOf: Day): fc.Arbitrary<{ from: Day; until: Day }> {
  return fc
    .tuple(anyDay(asOf), fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 900 })))
    .map(([from, days]) => ({ from, until: addDays(from, days) }));
}

function rdl(asOf: Day): fc.Arbitrary<RdlFact> {
  const verification = fc.record({
    date: pastDay(asOf),
    outcome: fc.constantFrom(...VERIFICATION_OUTCOMES, 'PASS'),
  });
  return fc
    .tuple(interval(asOf), fc.constantFrom(30, 60, 60, 61, 90), orNull(verification, 4))
    .map(([{ from, until }, commitmentDays, verified]) => ({
      agreementFrom: from,
      agreementUntil: until,
      commitmentDays,
      verification: verified,
    }));
}

function measurements(): fc.Arbitrary<Facts['measurements']> {
  return fc.record({
    personnel: orNull(measurement(), 15),
    equipmentOnHand: orNull(measurement(), 15),
    serviceability: orNull(measurement(), 8),
    selfSustainment: orNull(measurement(), 15),
  });
}

function deficiencies(asOf: Day): fc.Arbitrary<HospitalDeficiency[]> {
  return mostlyNone(referred('H', 2, fc.record({ closedOn: orNull(anyDay(asOf)) })));
}

function caveats(asOf: Day): fc.Arbitrary<CaveatFact[]> {
  const settled = orNull(anyDay(asOf));
  const declared = settled.map((resolvedOn) => ({ kind: 'DECLARED' as const, resolveBy: null, resolvedOn }));
  const undeclared = fc.record({
    kind: fc.constant('UNDECLARED' as const),
    resolveBy: anyDay(asOf),
    resolvedOn: settled,
  });
  return mostlyNone(referred('C', 2, fc.oneof(declared, undeclared)));
}

/** Nothing in two cases of three, so that good pledges are among the generated. */
function mostlyNone<Value>(list: fc.Arbitrary<Value[]>): fc.Arbitrary<Value[]> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant<Value[]>([]) }, { weight: 1, arbitrary: list });
}

/** Bars, a pledge's own (`D`) or a Member State's (`S`). */
export function generateBars(asOf: Day, prefix: 'D' | 'S'): fc.Arbitrary<BarFact[]> {
  const bar = fc
    .tuple(interval(asOf), fc.boolean())
    .map(([{ from, until }, ends]) => ({ from, until: ends ? until : null }));
  return mostlyNone(
    referred(prefix, 2, bar).map((bars) => bars.map(({ id, ...days }) => ({ decision: id, ...days }))),
  );
}

function performance(asOf: Day): fc.Arbitrary<Pick<Facts, 'lastEvaluation' | 'improvementPlan'>> {
  const evaluation = fc.record({ date: pastDay(asOf), verdict: fc.constantFrom(...VERDICTS) });
  const plan = fc.record({ state: fc.constantFrom(...PLAN_STATES, 'OPEN'), dueOn: anyDay(asOf) });
  return fc.tuple(orNull(evaluation, 6), orNull(plan, 3)).map(([lastEvaluation, improvementPlan]) => ({
    lastEvaluation,
    // A plan is the plan of an evaluation.
    improvementPlan: lastEvaluation === null ? null : improvementPlan,
  }));
}

function assessments(asOf: Day): fc.Arbitrary<AssessmentFact[]> {
  const assessment = fc
    .record({
      kind: fc.constantFrom(...ASSESSMENT_KINDS),
      date: pastDay(asOf),
      outcome: fc.constantFrom(...ASSESSMENT_OUTCOMES, 'PASS'),
      openConditions: fc.constantFrom(0, 1, 4),
    })
    .map((each) => (each.outcome === 'PASS_WITH_CONDITIONS' ? each : { ...each, openConditions: 0 }));
  return mostlyNone(fc.uniqueArray(assessment, { maxLength: 3, selector: ({ kind }) => kind, size: 'max' }));
}

/** A registration, and a confirmation on or after it. */
function registration(asOf: Day): fc.Arbitrary<Pick<Facts, 'registeredOn' | 'confirmedOn'>> {
  return fc.tuple(pastDay(asOf), orNull(pastDay(asOf))).map(([registeredOn, confirmedOn]) => ({
    registeredOn,
    confirmedOn: confirmedOn !== null && confirmedOn < registeredOn ? null : confirmedOn,
  }));
}

const LIFECYCLES = fc.oneof(
  { weight: 4, arbitrary: fc.constant('REGISTERED' as const) },
  { weight: 4, arbitrary: fc.constantFrom('SELECTED', 'MOU_NEGOTIATION', 'PDV', 'CLEARED', 'DEPLOYED') },
  { weight: 1, arbitrary: fc.constantFrom(...LIFECYCLE_STATES) },
);

/** The facts of one pledge as of a day, in the parts that hang together. */
function parts(asOf: Day) {
  return fc.record({
    lifecycle: LIFECYCLES.map((lifecycle) => ({ lifecycle })),
    registration: registration(asOf),
    registeredLevel: fc.constantFrom(...LEVELS).map((registeredLevel) => ({ registeredLevel })),
    documents: documents(asOf).map((list) => ({ documents: list })),
    aav: orNull(aav(asOf), 9).map((visit) => ({ aav: visit })),
    measurements: fc.record({ measurements: measurements(), criticalLines: mostlyNone(criticalLines()) }),
    rdl: orNull(rdl(asOf)).map((agreement) => ({ rdl: agreement })),
    caveats: caveats(asOf).map((list) => ({ caveats: list })),
    humanRightsScreening: fc
      .constantFrom(...SCREENING_STATES)
      .map((state) => ({ humanRightsScreening: state })),
    bars: generateBars(asOf, 'D').map((bars) => ({ bars })),
    performance: performance(asOf),
    assessments: assessments(asOf).map((list) => ({ assessments: list })),
    hospitalDeficiencies: deficiencies(asOf).map((list) => ({ hospitalDeficiencies: list })),
    deployment: fc.record({
      plannedDeploymentOn: orNull(anyDay(asOf)),
      unitCertificateOn: orNull(anyDay(asOf)),
    }),
  });
}

/**
 * The facts of one pledge as of a day: well formed, as the registry would admit them, and rich in boundaries. Some
 * have trouble of every kind; most are sound but for a few parts, else one trouble would hide the others.
 */
export function generateFacts(asOf: Day): fc.Arbitrary<Facts> {
  const sound = withDays(SOUND, (day) => addDays(day, asOf - SOUND_ON));
  return parts(asOf).chain(({ lifecycle, ...others }) => {
    const all = Object.values(others);
    const few = fc.subarray(all, { maxLength: 7 });
    return fc
      .oneof({ weight: 1, arbitrary: fc.constant(all) }, { weight: 2, arbitrary: few })
      .map((troubled) =>
        troubled.reduce<Facts>((facts, part) => ({ ...facts, ...part }), { ...sound, ...lifecycle }),
      );
  });
}

/** A day and the facts of a pledge asked for on it. */
export const generateCase: fc.Arbitrary<GeneratedCase> = fc
  .constantFrom(...AS_OF_DAYS.map(on))
  .chain((asOf) => generateFacts(asOf).map((facts) => ({ asOf, facts })));
