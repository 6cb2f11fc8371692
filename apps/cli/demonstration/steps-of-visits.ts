import { addDays, type PlainDate } from '#platform/plain-date.js';
import type { Id } from '#platform/ids.js';
import type { FindingArea, FindingOwner, FindingSeverity } from '#reference/data/areas.js';
import { VISIT_KINDS, type VisitKindCode } from '#assessments/visit-kinds.js';
import { INSPECTION_KINDS } from '#reference/data/inspections.js';
import { DEMONSTRATION_DAY, earliest } from './calendar.js';
import { inspected, requirementOn, type Counts } from './counts.js';
import type { Desk, Happening } from './happening.js';
import { measurement } from './steps-of-evidence.js';
import { act, nameOf, principalOf, together, type Actor, type Step, type Subject } from './subject.js';

export interface FindingStory {
  readonly reference: string;
  readonly area: FindingArea;
  readonly severity: FindingSeverity;
  readonly owner?: FindingOwner;
  readonly due: PlainDate;
  readonly statement: string;
}

export interface RecommendationStory {
  readonly reference: string;
  readonly area: FindingArea;
  readonly statement: string;
}

export interface VisitStory {
  readonly kind: VisitKindCode;
  /** Its first day. */
  readonly from: PlainDate;
  /** How many days it lasts. */
  readonly lasts?: number;
  readonly outcome: string;
  readonly summary?: string;
  readonly findings?: readonly FindingStory[];
  /** Recommendations, or conditions where the kind of visit asks for those. */
  readonly recommendations?: readonly RecommendationStory[];
}

const DAYS_AHEAD = 35;
const DAYS_FOR_REPORT = 7;
const USUAL_LENGTH = 4;

const TEAMS: Readonly<Partial<Record<VisitKindCode, readonly string[]>>> = {
  FPU_ASSESSMENT: ['Formed police assessment team leader', 'Police firearms instructor'],
  HOSPITAL: ['Medical officer', 'Biomedical engineer'],
  COE_ARRIVAL: ['Inspector of contingent-owned equipment'],
  COE_READINESS: ['Inspector of contingent-owned equipment'],
  COE_REPATRIATION: ['Inspector of contingent-owned equipment'],
};
const USUAL_TEAM = ['Team leader, force generation', 'Equipment officer', 'Training officer'];

/** The same visit for all pledges of a Member State whose stories name the same kind and the same first day. */
const visitName = ({ memberState }: Subject, kind: VisitKindCode, from: PlainDate): string =>
  `${memberState}/${kind}/${from}`;

const jointly =
  (
    day: PlainDate,
    actor: Actor,
    what: string,
    kind: VisitKindCode,
    from: PlainDate,
    record: (desk: Desk, name: string, pledgeIds: Id[], subject: Subject) => Promise<unknown>,
  ): Step =>
  (subject) => {
    const name = visitName(subject, kind, from);
    const happening: Happening = {
      day,
      by: principalOf(actor, subject),
      pledges: [subject.reference],
      shared: `${name}/${what}`,
      record: (desk, pledges) =>
        record(
          desk,
          name,
          pledges.map((pledge) => desk.kept(pledge)),
          subject,
        ),
    };
    return [happening];
  };

/** Planned five weeks ahead, or a fortnight ago where that is earlier; an evaluator is assigned a week later. */
export function visitPlanned(kind: VisitKindCode, from: PlainDate, lasts = USUAL_LENGTH): Step {
  const decidedOn = earliest(addDays(from, -DAYS_AHEAD), addDays(DEMONSTRATION_DAY, -14));
  const assignedOn = addDays(decidedOn, 7);
  return together(
    jointly(decidedOn, 'OFFICER', 'planned', kind, from, async (desk, name, pledgeIds, { memberState }) => {
      const plannedUntil = addDays(from, lasts - 1);
      const visit = await desk.use('planVisit', {
        memberState,
        kind,
        decidedOn,
        plannedFrom: from,
        plannedUntil,
        pledgeIds,
      });
      desk.keep(name, visit.id);
    }),
    jointly(assignedOn, 'OFFICER', 'assigned', kind, from, (desk, name, _pledgeIds, subject) =>
      desk.use('assignVisit', {
        visitId: desk.kept(name),
        subject: principalOf('EVALUATOR', subject).subject,
        assignedOn,
      }),
    ),
  );
}

/** A planned visit put off. */
export const visitPutOff = (
  on: PlainDate,
  kind: VisitKindCode,
  from: PlainDate,
  newFrom: PlainDate,
  purpose: string,
): Step =>
  jointly(on, 'OFFICER', 'put off', kind, from, async (desk, name) => {
    const visitId = desk.kept(name);
    return desk.use('replanVisit', {
      visitId,
      expectedVersion: await desk.versionOf('visit', visitId),
      decidedOn: on,
      plannedFrom: newFrom,
      plannedUntil: addDays(newFrom, USUAL_LENGTH - 1),
      purpose,
    });
  });

/** A planned visit called off. */
export const visitCancelled = (on: PlainDate, kind: VisitKindCode, from: PlainDate, reason: string): Step =>
  jointly(on, 'OFFICER', 'called off', kind, from, async (desk, name) => {
    const visitId = desk.kept(name);
    return desk.use('cancelVisit', {
      visitId,
      expectedVersion: await desk.versionOf('visit', visitId),
      cancelledOn: on,
      reason,
    });
  });

/** Planned, held by an evaluator with a team, and reported a week later: outcome, findings, recommendations. */
export function visited(story: VisitStory): Step {
  const { kind, from, lasts = USUAL_LENGTH, outcome, summary, findings = [], recommendations = [] } = story;
  const heldUntil = addDays(from, lasts - 1);
  const reportedOn = addDays(heldUntil, DAYS_FOR_REPORT);
  return together(
    visitPlanned(kind, from, lasts),
    jointly(heldUntil, 'EVALUATOR', 'held', kind, from, async (desk, name) => {
      const visitId = desk.kept(name);
      return desk.use('holdVisit', {
        visitId,
        expectedVersion: await desk.versionOf('visit', visitId),
        heldFrom: from,
        heldUntil,
        team: [...(TEAMS[kind] ?? USUAL_TEAM)],
      });
    }),
    ...(VISIT_KINDS[kind].components.length > 0 ? [componentsJudged(story, reportedOn)] : []),
    act(reportedOn, 'EVALUATOR', async (desk, pledgeId, subject) => {
      const { id } = await desk.use('recordOutcome', {
        visitId: desk.kept(visitName(subject, kind, from)),
        pledgeId,
        outcome,
        ...(summary === undefined ? {} : { summary }),
      });
      desk.keep(nameOf(subject, `outcome ${kind} ${from}`), id);
    }),
    ...findings.map((finding) => found(story, reportedOn, finding)),
    ...recommendations.map((recommendation) => recommended(story, reportedOn, recommendation)),
  );
}

/** Components that went badly, by how the visit ended: the first ones of its kind. */
const FAILED: Readonly<Record<string, number>> = { FAIL: 2, UNSATISFACTORY: 2, PASS_WITH_CONDITIONS: 1 };
/** Of so many persons or pieces, so many passed where a component passed, and where it failed. */
const [TESTED, PASSED, PASSED_OF_FAILED] = [20, 19, 12];

const componentsJudged = ({ kind, from, outcome }: VisitStory, on: PlainDate): Step =>
  act(on, 'EVALUATOR', async (desk, pledgeId, subject) => {
    const failed = FAILED[outcome] ?? 0;
    const { id } = await desk.use('recordComponentResults', {
      visitId: desk.kept(visitName(subject, kind, from)),
      pledgeId,
      components: VISIT_KINDS[kind].components.map(({ code }, place) => ({
        component: code,
        result: place < failed ? 'FAIL' : 'PASS',
        ...(place > failed ? {} : { tested: TESTED, passed: place < failed ? PASSED_OF_FAILED : PASSED }),
      })),
    });
    desk.keep(nameOf(subject, `components ${kind} ${from}`), id);
  });

const found = ({ kind, from }: VisitStory, on: PlainDate, finding: FindingStory): Step =>
  act(on, 'EVALUATOR', async (desk, pledgeId, subject) => {
    const { reference, area, severity, owner = 'MEMBER_STATE', due, statement } = finding;
    const { id } = await desk.use('raiseFinding', {
      visitId: desk.kept(visitName(subject, kind, from)),
      pledgeId,
      reference,
      area,
      severity,
      owner,
      dueOn: due,
      statement,
    });
    desk.keep(nameOf(subject, reference), id);
  });

const recommended = ({ kind, from }: VisitStory, on: PlainDate, recommendation: RecommendationStory): Step =>
  act(on, 'EVALUATOR', async (desk, pledgeId, subject) => {
    const { reference, area, statement } = recommendation;
    const { id } = await desk.use('raiseRecommendation', {
      visitId: desk.kept(visitName(subject, kind, from)),
      pledgeId,
      reference,
      kind: VISIT_KINDS[kind].asksFor,
      area,
      statement,
    });
    desk.keep(nameOf(subject, reference), id);
  });

/** What a visit counted itself, recorded on a day after it; an inspection by line. */
export const counted = (
  { kind, from }: Pick<VisitStory, 'kind' | 'from'>,
  on: PlainDate,
  counts: Counts,
): Step =>
  act(on, 'EVALUATOR', async (desk, pledgeId, subject): Promise<unknown> => {
    const of = { pledgeId, visitId: desk.kept(visitName(subject, kind, from)) };
    return INSPECTION_KINDS.includes(kind)
      ? desk.use('recordInspection', { ...of, ...inspected(requirementOn(subject, from), counts) })
      : desk.use('recordMeasurement', { ...of, ...measurement(from, subject, counts) });
  });

export const findingAnswered = (on: PlainDate, reference: string, answer: string): Step =>
  act(on, 'DESK_OFFICER', (desk, _pledgeId, subject) =>
    desk.use('answerFinding', { findingId: desk.kept(nameOf(subject, reference)), answeredOn: on, answer }),
  );

export const findingClosed = (on: PlainDate, reference: string, evidence: string): Step =>
  act(on, 'EVALUATOR', async (desk, pledgeId, subject) =>
    desk.use('closeFinding', {
      findingId: desk.kept(nameOf(subject, reference)),
      expectedVersion: await desk.versionOf('pledge', pledgeId),
      closedOn: on,
      evidence,
    }),
  );

export const recommendationAnswered = (on: PlainDate, reference: string, answer: string): Step =>
  act(on, 'DESK_OFFICER', (desk, _pledgeId, subject) =>
    desk.use('answerRecommendation', {
      recommendationId: desk.kept(nameOf(subject, reference)),
      answeredOn: on,
      answer,
    }),
  );

interface DeficiencyStory {
  readonly reference: string;
  /** The first day of the hospital visit that found it. */
  readonly visit: PlainDate;
  readonly raised: PlainDate;
  readonly due: PlainDate;
  readonly severity: FindingSeverity;
  readonly statement: string;
}

export const deficiencyRaised = (story: DeficiencyStory): Step =>
  act(story.raised, 'EVALUATOR', async (desk, pledgeId, subject) => {
    const { reference, visit, raised, due, severity, statement } = story;
    const { id } = await desk.use('raiseHospitalDeficiency', {
      pledgeId,
      visitId: desk.kept(visitName(subject, 'HOSPITAL', visit)),
      reference,
      severity,
      raisedOn: raised,
      dueOn: due,
      statement,
    });
    desk.keep(nameOf(subject, reference), id);
  });

export const deficiencyClosed = (on: PlainDate, reference: string, evidence: string): Step =>
  act(on, 'EVALUATOR', async (desk, pledgeId, subject) =>
    desk.use('closeHospitalDeficiency', {
      hospitalDeficiencyId: desk.kept(nameOf(subject, reference)),
      expectedVersion: await desk.versionOf('pledge', pledgeId),
      closedOn: on,
      evidence,
    }),
  );
