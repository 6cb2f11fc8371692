import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { CodeField, DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { ProblemError, type RecordReference } from '#platform/problem.js';
import { build } from '#platform/record/record.js';
import { LevelDecisionEvidence } from '#pledges/level-decision-evidence.entity.js';
import { LevelDecision } from '#pledges/level-decision.entity.js';
import { ofPledge, type PledgeFactKind } from '#pledges/pledge-kind.js';
import { afterRegistration, standingOf, type PledgeStanding } from '#pledges/pledge-standing.js';
import { happened } from '#pledges/rules.js';
import { LEVEL_RANK, LEVELS, type Level } from '#reference/codes.js';
import type { RecordedFacts, Records } from './facts.js';
import { statusOfPledges, type PledgeAtMoment } from './status-of-pledges.js';
import { referencesOf, uniqueReferences } from './why.js';

@InputType()
export class EvidenceInput {
  @TextField(40, { description: 'The kind of record, as `why` names it.' })
  kind!: string;

  @IdField()
  id!: string;
}

@InputType()
export class LevelDecisionContent {
  @DayField()
  decidedOn!: PlainDate;

  @CodeField(LEVELS)
  level!: Level;

  @TextField(1000, { optional: true, description: 'Required above what the evidence carries.' })
  reason?: string | null;

  @Field(() => [EvidenceInput], {
    nullable: true,
    description:
      'The records it rests on, one at least above NONE; left out, all that the ladder looked at on that day.',
  })
  @Type(() => EvidenceInput)
  @ValidateNested({ each: true })
  @ArrayMaxSize(200, { context: { code: 'TOO_LARGE', limit: 200 } })
  @IsOptional()
  evidence?: EvidenceInput[] | null;
}

@InputType()
export class DecideLevelInput extends LevelDecisionContent {
  @IdField()
  pledgeId!: string;

  @VersionField()
  expectedVersion!: number;
}

/** A level decided by a person: on or after registration, with a reason where it goes beyond the evidence. */
export const levelDecisionKind: PledgeFactKind<LevelDecision, LevelDecisionContent> = {
  name: 'LEVEL_DECISION',
  entity: LevelDecision,
  content: LevelDecisionContent,
  ownerOf: (context, fact) => standingOf(context, fact.pledgeId),
  write: async (context, pledge, content, corrected) => {
    const { decidedOn, level, reason = null } = content;
    happened(context, pledge, 'decidedOn', decidedOn);
    afterRegistration(pledge, 'decidedOn', decidedOn);
    const status = await statusOn(context, pledge, decidedOn);
    const computedLevel = status.evaluation.level;
    if (LEVEL_RANK[level] > LEVEL_RANK[computedLevel] && reason === null) {
      throw ProblemError.invalid('LEVEL_NEEDS_REASON', {
        field: 'reason',
        value: level,
        limit: computedLevel,
      });
    }
    const evidence = uniqueReferences(evidenceFor(content, status));
    if (level !== 'NONE' && evidence.length === 0) {
      throw ProblemError.invalid('REQUIRED', { field: 'evidence' });
    }
    const row = { decidedOn, level, computedLevel, parameterSet: status.parameterSet.number, reason };
    const decision = build(context, LevelDecision, ofPledge<LevelDecision>(pledge, row), corrected);
    await context.insert(LevelDecision, [decision]);
    await context.insert(LevelDecisionEvidence, evidenceRows(decision, evidence));
    return decision;
  },
};

async function statusOn(
  context: OperationContext,
  { id }: PledgeStanding,
  asOf: PlainDate,
): Promise<PledgeAtMoment> {
  const status = (await statusOfPledges(context, [id], { asOf, knownOn: context.now })).get(id);
  // A registered pledge has taken its first step by the day of any later decision.
  if (status === undefined) throw new Error(`pledge ${id} has no facts on ${asOf}`);
  return status;
}

function evidenceFor(
  { evidence }: LevelDecisionContent,
  { facts }: PledgeAtMoment,
): readonly RecordReference[] {
  const looked = lookedAt(facts);
  if (!evidence) return looked;
  return evidence.map(({ kind, id }, index) => {
    const found = looked.find((record) => record.kind === kind && record.id === id);
    if (found === undefined) throw ProblemError.notFound(`evidence.${index}.id`, id);
    return found;
  });
}

/** Every record that the ladder's gates look at, by kind and id. */
function lookedAt({ documents, aav, measurements, rdl, records }: RecordedFacts): RecordReference[] {
  const facts = [
    ...documents,
    aav,
    ...(aav?.criticalFindings ?? []),
    measurements.serviceability,
    rdl,
    rdl?.verification,
  ];
  return [records.registeredOn, records.confirmedOn, ...facts.map(recordsIn)].flatMap(referencesOf);
}

const recordsIn = (fact: object | null | undefined) =>
  (fact as { records?: Records } | null | undefined)?.records;

const evidenceRows = (
  decision: LevelDecision,
  evidence: readonly RecordReference[],
): LevelDecisionEvidence[] =>
  evidence.map(({ kind, id }) =>
    Object.assign(new LevelDecisionEvidence(), {
      levelDecisionId: decision.rowId,
      memberState: decision.memberState,
      pledgeId: decision.pledgeId,
      recordKind: kind,
      recordId: id,
    }),
  );
