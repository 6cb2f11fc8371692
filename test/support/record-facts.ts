import { formatDay, type Day } from '#readiness/day.js';
import { type AavFact, type AssessmentFact, type Facts, type LifecycleState } from '#readiness/facts.js';
import { IN_USE, isInUse } from '#pledges/lifecycle.js';
import { isRegistered, stepsOn } from './lifecycle-paths.js';
import type { Input, Mutations } from './mutations.js';

/** Where the facts are recorded: a pledge of its own, under a reference of its own. */
export interface Place {
  readonly memberState: string;
  readonly reference: string;
}

const least = (...days: readonly (Day | null)[]): Day =>
  Math.min(...days.filter((day) => day !== null)) as Day;

const orNull = (day: Day | null): string | null => (day === null ? null : formatDay(day));

/** A kind of unit of which all of the facts can be said. */
export function unitTypeFor({ assessments, hospitalDeficiencies }: Facts): string {
  if (hospitalDeficiencies.length > 0) return 'MEDICAL_LEVEL_2';
  const police = assessments.some(({ kind }) => kind === 'FPU_ASSESSMENT');
  return police ? 'FORMED_POLICE_UNIT' : 'INFANTRY_BATTALION';
}

/**
 * Records the facts of one pledge by mutations alone, with the clock on `asOf`. What the rules leave open (when a plan
 * was opened, an agreement signed, a caveat known) is chosen so that the domain takes it where it can.
 * @returns the pledge's id
 * @throws Refused at the first mutation that the domain refuses
 */
export async function recordFacts(
  mutations: Mutations,
  facts: Facts,
  asOf: Day,
  place: Place,
): Promise<string> {
  const today = formatDay(asOf);
  const describedOn = orNull(facts.registeredOn) ?? today;
  const pledgeId = await mutations.do('draftPledge', {
    ...place,
    ...{ unitType: unitTypeFor(facts), describedOn, title: place.reference, deployableWithinDays: 60 },
    ...{ languages: ['en'], contactPost: 'Military adviser' },
  });
  const recorder = new Recorder(mutations, facts, asOf, place, pledgeId);
  if (facts.registeredOn !== null) {
    await recorder.steps(['SUBMITTED', 'REGISTERED'], facts.registeredOn);
  }
  await recorder.all();
  const steps = stepsOn(facts.lifecycle, facts.registeredOn !== null);
  const used = steps.filter((step) => IN_USE.includes(step));
  await recorder.steps(used, usedFrom(facts, asOf));
  await recorder.steps(steps.slice(used.length), asOf);
  await recorder.certificate();
  await recorder.performance();
  return pledgeId;
}

/** A unit was in use from the day on which it was certified, or evaluated in its mission. */
function usedFrom({ lifecycle, registeredOn, unitCertificateOn, lastEvaluation }: Facts, asOf: Day): Day {
  const evaluatedOn = isDeployed(lifecycle) ? (lastEvaluation?.date ?? null) : null;
  const since = registeredOn ?? asOf;
  const days = [unitCertificateOn, evaluatedOn].filter((day) => day !== null && day >= since);
  return least(asOf, ...days);
}

const isDeployed = (lifecycle: LifecycleState) => lifecycle === 'DEPLOYED' || lifecycle === 'RETURNED';

class Recorder {
  readonly #today: string;

  constructor(
    private readonly mutations: Mutations,
    private readonly facts: Facts,
    private readonly asOf: Day,
    private readonly place: Place,
    private readonly pledgeId: string,
  ) {
    this.#today = formatDay(asOf);
  }

  /** Everything but the lifecycle. */
  async all(): Promise<void> {
    await this.documents();
    await this.visits();
    await this.measurement();
    await this.agreement();
    await this.caveats();
    await this.bars();
    await this.screening();
    await this.deficiencies();
    await this.deployment();
    await this.confirmation();
    await this.decision();
  }

  async steps(states: readonly LifecycleState[], day: Day): Promise<void> {
    const own: Partial<Record<LifecycleState, string>> = {
      SUBMITTED: 'submitPledge',
      REGISTERED: 'acceptPledge',
      REJECTED: 'rejectPledge',
      WITHDRAWN: 'withdrawPledge',
    };
    for (const to of states) {
      const mutation = own[to];
      const occurredOn = formatDay(day);
      if (mutation === undefined) await this.record('movePledge', { to, occurredOn });
      else await this.record(mutation, { occurredOn, ...(to === 'REJECTED' ? { note: 'Not needed' } : {}) });
    }
  }

  private record(mutation: string, input: Input): Promise<string> {
    return this.mutations.do(mutation, { pledgeId: this.pledgeId, ...input });
  }

  private async documents(): Promise<void> {
    for (const [place, { type, receivedOn, validUntil }] of this.facts.documents.entries()) {
      const days = { receivedOn: formatDay(receivedOn), validUntil: orNull(validUntil) };
      // Of two copies that say the same one knows by their symbols that they are two.
      await this.record('addDocument', { type, ...days, symbol: `NV/${place + 1}` });
    }
  }

  private async visits(): Promise<void> {
    const { aav, rdl, assessments } = this.facts;
    if (aav !== null) await this.aav(aav);
    if (rdl?.verification) {
      await this.visit('RDL_VERIFICATION', rdl.verification.date, rdl.verification.outcome);
    }
    for (const assessment of assessments) await this.assessment(assessment);
  }

  private async aav({ date, outcome, openRecommendations, criticalFindings }: AavFact): Promise<void> {
    const visitId = await this.visit('AAV', date, outcome);
    await this.recommendations(visitId, 'RECOMMENDATION', openRecommendations);
    for (const { id: reference, dueOn, closedOn } of criticalFindings) {
      const findingId = await this.record('raiseFinding', {
        ...{ visitId, reference, area: 'TRAINING', severity: 'CRITICAL', owner: 'MEMBER_STATE' },
        ...{ dueOn: formatDay(dueOn), statement: 'Found by the visit' },
      });
      if (closedOn !== null) {
        await this.mutations.do('closeFinding', {
          ...{ findingId, closedOn: formatDay(closedOn), evidence: 'Seen on the spot' },
        });
      }
    }
  }

  private async assessment({ kind, date, outcome, openConditions }: AssessmentFact): Promise<void> {
    await this.recommendations(await this.visit(kind, date, outcome), 'CONDITION', openConditions);
  }

  private async visit(kind: string, date: Day, outcome: string): Promise<string> {
    const day = formatDay(date);
    const visitId = await this.mutations.do('planVisit', {
      ...{ memberState: this.place.memberState, reference: `${this.place.reference}-${kind}`, kind },
      ...{ decidedOn: day, plannedFrom: day, plannedUntil: day, pledgeIds: [this.pledgeId] },
    });
    const held = { heldFrom: day, heldUntil: day, team: ['Team leader'] };
    await this.mutations.do('holdVisit', { visitId, ...held });
    await this.record('recordOutcome', { visitId, outcome });
    return visitId;
  }

  private async recommendations(visitId: string, kind: string, count: number): Promise<void> {
    for (let number = 0; number < count; number += 1) {
      const words = { area: 'TRAINING', statement: 'To be answered' };
      await this.record('raiseRecommendation', { visitId, kind, ...words });
    }
  }

  private async measurement(): Promise<void> {
    const { measurements, criticalLines } = this.facts;
    const dimensions = Object.entries(measurements).filter(([, measured]) => measured !== null);
    if (dimensions.length === 0 && criticalLines.length === 0) return;
    await this.record('recordMeasurement', {
      ...{ measuredOn: this.#today, basis: 'TOTALS_ONLY', ...Object.fromEntries(dimensions) },
      equipmentLines: criticalLines.map(({ item, required, available }) => ({
        ...{ item, agreed: required, present: available },
      })),
    });
  }

  private async agreement(): Promise<void> {
    if (this.facts.rdl === null) return;
    const { agreementFrom, agreementUntil, commitmentDays } = this.facts.rdl;
    const signedOn = formatDay(least(this.asOf, agreementFrom));
    const days = { fromOn: formatDay(agreementFrom), untilOn: formatDay(agreementUntil) };
    await this.record('agreeRdl', { signedOn, ...days, commitmentDays });
  }

  private async caveats(): Promise<void> {
    for (const { id: reference, kind, resolveBy, resolvedOn } of this.facts.caveats) {
      const mutation = kind === 'DECLARED' ? 'declareCaveat' : 'reportCaveat';
      const knownOn = formatDay(least(this.asOf, resolveBy, resolvedOn));
      const words = { reference, knownOn, resolveBy: orNull(resolveBy), statement: 'No night patrols' };
      const caveatId = await this.record(mutation, words);
      if (resolvedOn !== null) {
        const settled = { resolvedOn: formatDay(resolvedOn), note: 'Withdrawn' };
        await this.mutations.do('settleCaveat', { caveatId, ...settled });
      }
    }
  }

  private async bars(): Promise<void> {
    for (const { decision, from, until } of this.facts.bars) {
      const days = { decidedOn: formatDay(least(this.asOf, from)), fromOn: formatDay(from) };
      await this.record('barUnit', { decision, ...days, untilOn: orNull(until), reason: 'Decided so' });
    }
  }

  private async screening(): Promise<void> {
    const result = this.facts.humanRightsScreening;
    await this.record('recordHumanRightsScreening', { screenedOn: this.#today, result });
  }

  async performance(): Promise<void> {
    const { lastEvaluation, improvementPlan: plan } = this.facts;
    if (lastEvaluation === null) {
      if (plan !== null) throw new Error('a plan is the plan of an evaluation');
      return;
    }
    const { date, verdict } = lastEvaluation;
    const evaluationId = await this.evaluation(date, verdict);
    if (plan === null) return;
    const ofEarlier = plan.state === 'OPEN' && plan.dueOn < date;
    const openedOn = formatDay(ofEarlier ? plan.dueOn : date);
    const improvementPlanId = await this.mutations.do('openPlan', {
      evaluationId: ofEarlier ? await this.evaluation(plan.dueOn, 'NEEDS_IMPROVEMENT') : evaluationId,
      ...{ openedOn, dueOn: formatDay(plan.dueOn) },
    });
    if (plan.state === 'OPEN') return;
    const outcome = plan.state === 'CLOSED_ACHIEVED' ? 'ACHIEVED' : 'NOT_ACHIEVED';
    const closing = { closedOn: openedOn, outcome, evidence: 'Seen in the mission' };
    await this.mutations.do('closePlan', { improvementPlanId, ...closing });
  }

  private evaluation(date: Day, verdict: string): Promise<string> {
    const evaluatedOn = formatDay(date);
    const period = { periodFrom: evaluatedOn, periodUntil: evaluatedOn, evaluatedOn };
    return this.record('recordEvaluation', { mission: 'UNMISS', ...period, scale: 'PERCENT', verdict });
  }

  private async deficiencies(): Promise<void> {
    for (const { id: reference, closedOn } of this.facts.hospitalDeficiencies) {
      const raisedOn = formatDay(least(this.asOf, closedOn));
      const hospitalDeficiencyId = await this.record('raiseHospitalDeficiency', {
        ...{ reference, severity: 'CRITICAL', raisedOn, statement: 'No blood bank' },
      });
      if (closedOn !== null) {
        const closing = { closedOn: formatDay(closedOn), evidence: 'Seen on the spot' };
        await this.mutations.do('closeHospitalDeficiency', { hospitalDeficiencyId, ...closing });
      }
    }
  }

  private async deployment(): Promise<void> {
    const { plannedDeploymentOn } = this.facts;
    if (plannedDeploymentOn !== null) {
      const plannedOn = formatDay(least(this.asOf, plannedDeploymentOn));
      await this.record('planDeployment', { plannedOn, deploymentOn: formatDay(plannedDeploymentOn) });
    }
  }

  /** Of a unit that was selected by then. */
  async certificate(): Promise<void> {
    const { unitCertificateOn } = this.facts;
    if (unitCertificateOn !== null) {
      await this.record('receiveUnitCertificate', { receivedOn: formatDay(unitCertificateOn) });
    }
  }

  private async confirmation(): Promise<void> {
    const { confirmedOn } = this.facts;
    if (confirmedOn !== null) await this.record('confirmPledge', { confirmedOn: formatDay(confirmedOn) });
  }

  private async decision(): Promise<void> {
    const { registeredLevel: level } = this.facts;
    if (level === 'NONE') return;
    await this.record('decideLevel', { decidedOn: this.#today, level, reason: 'As known of the unit' });
  }
}

/** A rule of the domain by which facts that the rules of readiness can judge are not recorded. */
export interface Admission {
  /** The problem's code, and the mutation and field that it names. */
  readonly refusal: string;
  readonly why: string;
  readonly breaks: (facts: Facts, asOf: Day) => boolean;
}

const after = (day: Day | null, asOf: Day): boolean => day !== null && day > asOf;

/** Every rule that facts which can be judged may break; none of them stands for another. */
export const ADMISSIONS: readonly Admission[] = [
  {
    refusal: 'AFTER_TODAY addDocument receivedOn',
    why: 'a document is received after today',
    breaks: ({ documents }, asOf) => documents.some(({ receivedOn }) => receivedOn > asOf),
  },
  {
    refusal: 'INTERVAL_REVERSED addDocument validUntil',
    why: 'a document is valid until a day before it is received',
    breaks: ({ documents }) =>
      documents.some(({ receivedOn, validUntil }) => validUntil !== null && validUntil < receivedOn),
  },
  {
    refusal: 'UNIT_TYPE_NOT_ELIGIBLE planVisit pledgeIds.0',
    why: 'a formed police assessment of a hospital',
    breaks: (facts) =>
      unitTypeFor(facts) === 'MEDICAL_LEVEL_2' &&
      facts.assessments.some(({ kind }) => kind === 'FPU_ASSESSMENT'),
  },
  {
    refusal: 'BEFORE_OPENING raiseFinding dueOn',
    why: 'a finding is due before the visit that raised it',
    breaks: ({ aav }) => aav?.criticalFindings.some(({ dueOn }) => dueOn < aav.date) ?? false,
  },
  {
    refusal: 'AFTER_TODAY closeFinding closedOn',
    why: 'a finding is closed after today',
    breaks: ({ aav }, asOf) => aav?.criticalFindings.some(({ closedOn }) => after(closedOn, asOf)) ?? false,
  },
  {
    refusal: 'BEFORE_OPENING closeFinding closedOn',
    why: 'a finding is closed before the visit that raised it',
    breaks: ({ aav }) =>
      aav?.criticalFindings.some(({ closedOn }) => closedOn !== null && closedOn < aav.date) ?? false,
  },
  {
    refusal: 'INTERVAL_REVERSED agreeRdl untilOn',
    why: 'an agreement ends before it begins',
    breaks: ({ rdl }) => rdl !== null && rdl.agreementUntil < rdl.agreementFrom,
  },
  {
    refusal: 'AFTER_TODAY settleCaveat resolvedOn',
    why: 'a caveat is settled after today',
    breaks: ({ caveats }, asOf) => caveats.some(({ resolvedOn }) => after(resolvedOn, asOf)),
  },
  {
    refusal: 'INTERVAL_REVERSED barUnit untilOn',
    why: 'a bar ends before it begins',
    breaks: ({ bars }) => bars.some(({ from, until }) => until !== null && until < from),
  },
  {
    refusal: 'INTERVAL_REVERSED openPlan dueOn',
    why: 'a closed plan was due before the evaluation that it follows',
    breaks: ({ lastEvaluation, improvementPlan: plan }) =>
      plan !== null && plan.state !== 'OPEN' && lastEvaluation !== null && plan.dueOn < lastEvaluation.date,
  },
  {
    refusal: 'AFTER_TODAY closeHospitalDeficiency closedOn',
    why: 'a deficiency is closed after today',
    breaks: ({ hospitalDeficiencies }, asOf) =>
      hospitalDeficiencies.some(({ closedOn }) => after(closedOn, asOf)),
  },
  {
    refusal: 'BEFORE_DEPLOYMENT recordEvaluation evaluatedOn',
    why: 'a unit is evaluated that was pledged and never deployed',
    breaks: ({ registeredOn, lifecycle, lastEvaluation }, asOf) =>
      !isDeployed(lifecycle) && lastEvaluation !== null && lastEvaluation.date >= (registeredOn ?? asOf),
  },
  {
    refusal: 'NOT_IN_LIFECYCLE_STATE receiveUnitCertificate pledgeId',
    why: 'a unit is certified that was not selected by then',
    breaks: ({ registeredOn, lifecycle, unitCertificateOn }, asOf) =>
      unitCertificateOn !== null &&
      (!isInUse(lifecycle) || unitCertificateOn < (registeredOn ?? asOf)) &&
      !(lifecycle === 'RETURNED' && unitCertificateOn >= (registeredOn ?? asOf) && unitCertificateOn < asOf),
  },
  {
    refusal: 'AFTER_TODAY receiveUnitCertificate receivedOn',
    why: 'a unit certificate is received after today',
    breaks: ({ unitCertificateOn }, asOf) => after(unitCertificateOn, asOf),
  },
  {
    refusal: 'BEFORE_REGISTRATION confirmPledge confirmedOn',
    why: 'a pledge is confirmed before it is registered',
    breaks: ({ registeredOn, confirmedOn }) =>
      confirmedOn !== null && (registeredOn === null || confirmedOn < registeredOn),
  },
  {
    refusal: 'BEFORE_REGISTRATION decideLevel decidedOn',
    why: 'a level is decided of a pledge that was never registered',
    breaks: ({ registeredOn, registeredLevel }) => registeredOn === null && registeredLevel !== 'NONE',
  },
  ...(['movePledge', 'submitPledge', 'rejectPledge'] as const).map((mutation, index) => ({
    refusal: `TRANSITION_NOT_ALLOWED ${mutation} to`,
    why: 'a pledge that was registered is a draft, submitted or rejected',
    breaks: ({ registeredOn, lifecycle }: Facts) =>
      registeredOn !== null && lifecycle === (['DRAFT', 'SUBMITTED', 'REJECTED'] as const)[index],
  })),
  {
    refusal: 'TRANSITION_NOT_ALLOWED movePledge to',
    why: 'a pledge is selected that was never registered',
    breaks: ({ registeredOn, lifecycle }) =>
      registeredOn === null && isRegistered(lifecycle) && lifecycle !== 'WITHDRAWN',
  },
];

/** The rules for which the facts cannot be recorded; none where the domain admits them. */
export const brokenBy = (facts: Facts, asOf: Day): readonly Admission[] =>
  ADMISSIONS.filter(({ breaks }) => breaks(facts, asOf));
