import { addDays, type PlainDate } from '#platform/plain-date.js';
import { EVALUATION_AREAS } from '#reference/data/areas.js';
import { monthsAfter } from './calendar.js';
import { act, nameOf, principalOf, type Step } from './subject.js';

export type Verdict = 'SATISFACTORY' | 'NEEDS_IMPROVEMENT' | 'UNSATISFACTORY';

/** What a unit scores on the five steps where it is judged so; areas in turn one above and one below. */
const SCORES: Readonly<Record<Verdict, number>> = {
  SATISFACTORY: 4,
  NEEDS_IMPROVEMENT: 3,
  UNSATISFACTORY: 2,
};

/** A unit is given to an evaluator, who then sees all its facts. */
export const unitAssigned = (on: PlainDate): Step =>
  act(on, 'OFFICER', (desk, pledgeId, subject) =>
    desk.use('assignUnit', {
      pledgeId,
      subject: principalOf('EVALUATOR', subject).subject,
      assignedOn: on,
    }),
  );

/** An evaluation in the mission over the quarter that ended a fortnight before. */
export const evaluated = (on: PlainDate, verdict: Verdict, mission: string, summary?: string): Step =>
  act(on, 'EVALUATOR', async (desk, pledgeId, subject) => {
    const periodUntil = addDays(on, -14);
    const score = SCORES[verdict];
    const { id } = await desk.use('recordEvaluation', {
      pledgeId,
      mission,
      periodFrom: addDays(monthsAfter(periodUntil, -3), 1),
      periodUntil,
      evaluatedOn: on,
      scale: 'FIVE_STEP',
      rawScore: score,
      areas: EVALUATION_AREAS.map((area, place) => ({ area, score: score + (place % 3) - 1 })),
      verdict,
      ...(summary === undefined ? {} : { summary }),
    });
    desk.keep(nameOf(subject, `evaluation ${on}`), id);
  });

interface PlanStory {
  /** The day of the evaluation that it follows; a plan is kept under it. */
  readonly after: PlainDate;
  readonly opened: PlainDate;
  readonly due: PlainDate;
  readonly actions: readonly string[];
}

const planName = (after: PlainDate) => `plan after ${after}`;

export const planOpened = ({ after, opened, due, actions }: PlanStory): Step =>
  act(opened, 'OFFICER', async (desk, _pledgeId, subject) => {
    const plan = await desk.use('openPlan', {
      evaluationId: desk.kept(nameOf(subject, `evaluation ${after}`)),
      openedOn: opened,
      dueOn: due,
      actions: actions.map((statement) => ({ dueOn: due, owner: 'MEMBER_STATE', statement })),
    });
    desk.keep(nameOf(subject, planName(after)), plan.id);
    for (const { id, statement } of plan.actions) desk.keep(nameOf(subject, statement), id);
  });

/** An action that is asked for later than the plan, and how far the Member State has come with it. */
export const actionAdded = (after: PlainDate, on: PlainDate, due: PlainDate, statement: string): Step =>
  act(on, 'DESK_OFFICER', async (desk, _pledgeId, subject) => {
    const { id } = await desk.use('addPlanAction', {
      improvementPlanId: desk.kept(nameOf(subject, planName(after))),
      setOn: on,
      dueOn: due,
      owner: 'MEMBER_STATE',
      statement,
    });
    desk.keep(nameOf(subject, statement), id);
  });

/** The Member State says how far it has come; that an action falls away is the Secretariat's to say. */
export const actionProgressed = (
  on: PlainDate,
  statement: string,
  state: 'IN_PROGRESS' | 'DONE' | 'DROPPED',
  note: string,
): Step =>
  act(on, state === 'DROPPED' ? 'OFFICER' : 'DESK_OFFICER', (desk, _pledgeId, subject) =>
    desk.use('progressPlanAction', {
      planActionId: desk.kept(nameOf(subject, statement)),
      progressedOn: on,
      state,
      note,
    }),
  );

/** @param after the evaluation whose plan it is of: its day */
export const actionExtended = (
  after: PlainDate,
  on: PlainDate,
  statement: string,
  due: PlainDate,
  reason: string,
): Step =>
  act(on, 'OFFICER', async (desk, _pledgeId, subject) =>
    desk.use('extendPlanAction', {
      planActionId: desk.kept(nameOf(subject, statement)),
      expectedVersion: await desk.versionOf('improvement_plan', desk.kept(nameOf(subject, planName(after)))),
      setOn: on,
      dueOn: due,
      reason,
    }),
  );

export const planExtended = (after: PlainDate, on: PlainDate, due: PlainDate, note: string): Step =>
  act(on, 'OFFICER', async (desk, _pledgeId, subject) => {
    const improvementPlanId = desk.kept(nameOf(subject, planName(after)));
    return desk.use('extendPlan', {
      improvementPlanId,
      expectedVersion: await desk.versionOf('improvement_plan', improvementPlanId),
      setOn: on,
      dueOn: due,
      note,
    });
  });

export const planClosed = (
  after: PlainDate,
  on: PlainDate,
  outcome: 'ACHIEVED' | 'NOT_ACHIEVED',
  evidence: string,
): Step =>
  act(on, 'OFFICER', async (desk, _pledgeId, subject) => {
    const improvementPlanId = desk.kept(nameOf(subject, planName(after)));
    return desk.use('closePlan', {
      improvementPlanId,
      expectedVersion: await desk.versionOf('improvement_plan', improvementPlanId),
      closedOn: on,
      outcome,
      evidence,
    });
  });
