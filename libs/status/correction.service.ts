import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { mayUse } from '#access/permissions.js';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { dayOf } from '#platform/plain-date.js';
import { ProblemError } from '#platform/problem.js';
import type { FactKind } from '#platform/record/fact-kind.js';
import { voidFact } from '#platform/record/record.js';
import type { RecordedFact } from '#platform/record/recorded-fact.entity.js';
import { raiseVersion, type TableWithVersion } from '#platform/record/version.js';
import { effectOf, type Concerned } from './correction-effect.js';
import type { CorrectInput } from './correction.input.js';
import { Correction } from './correction.type.js';
import { decisionsOn } from './decisions-resting.js';
import { KINDS, RECORDED_THROUGH, replacementField } from './kinds.js';

/** Corrections: a fact is voided with a reason, and written anew where it should have said something else. */
@Injectable()
export class CorrectionService {
  /**
   * Voids one fact and, with a replacement, records it as it should have been. It keeps its name and what rests on it.
   * @throws ProblemError RESTED_ON where others rest on a fact that would go, and to a Member State where a level decision
   *   rests on one that would be another; ALREADY_CLOSED where it is void already;
   *   NOT_PERMITTED for anybody but staff on what another role recorded; and whatever the replacement breaks
   */
  async correct(context: OperationContext, input: CorrectInput): Promise<Correction> {
    const kind = KINDS.find(({ name }) => name === input.kind);
    if (kind === undefined) throw ProblemError.invalid('UNKNOWN_CODE', { field: 'kind', value: input.kind });
    const content = contentOf(input);
    const fact = await standingFact(context, kind, input.id);
    permitted(context, kind, fact);
    if (content === undefined) notFinal(context, kind, fact);
    const owner = await kind.ownerOf(context, fact);
    await raiseOwner(context, fact, input.expectedVersion ?? null);
    if (content === undefined) await nothingRestsOn(context, kind, fact);
    else await noLevelRestsOn(context, kind, fact);
    const effect = await effectOf(context, concernedBy(fact, content), async () => {
      await voidFact(context, kind.entity, fact, input.reason);
      if (content === undefined) return;
      await kind.write(context, owner, content, { id: fact.id }).catch((error: unknown) => {
        throw inReplacement(error, kind, content);
      });
    });
    const replaced = content !== undefined;
    return Object.assign(new Correction(), { kind: kind.name, id: fact.id, replaced, effect });
  }

  /** As `correct`, by the same rules, and nothing of it remains: not even a version is raised. */
  async preview(context: OperationContext, input: CorrectInput): Promise<Correction> {
    const correction = await this.correct(context, input);
    context.rolledBack = true;
    return correction;
  }
}

/** A fact of a pledge concerns that pledge; of a visit, all that it covers; of neither, its whole Member State. */
function concernedBy(
  { memberState, pledgeId, visitId }: RecordedFact & { pledgeId?: Id | null; visitId?: Id | null },
  content: { pledgeId?: string } = {},
): Concerned {
  if (pledgeId)
    return { memberState, pledgeIds: [pledgeId, ...(content.pledgeId ? [content.pledgeId] : [])] };
  return visitId ? { memberState, visitId } : { memberState, everyPledge: true };
}

function contentOf({ kind, replacement }: CorrectInput): object | undefined {
  if (!replacement) return undefined;
  const field = replacementField(kind);
  const given = Object.keys(replacement).filter((name) => replacement[name]);
  const content = replacement[field];
  if (!content || given.length !== 1) {
    throw ProblemError.invalid('REQUIRED', {
      field: `replacement.${field}`,
      value: given.join(', ') || null,
    });
  }
  return content;
}

/** A problem with the new content names the field where the correction's input holds it. */
function inReplacement(error: unknown, { name }: FactKind, content: object): unknown {
  if (error instanceof ProblemError) {
    const { field } = error.problem;
    const [first = ''] = field?.split('.') ?? [];
    if (first in content) error.problem.field = `replacement.${replacementField(name)}.${field}`;
  }
  return error;
}

async function standingFact(context: OperationContext, kind: FactKind, id: string): Promise<RecordedFact> {
  const named = { id: id as Id };
  const fact = await context.entities((manager) =>
    manager.findOneBy(kind.entity, { ...named, voidedAt: IsNull() }),
  );
  if (fact !== null) return fact;
  const voided = await context.entities((manager) =>
    manager.findOne(kind.entity, { where: named, order: { voidedAt: 'DESC' } }),
  );
  if (voided === null) throw ProblemError.notFound('id', id);
  const limit = voided.voidedAt && dayOf(voided.voidedAt);
  throw ProblemError.invalid('ALREADY_CLOSED', { field: 'id', value: id, limit });
}

// The database accepts the change from any role that may record such a fact. That a Member State undoes only what its
// own people recorded, and an evaluator only what that evaluator did, is a rule of the house.
function permitted({ principal }: OperationContext, { name }: FactKind, fact: RecordedFact): void {
  const rootField = RECORDED_THROUGH[name] ?? name;
  const own = {
    STAFF: true,
    MEMBER_STATE: fact.recordedRole === 'MEMBER_STATE',
    EVALUATOR: fact.recordedRole === 'EVALUATOR' && fact.recordedBy === principal.subject,
  }[principal.role];
  if (!own || !mayUse(principal.role, rootField)) throw ProblemError.notPermitted(principal.role, 'correct');
}

/** What a Member State ended itself, as by withdrawing a pledge, it does not begin again by itself. */
function notFinal({ principal }: OperationContext, kind: FactKind, fact: RecordedFact): void {
  if (principal.role !== 'STAFF' && kind.isFinal?.(fact)) {
    throw ProblemError.notPermitted(principal.role, 'correct');
  }
}

async function raiseOwner(
  context: OperationContext,
  fact: object,
  expectedVersion: number | null,
): Promise<void> {
  const owner = versionedOwner(fact);
  if (owner === undefined) return;
  if (expectedVersion === null) throw ProblemError.invalid('REQUIRED', { field: 'expectedVersion' });
  await raiseVersion(context, ...owner, expectedVersion);
}

/** The pledge whose fact it is, else the visit; a bar of a whole Member State has no version to hold it against. */
function versionedOwner(fact: {
  pledgeId?: Id | null;
  visitId?: Id | null;
}): [TableWithVersion, Id] | undefined {
  if (fact.pledgeId) return ['pledge', fact.pledgeId];
  return fact.visitId ? ['visit', fact.visitId] : undefined;
}

async function nothingRestsOn(context: OperationContext, kind: FactKind, fact: RecordedFact): Promise<void> {
  const dependents = [
    ...((await kind.dependents?.(context, fact)) ?? []),
    ...(await decisionsOn(context, kind.name, [fact.id])),
  ];
  if (dependents.length > 0) throw ProblemError.restedOn(fact.id, dependents);
}

/** What a level was decided on is replaced by staff alone: else the decision would rest on what nobody looked at. */
async function noLevelRestsOn(
  context: OperationContext,
  { name }: FactKind,
  { id }: RecordedFact,
): Promise<void> {
  if (context.principal.role !== 'MEMBER_STATE') return;
  const decisions = await decisionsOn(context, name, [id]);
  if (decisions.length > 0) throw ProblemError.restedOn(id, decisions);
}
