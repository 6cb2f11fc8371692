import { Field, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { CodeField, DayField, IdField, PartField, TextField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import { build } from '#platform/record/record.js';
import { keepsGround, recordsResting } from '#platform/record/resting.js';
import { interval, notBefore } from '#platform/record/rules.js';
import { saidOnce } from '#platform/record/said-once.js';
import { ofPledge, type PledgeFactKind } from '#pledges/pledge-kind.js';
import { pledgedOn, standingOf, type PledgeStanding } from '#pledges/pledge-standing.js';
import { happened, knownMission } from '#pledges/rules.js';
import { VERDICTS } from '#reference/codes.js';
import {
  EVALUATION_AREAS,
  EVALUATION_SCALES,
  type EvaluationScale,
  type EvaluationScaleId,
} from '#reference/data/areas.js';
import { Evaluation, EvaluationArea } from './evaluation.entity.js';

const SCALE_IDS = EVALUATION_SCALES.map(({ id }) => id);

@InputType()
export class EvaluationAreaContent {
  @CodeField(EVALUATION_AREAS)
  area!: string;

  @Field(() => Int, { description: 'Within the scale.' })
  score!: number;
}

@InputType()
export class EvaluationContent {
  @TextField(40, { description: 'The mission in which the unit was evaluated.' })
  mission!: string;

  @DayField()
  periodFrom!: PlainDate;

  @DayField()
  periodUntil!: PlainDate;

  @DayField({ description: 'The day from which it counts.' })
  evaluatedOn!: PlainDate;

  @CodeField(SCALE_IDS)
  scale!: EvaluationScaleId;

  @Field(() => Int, {
    nullable: true,
    description: 'Within the scale; left out where only areas are scored.',
  })
  @IsOptional()
  rawScore?: number | null;

  @PartField(EvaluationAreaContent, { each: true, optional: true })
  areas?: EvaluationAreaContent[] | null;

  @CodeField(VERDICTS, { description: "The evaluators' own; no score decides it." })
  verdict!: string;

  @TextField(4000, { optional: true })
  summary?: string | null;
}

@InputType()
export class RecordEvaluationInput extends EvaluationContent {
  @IdField()
  pledgeId!: string;
}

// A plan whose terms were all voided never was.
const plan = `id IN (SELECT t.id FROM improvement_plan_terms t JOIN improvement_plan p ON p.id = t.improvement_plan_id
  WHERE p.evaluation_id = $1)`;
const terms = { kind: 'IMPROVEMENT_PLAN_TERMS', table: 'improvement_plan_terms' };

export const evaluationKind: PledgeFactKind<Evaluation, EvaluationContent> = saidOnce(
  {
    name: 'EVALUATION',
    entity: Evaluation,
    content: EvaluationContent,
    ownerOf: (context, { pledgeId }) => standingOf(context, pledgeId),
    write: async (context, pledge, content, corrected) => {
      const { mission, periodFrom, periodUntil, evaluatedOn, scale, rawScore = null } = content;
      const { verdict, summary = null } = content;
      const areas = content.areas ?? [];
      knownMission('mission', mission);
      interval('periodUntil', periodFrom, periodUntil);
      notBefore('BEFORE_OPENING', 'evaluatedOn', evaluatedOn, periodUntil);
      happened(context, pledge, 'evaluatedOn', evaluatedOn);
      inMission(pledge, evaluatedOn);
      ofItsTour(pledge, content);
      scoredWithin(scale, content);
      if (corrected) {
        const openedEarlier = [{ ...terms, where: `${plan} AND set_on < $2` }];
        await keepsGround(context, corrected.id, openedEarlier, [corrected.id, evaluatedOn]);
      }
      const row = { mission, periodFrom, periodUntil, evaluatedOn, scale, rawScore, verdict, summary, areas };
      const evaluation = build(context, Evaluation, ofPledge<Evaluation>(pledge, row), corrected);
      await context.insert(Evaluation, [evaluation]);
      const { memberState, pledgeId, rowId: evaluationId } = evaluation;
      const rows = areas.map((area) => ({ memberState, pledgeId, evaluationId, ...area }));
      await context.insert(EvaluationArea, rows);
      return evaluation;
    },
    dependents: (context, { id }) => recordsResting(context, [{ ...terms, where: plan }], [id]),
  },
  { field: 'evaluatedOn', parts: [EvaluationArea] },
);

/**
 * A unit is evaluated in the mission that it was deployed to. An earlier tour may have been evaluated before the unit was
 * registered, or while it is not, before it was pledged: nothing is on record of its missions then.
 */
export function inMission({ steps }: PledgeStanding, evaluatedOn: PlainDate): void {
  if (evaluatedOn < pledgedOn(steps)) return;
  const deployed = steps.find(({ state }) => state === 'DEPLOYED');
  if (deployed === undefined || evaluatedOn < deployed.occurredOn) {
    const at = { field: 'evaluatedOn', value: evaluatedOn, limit: deployed?.occurredOn ?? null };
    throw ProblemError.invalid('BEFORE_DEPLOYMENT', at);
  }
}

/** The mission is that of the tour in which the period ended, where it is on record. */
function ofItsTour(
  { steps }: PledgeStanding,
  { mission, periodUntil, evaluatedOn }: EvaluationContent,
): void {
  if (evaluatedOn < pledgedOn(steps)) return;
  const deployed = steps.filter(({ state }) => state === 'DEPLOYED');
  const tour = deployed.findLast(({ occurredOn }) => occurredOn <= periodUntil) ?? deployed[0];
  const known = tour?.mission ?? null;
  if (known !== null && known !== mission) {
    throw ProblemError.invalid('CONTRADICTION', { field: 'mission', value: mission, limit: known });
  }
}

/** Every score lies within the scale, and an area is scored once. */
function scoredWithin(scaleId: EvaluationScaleId, { rawScore, areas }: EvaluationContent): void {
  const scale = EVALUATION_SCALES.find(({ id }) => id === scaleId);
  if (scale === undefined) throw new Error(`no scale ${scaleId}`);
  if (typeof rawScore === 'number') within(scale, 'rawScore', rawScore);
  const scored = new Set<string>();
  for (const [index, { area, score }] of (areas ?? []).entries()) {
    if (scored.has(area)) {
      throw ProblemError.invalid('ALREADY_EXISTS', { field: `areas.${index}.area`, value: area });
    }
    scored.add(area);
    within(scale, `areas.${index}.score`, score);
  }
}

function within({ lowest, highest }: EvaluationScale, field: string, value: number): void {
  if (value < lowest) throw ProblemError.invalid('TOO_SMALL', { field, value, limit: lowest });
  if (value > highest) throw ProblemError.invalid('TOO_LARGE', { field, value, limit: highest });
}
