import type { SeededRandom } from '#cli/demonstration/random.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { addDays, plainDate, type PlainDate } from '#platform/plain-date.js';
import { TRANSITIONS } from '#pledges/lifecycle.js';
import { criticalOf, linesOf } from '#pledges/measurement.kind.js';
import { formatDay, type Day } from '#readiness/day.js';
import {
  AAV_OUTCOMES,
  DOCUMENT_TYPES,
  LEVELS,
  SCREENING_STATES,
  STANDING_OF,
  VERDICTS,
  type Standing,
} from '#readiness/facts.js';
import { SELF_SUSTAINMENT_CATEGORIES } from '#reference/data/equipment.js';
import { UNIT_TYPES } from '#reference/data/unit-types.js';
import type { PledgeAtMoment } from '#status/status-of-pledges.js';
import type { SuppositionKind } from '#status/suppose.js';
import type { Input } from './mutations.js';

/** A pledge of the demonstration of which something is supposed. */
export interface Subject {
  readonly pledge: PledgeAtMoment;
  readonly today: PlainDate;
  readonly random: SeededRandom;
}

/** Records through the mutations of the API. */
export interface Desk {
  readonly context: OperationContext;
  /** @returns the id of what was recorded */
  do(mutation: string, input: Input): Promise<string>;
}
type Recording = (desk: Desk) => Promise<unknown>;

/** What is supposed of a pledge, and the recording of the same. */
interface Case {
  readonly said: Input;
  readonly record: Recording;
}

interface Tried {
  /** Whether it can be supposed of a pledge; left out, of any that was not withdrawn. */
  readonly of?: (subject: Subject) => boolean;
  /** Pledges of which it says something new: half of the cases are of those. */
  readonly matters?: (subject: Subject) => boolean;
  /** What a pledge needs first, where too few of the demonstration have it. */
  readonly prepare?: (subject: Subject) => Recording;
  readonly suppose: (subject: Subject) => Case;
}

const stands = ({ pledge }: Subject): boolean => pledge.facts.lifecycle !== 'WITHDRAWN';
const standing =
  (...standings: readonly Standing[]) =>
  ({ pledge }: Subject): boolean =>
    standings.includes(STANDING_OF[pledge.facts.lifecycle]);
const inUse = standing('POOL', 'COMMITTED', 'DEPLOYED');
const carries =
  (...codes: readonly string[]) =>
  ({ pledge }: Subject): boolean =>
    pledge.evaluation.reasons.some(({ code }) => codes.includes(code));
/** Whether the status hangs on reasons of these codes alone: without them it would be another. */
const hangsOn =
  (...codes: readonly string[]) =>
  ({ pledge: { evaluation } }: Subject): boolean => {
    const [worst] = evaluation.reasons;
    const deciding = evaluation.reasons.filter(({ severity }) => severity === worst?.severity);
    return (
      worst !== undefined && worst.severity !== 'INFO' && deciding.every(({ code }) => codes.includes(code))
    );
  };
/** Whether a failure would be news. */
const isSound = ({ pledge }: Subject): boolean =>
  ['READY', 'CONDITIONAL', 'NOT_ESTABLISHED'].includes(pledge.evaluation.status);
const isReady = ({ pledge }: Subject): boolean => pledge.evaluation.status === 'READY';
const unitOf = ({ pledge }: Subject) => UNIT_TYPES.find(({ code }) => code === pledge.unitType);
const written = (day: Day): PlainDate => plainDate(formatDay(day));
const recordOf = (fact: object | undefined | null, kind: string): string =>
  String((fact as { records?: Record<string, unknown> } | null | undefined)?.records?.[kind]);
const later = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other);

/** An evaluation in the mission that a unit was deployed to last, or in any where that is not on record. */
const inMission = async ({ context }: Desk, pledgeId: string): Promise<Input> => {
  const [step] = await context.query<{ mission: string | null }>(
    `SELECT mission FROM lifecycle_step WHERE pledge_id = $1 AND state = 'DEPLOYED' AND voided_at IS NULL
     ORDER BY occurred_on DESC LIMIT 1`,
    [pledgeId],
  );
  return { pledgeId, mission: step?.mission ?? 'UNMISS', periodFrom: '2020-01-01', scale: 'FIVE_STEP' };
};
const recommended = { area: 'TRAINING', statement: 'Train more' };
const found = { area: 'TRAINING', severity: 'CRITICAL', owner: 'MEMBER_STATE', statement: 'Not trained' };

async function visited(
  desk: Desk,
  { pledge }: Subject,
  kind: string,
  heldUntil: PlainDate,
  outcome: string,
): Promise<Input> {
  const { id: pledgeId, memberState } = pledge;
  const [decidedOn, heldFrom] = [addDays(heldUntil, -20), addDays(heldUntil, -3)];
  const days = { decidedOn, plannedFrom: heldFrom, plannedUntil: heldUntil };
  const visitId = await desk.do('planVisit', { memberState, kind, pledgeIds: [pledgeId], ...days });
  await desk.do('holdVisit', { visitId, expectedVersion: 1, heldFrom, heldUntil, team: ['Team leader'] });
  await desk.do('recordOutcome', { visitId, pledgeId, outcome });
  return { visitId, pledgeId };
}

const raise = async (desk: Desk, of: Input, kind: string, count: number) => {
  for (let number = 0; number < count; number += 1)
    await desk.do('raiseRecommendation', { ...of, ...recommended, kind });
};

const caveat = (knownOn: PlainDate) => ({ knownOn, statement: 'Not by night' });
const bar = (decidedOn: PlainDate) => ({ decidedOn, reason: 'Decided so' });

function barCase(subject: Subject, record: (desk: Desk, content: Input) => Promise<unknown>): Case {
  const { random, today } = subject;
  const fromOn = random.oneOf([
    today,
    today,
    addDays(today, -random.upTo(20)),
    addDays(today, random.upTo(90)),
  ]);
  const untilOn = random.chance(50) ? null : addDays(fromOn, random.upTo(60));
  const said = { decision: 'SUP-1', fromOn, untilOn };
  return { said, record: (desk) => record(desk, { ...said, ...bar(today) }) };
}

/** An evaluation of some time ago, and with a due day a plan after it. */
const performed =
  ({ pledge, today }: Subject, verdict: string, dueOn?: PlainDate): Recording =>
  async (desk) => {
    const evaluatedOn = addDays(today, -60);
    const days = { periodUntil: evaluatedOn, evaluatedOn };
    const said = { ...(await inMission(desk, pledge.id)), ...days, verdict };
    const evaluationId = await desk.do('recordEvaluation', said);
    if (dueOn) await desk.do('openPlan', { evaluationId, openedOn: evaluatedOn, dueOn });
  };

const openPlan = ({ pledge }: Subject): boolean => pledge.facts.plans[0]?.state === 'OPEN';
const planned = (subject: Subject): Recording =>
  performed(subject, 'UNSATISFACTORY', addDays(subject.today, -5));

const versionOf = async ({ context }: Desk, table: string, id: string): Promise<number> => {
  const [row] = await context.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]);
  return row?.version ?? 0;
};

/** Each kind of supposition with its recording, as staff. */
export const TRIED: Readonly<Record<SuppositionKind, Tried>> = {
  advisoryVisitHeld: {
    of: inUse,
    matters: isSound,
    suppose: (subject) => {
      const { random, today, pledge } = subject;
      const { aav } = pledge.facts;
      const before = aav ? written(aav.date) : today;
      const heldUntil = random.oneOf([today, addDays(today, -random.upTo(40)), before, addDays(before, -30)]);
      const outcome = random.oneOf(['UNSATISFACTORY', ...AAV_OUTCOMES]);
      const openRecommendations = random.upTo(2);
      const dueOn = addDays(heldUntil, random.upTo(60));
      const criticalFindings = random.chance(40) ? [{ reference: 'SUP-1', dueOn }] : [];
      return {
        said: { heldUntil, outcome, openRecommendations, criticalFindings },
        record: async (desk) => {
          const of = await visited(desk, subject, 'AAV', heldUntil, outcome);
          await raise(desk, of, 'RECOMMENDATION', openRecommendations);
          for (const finding of criticalFindings)
            await desk.do('raiseFinding', { ...of, ...found, ...finding });
        },
      };
    },
  },

  verificationHeld: {
    of: (subject) => inUse(subject) && unitOf(subject)?.rdlEligible === true,
    matters: ({ pledge }) => pledge.evaluation.level === 'RDL',
    suppose: (subject) => {
      const { random, today, pledge } = subject;
      const { verification = pledge.facts.unagreedVerification } = pledge.facts.rdl ?? {};
      const before = verification ? written(verification.date) : today;
      const heldUntil = random.oneOf([today, addDays(today, -random.upTo(400)), before]);
      const outcome = random.oneOf(['PASS', 'FAIL']);
      return {
        said: { heldUntil, outcome },
        record: (desk) => visited(desk, subject, 'RDL_VERIFICATION', heldUntil, outcome),
      };
    },
  },

  assessmentHeld: {
    of: inUse,
    matters: isSound,
    suppose: (subject) => {
      const { random, today, pledge } = subject;
      const police = ['FORMED_POLICE_UNIT', 'GUARD_FPU'].includes(pledge.unitType);
      const kind = random.oneOf(
        police ? ['FPU_ASSESSMENT', 'PRE_ROTATION'] : ['PRE_DEPLOYMENT', 'SKILLS_VALIDATION'],
      );
      const before = pledge.facts.assessments.find((each) => each.kind === kind);
      const heldUntil = random.oneOf([
        today,
        addDays(today, -random.upTo(30)),
        before ? written(before.date) : today,
      ]);
      const outcome = random.oneOf(['FAIL', 'FAIL', 'FAIL', 'PASS', 'PASS_WITH_CONDITIONS']);
      const openConditions = random.upTo(2);
      return {
        said: { kind, heldUntil, outcome, openConditions },
        record: async (desk) =>
          raise(desk, await visited(desk, subject, kind, heldUntil, outcome), 'CONDITION', openConditions),
      };
    },
  },

  recommendationsAnswered: {
    of: ({ pledge: { facts } }) =>
      (facts.aav?.openRecommendations ?? 0) > 0 ||
      facts.assessments.some(({ openConditions }) => openConditions > 0),
    matters: hangsOn('AAV_RECOMMENDATIONS_OPEN', 'ASSESSMENT_CONDITIONS_OPEN'),
    suppose: ({ pledge: { facts }, random, today }) => {
      const assessment = facts.assessments.find(({ openConditions }) => openConditions > 0);
      const fact = (facts.aav?.openRecommendations ?? 0) > 0 ? facts.aav : assessment;
      const { RECOMMENDATION: open } = (fact as unknown as { openRecords: { RECOMMENDATION: string[] } })
        .openRecords;
      const count = random.chance(50) ? open.length : 1 + random.upTo(open.length - 1);
      return {
        said: { visit: fact === facts.aav ? 'AAV' : assessment?.kind, count },
        record: async (desk) => {
          for (const recommendationId of random.shuffled(open).slice(0, count))
            await desk.do('answerRecommendation', { recommendationId, answeredOn: today, answer: 'Done' });
        },
      };
    },
  },

  findingClosed: {
    of: ({ pledge }) => pledge.facts.aav?.criticalFindings.some(({ closedOn }) => closedOn === null) === true,
    prepare: (subject) => async (desk) => {
      const held = addDays(subject.today, -30);
      const of = await visited(desk, subject, 'AAV', held, 'SATISFACTORY');
      await desk.do('raiseFinding', { ...of, ...found, dueOn: addDays(held, subject.random.upTo(60)) });
    },
    matters: hangsOn('AAV_CRITICAL_FINDING_OPEN', 'AAV_CRITICAL_FINDING_OVERDUE'),
    suppose: ({ pledge, today }) => {
      const finding = pledge.facts.aav?.criticalFindings.find(({ closedOn }) => closedOn === null);
      return {
        said: { finding: finding?.id },
        record: (desk) =>
          desk.do('closeFinding', {
            findingId: recordOf(finding, 'FINDING'),
            expectedVersion: pledge.version,
            closedOn: today,
            evidence: 'Seen',
          }),
      };
    },
  },

  hospitalDeficiencyRaised: {
    of: (subject) => inUse(subject) && unitOf(subject)?.medical === true,
    matters: isSound,
    suppose: ({ pledge, today }) => ({
      said: { reference: 'SUP-1' },
      record: (desk) =>
        desk.do('raiseHospitalDeficiency', {
          ...{ pledgeId: pledge.id, reference: 'SUP-1', severity: 'CRITICAL' },
          ...{ raisedOn: today, statement: 'No blood' },
        }),
    }),
  },

  hospitalDeficiencyClosed: {
    of: ({ pledge }) => pledge.facts.hospitalDeficiencies.some(({ closedOn }) => closedOn === null),
    prepare: (subject) => (desk) => TRIED.hospitalDeficiencyRaised.suppose(subject).record(desk),
    matters: hangsOn('HOSPITAL_DEFICIENCY_OPEN'),
    suppose: ({ pledge, today }) => {
      const open = pledge.facts.hospitalDeficiencies.find(({ closedOn }) => closedOn === null);
      return {
        said: { deficiency: open?.id },
        record: (desk) =>
          desk.do('closeHospitalDeficiency', {
            hospitalDeficiencyId: recordOf(open, 'HOSPITAL_DEFICIENCY'),
            expectedVersion: pledge.version,
            closedOn: today,
            evidence: 'Seen',
          }),
      };
    },
  },

  documentReceived: {
    of: stands,
    matters: hangsOn('DOC_MISSING', 'DOC_EXPIRED', 'DOC_MISSING_FOR_LEVEL', 'DOC_EXPIRED_FOR_LEVEL'),
    suppose: ({ pledge, random, today }) => {
      const lacking = pledge.evaluation.reasons.flatMap(({ params }) =>
        'doc' in params ? [String(params.doc)] : [],
      );
      const type = lacking[0] ?? random.oneOf([...DOCUMENT_TYPES]);
      const receivedOn = addDays(today, -random.upTo(200));
      const validUntil = random.chance(50) ? null : addDays(receivedOn, random.upTo(400));
      const said = { type, receivedOn, validUntil };
      return { said, record: (desk) => desk.do('addDocument', { pledgeId: pledge.id, ...said }) };
    },
  },

  confirmed: {
    of: ({ pledge }) => pledge.facts.lifecycle === 'REGISTERED',
    matters: hangsOn('PLEDGE_LAPSED', 'PLEDGE_CONFIRMATION_OVERDUE'),
    suppose: ({ pledge, random, today }) => {
      const registeredOn = written(pledge.facts.registeredOn ?? (0 as Day));
      const confirmedOn = later(addDays(today, -random.upTo(260)), registeredOn);
      return {
        said: { confirmedOn },
        record: (desk) => desk.do('confirmPledge', { pledgeId: pledge.id, confirmedOn }),
      };
    },
  },

  measured: {
    of: inUse,
    matters: isSound,
    suppose: ({ pledge, random, today }) => {
      const statement = pledge.description?.['requirement_statement_id'];
      const asked = linesOf(typeof statement === 'string' ? statement : null);
      const critical = criticalOf(asked);
      const part = () => ({ required: 100, available: random.between(55, 110) });
      const line = (item: string) => ({ item, agreed: 10, present: random.between(5, 12) });
      const totals = {
        basis: 'TOTALS_ONLY',
        personnel: random.chance(60) ? part() : null,
        equipmentOnHand: part(),
        serviceability: random.chance(50) ? part() : null,
        selfSustainment: random.chance(50) ? part() : null,
        equipmentLines: critical.map(line),
      };
      const byLine = {
        basis: 'BY_LINE',
        personnel: random.chance(60) ? part() : null,
        equipmentLines: [...new Set([...asked.map(({ item }) => item), 'CARGO_TRUCK', 'GENERATOR'])].map(
          (item, place) => ({
            ...line(item),
            serviceable: random.chance(80) || place > 0 ? random.upTo(5) : null,
            critical: random.chance(30) ? true : null,
          }),
        ),
        selfSustainmentCategories: SELF_SUSTAINMENT_CATEGORIES.slice(0, random.upTo(3)).map((category) =>
          random.chance(30)
            ? { category, required: 100, satisfactory: random.chance(50) }
            : { category, required: 100, available: random.between(70, 120) },
        ),
      };
      const said: Input = random.chance(50) ? totals : byLine;
      return {
        said,
        record: (desk) => desk.do('recordMeasurement', { pledgeId: pledge.id, measuredOn: today, ...said }),
      };
    },
  },

  screened: {
    of: inUse,
    matters: isSound,
    suppose: ({ pledge, random, today }) => {
      const result = random.oneOf(['REFUSED', ...SCREENING_STATES]);
      return {
        said: { result },
        record: (desk) =>
          desk.do('recordHumanRightsScreening', { pledgeId: pledge.id, screenedOn: today, result }),
      };
    },
  },

  caveatDeclared: {
    of: stands,
    matters: isReady,
    suppose: ({ pledge, random, today }) => {
      const said = {
        reference: 'SUP-1',
        resolveBy: random.chance(50) ? null : addDays(today, random.upTo(90)),
      };
      const input = { pledgeId: pledge.id, ...said, ...caveat(today) };
      return { said, record: (desk) => desk.do('declareCaveat', input) };
    },
  },

  caveatReported: {
    of: stands,
    matters: isSound,
    suppose: ({ pledge, random, today }) => {
      const said = { reference: 'SUP-1', resolveBy: addDays(today, random.upTo(90)) };
      const input = { pledgeId: pledge.id, ...said, ...caveat(today) };
      return { said, record: (desk) => desk.do('reportCaveat', input) };
    },
  },

  caveatSettled: {
    of: ({ pledge }) => pledge.facts.caveats.some(({ resolvedOn }) => resolvedOn === null),
    prepare: (subject) => (desk) => TRIED.caveatReported.suppose(subject).record(desk),
    matters: hangsOn('CAVEAT_DECLARED', 'CAVEAT_UNDECLARED_OPEN', 'CAVEAT_UNDECLARED_OVERDUE'),
    suppose: ({ pledge, today }) => {
      const open = pledge.facts.caveats.find(({ resolvedOn }) => resolvedOn === null);
      return {
        said: { caveat: open?.id },
        record: (desk) =>
          desk.do('settleCaveat', {
            caveatId: recordOf(open, 'CAVEAT'),
            expectedVersion: pledge.version,
            resolvedOn: today,
            note: 'Withdrawn',
          }),
      };
    },
  },

  unitBarred: {
    matters: isSound,
    suppose: (subject) =>
      barCase(subject, (desk, content) => desk.do('barUnit', { pledgeId: subject.pledge.id, ...content })),
  },

  memberStateBarred: {
    matters: isSound,
    suppose: (subject) =>
      barCase(subject, (desk, content) =>
        desk.do('barMemberState', { memberState: subject.pledge.memberState, ...content }),
      ),
  },

  barLifted: {
    of: (subject) => inUse(subject) && carries('DEPLOYMENT_BAR')(subject),
    prepare: ({ pledge, random, today }) => {
      const content = { ...bar(today), decision: `SUP-${random.upTo(100_000)}`, fromOn: addDays(today, -5) };
      return random.chance(70)
        ? (desk) => desk.do('barUnit', { pledgeId: pledge.id, ...content })
        : (desk) => desk.do('barMemberState', { memberState: pledge.memberState, ...content });
    },
    matters: hangsOn('DEPLOYMENT_BAR'),
    suppose: ({ pledge, random, today }) => {
      const [reason] = pledge.evaluation.reasons.filter(({ code }) => code === 'DEPLOYMENT_BAR');
      const { decision } = (reason?.params ?? {}) as { decision: string };
      const found = pledge.facts.bars.find((each) => each.decision === decision);
      const liftedOn = random.oneOf([today, today, addDays(today, 10), addDays(today, -400)]);
      return {
        said: { decision, liftedOn },
        record: (desk) => lift(desk, pledge, recordOf(found, 'BAR'), liftedOn),
      };
    },
  },

  rdlAgreed: {
    of: (subject) => inUse(subject) && unitOf(subject)?.rdlEligible === true,
    suppose: ({ pledge, random, today }) => {
      const { rdl } = pledge.facts;
      const free = rdl === null ? today : later(today, addDays(written(rdl.agreementUntil), 1));
      const ahead = random.chance(60) ? 0 : random.upTo(100);
      const fromOn = addDays(free, ahead);
      const past = rdl !== null && random.chance(30);
      const days = past
        ? {
            fromOn: addDays(written(rdl.agreementFrom), -60),
            untilOn: addDays(written(rdl.agreementFrom), -1),
          }
        : { fromOn, untilOn: addDays(fromOn, 300) };
      const said = { ...days, commitmentDays: random.oneOf([30, 60, 90]) };
      return {
        said,
        record: (desk) => desk.do('agreeRdl', { pledgeId: pledge.id, signedOn: today, ...said }),
      };
    },
  },

  deploymentPlanned: {
    of: standing('COMMITTED'),
    matters: isSound,
    suppose: ({ pledge, random, today }) => {
      const deploymentOn = random.chance(20) ? null : addDays(today, random.upTo(45));
      const { id: pledgeId, version: expectedVersion } = pledge;
      return {
        said: { deploymentOn },
        record: (desk) =>
          desk.do('planDeployment', { pledgeId, expectedVersion, plannedOn: today, deploymentOn }),
      };
    },
  },

  unitCertificateReceived: {
    of: standing('COMMITTED'),
    matters: hangsOn('CERTIFICATION_OVERDUE', 'CERTIFICATION_LATE'),
    suppose: ({ pledge, random, today }) => {
      const receivedOn = addDays(today, -random.upTo(10));
      return {
        said: { receivedOn },
        record: (desk) => desk.do('receiveUnitCertificate', { pledgeId: pledge.id, receivedOn }),
      };
    },
  },

  stepTaken: {
    of: ({ pledge }) => TRANSITIONS[pledge.facts.lifecycle].length > 0,
    suppose: (subject) => {
      const { pledge, random, today } = subject;
      const from = pledge.facts.lifecycle;
      const [to = from] = random.shuffled(TRANSITIONS[from]);
      const step = { pledgeId: pledge.id, expectedVersion: pledge.version, occurredOn: today };
      const move: Readonly<Record<string, [string, Input]>> = {
        SUBMITTED: ['submitPledge', {}],
        REJECTED: ['rejectPledge', { note: 'Not needed' }],
        WITHDRAWN: ['withdrawPledge', {}],
        ...(from === 'SUBMITTED' ? { REGISTERED: ['acceptPledge', {}] } : {}),
      };
      const confirmation = to === 'REGISTERED' ? { confirmedOn: today } : {};
      const [mutation, more] = move[to] ?? ['movePledge', { to, ...confirmation }];
      return { said: { to }, record: (desk) => desk.do(mutation, { ...step, ...more }) };
    },
  },

  levelDecided: {
    of: inUse,
    // Decided higher, it asks for documents that nobody missed.
    matters: (subject) =>
      isReady(subject) && ['LEVEL_1', 'LEVEL_2'].includes(subject.pledge.evaluation.level),
    suppose: ({ pledge, random, today }) => {
      const level = random.oneOf(['LEVEL_3', 'RDL', ...LEVELS]);
      const decided = { pledgeId: pledge.id, expectedVersion: pledge.version, decidedOn: today };
      return {
        said: { level },
        record: (desk) => desk.do('decideLevel', { ...decided, level, reason: 'So' }),
      };
    },
  },

  evaluated: {
    of: standing('DEPLOYED'),
    matters: isSound,
    suppose: ({ pledge, random, today }) => {
      const last = pledge.facts.lastEvaluation;
      const ago = addDays(today, -random.upTo(20));
      const evaluatedOn = last && random.chance(30) ? written(last.date) : ago;
      const verdict = random.oneOf(['UNSATISFACTORY', 'UNSATISFACTORY', ...VERDICTS]);
      const days = { periodUntil: evaluatedOn, evaluatedOn };
      return {
        said: { evaluatedOn, verdict },
        record: async (desk) =>
          desk.do('recordEvaluation', { ...(await inMission(desk, pledge.id)), ...days, verdict }),
      };
    },
  },

  planOpened: {
    of: ({ pledge: { facts } }) => facts.lastEvaluation !== null && facts.plans[0]?.ofLatest !== true,
    prepare: (subject) => performed(subject, 'UNSATISFACTORY'),
    matters: hangsOn('PLAN_MISSING'),
    suppose: ({ pledge, random, today }) => {
      const dueOn = addDays(today, random.upTo(90));
      const evaluationId = recordOf(pledge.facts.lastEvaluation, 'EVALUATION');
      return {
        said: { dueOn },
        record: (desk) => desk.do('openPlan', { evaluationId, openedOn: today, dueOn }),
      };
    },
  },

  planExtended: {
    of: openPlan,
    matters: hangsOn('PLAN_OVERDUE'),
    prepare: planned,
    suppose: ({ pledge, random, today }) => {
      const [plan] = pledge.facts.plans;
      const dueOn = addDays(later(today, written(plan?.dueOn ?? (0 as Day))), 1 + random.upTo(90));
      const improvementPlanId = recordOf(plan, 'IMPROVEMENT_PLAN');
      return {
        said: { dueOn },
        record: async (desk) => {
          const expectedVersion = await versionOf(desk, 'improvement_plan', improvementPlanId);
          await desk.do('extendPlan', {
            improvementPlanId,
            expectedVersion,
            setOn: today,
            dueOn,
            note: 'Late',
          });
        },
      };
    },
  },

  planClosed: {
    of: openPlan,
    matters: hangsOn('PLAN_OVERDUE', 'PLAN_ON_TRACK'),
    prepare: planned,
    suppose: ({ pledge, random, today }) => {
      const improvementPlanId = recordOf(pledge.facts.plans[0], 'IMPROVEMENT_PLAN');
      const outcome = random.oneOf(['ACHIEVED', 'NOT_ACHIEVED']);
      return {
        said: { outcome },
        record: async (desk) => {
          await endActions(desk, improvementPlanId, today);
          const expectedVersion = await versionOf(desk, 'improvement_plan', improvementPlanId);
          const closed = { improvementPlanId, expectedVersion, closedOn: today, evidence: 'Seen' };
          await desk.do('closePlan', { ...closed, outcome });
        },
      };
    },
  },
};

/** A bar is lifted by correcting its last day, or by voiding it where it would end before it begins. */
async function lift(desk: Desk, pledge: PledgeAtMoment, id: string, liftedOn: PlainDate): Promise<void> {
  const [content] = await desk.context.query<{ pledgeId: string | null; fromOn: PlainDate } & Input>(
    `SELECT pledge_id AS "pledgeId", decision, decided_on AS "decidedOn", from_on AS "fromOn", reason
     FROM bar WHERE id = $1 AND voided_at IS NULL`,
    [id],
  );
  if (content === undefined) throw new Error(`no bar ${id}`);
  const { pledgeId, ...said } = content;
  const untilOn = addDays(liftedOn, -1);
  const version = pledgeId === null ? {} : { expectedVersion: pledge.version };
  const replacement = untilOn < said.fromOn ? {} : { replacement: { bar: { ...said, untilOn } } };
  await desk.do('correct', { kind: 'BAR', id, reason: 'Lifted', ...version, ...replacement });
}

/** What a plan asks for is done, so that it can be achieved. */
async function endActions(desk: Desk, improvementPlanId: string, progressedOn: PlainDate): Promise<void> {
  const open = await desk.context.query<{ id: string }>(
    `SELECT a.id FROM plan_action a WHERE a.improvement_plan_id = $1 AND a.voided_at IS NULL AND NOT EXISTS (
       SELECT FROM plan_action_progress g WHERE g.plan_action_id = a.id AND g.state <> 'IN_PROGRESS' AND g.voided_at IS NULL)`,
    [improvementPlanId],
  );
  for (const { id: planActionId } of open)
    await desk.do('progressPlanAction', { planActionId, progressedOn, state: 'DONE', note: 'Done' });
}
