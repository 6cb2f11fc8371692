import type { Id } from '#platform/ids.js';
import { ProblemError } from '#platform/problem.js';
import { build } from '#platform/record/record.js';
import { eachOnce, notBefore } from '#platform/record/rules.js';
import { saidOnce } from '#platform/record/said-once.js';
import { ofPledge, type PledgeFactKind } from './pledge-kind.js';
import { standingOf } from './pledge-standing.js';
import {
  RequirementAlignment,
  RequirementAlignmentCategory,
  RequirementAlignmentLine,
} from './requirement-alignment.entity.js';
import {
  RequirementAlignmentContent,
  type AlignmentCategoryInput,
  type AlignmentLineInput,
} from './requirement-alignment.input.js';
import { happened, statementInEffect } from './rules.js';

/** What a unit offers against a statement of unit requirements. Offering less is recorded, never refused. */
export const requirementAlignmentKind: PledgeFactKind<RequirementAlignment, RequirementAlignmentContent> =
  saidOnce(
    {
      name: 'REQUIREMENT_ALIGNMENT',
      entity: RequirementAlignment,
      content: RequirementAlignmentContent,
      ownerOf: (context, fact) => standingOf(context, fact.pledgeId),
      write: async (context, pledge, content, corrected) => {
        happened(context, pledge, 'alignedOn', content.alignedOn);
        notBefore('BEFORE_OPENING', 'alignedOn', content.alignedOn, pledge.steps[0]?.occurredOn ?? null);
        answersEachLine(content, pledge.unitType);
        const alignment = build(
          context,
          RequirementAlignment,
          ofPledge<RequirementAlignment>(pledge, rowOf(content)),
          corrected,
        );
        const { rowId: requirementAlignmentId, memberState, pledgeId } = alignment;
        const of = { requirementAlignmentId, memberState, pledgeId };
        await context.insert(RequirementAlignment, [alignment]);
        await context.insert(RequirementAlignmentLine, content.equipmentLines.map(lineOf(of)));
        await context.insert(
          RequirementAlignmentCategory,
          (content.selfSustainmentCategories ?? []).map(categoryOf(of)),
        );
        return alignment;
      },
    },
    { field: 'alignedOn', parts: [RequirementAlignmentLine, RequirementAlignmentCategory] },
  );

/** Each line of the statement once: one that is left out, or misspelt, would be missing evidence that nobody sees. */
function answersEachLine(content: RequirementAlignmentContent, unitType: string): void {
  const { requirementStatementId, alignedOn, equipmentLines, selfSustainmentCategories } = content;
  const asked = statementInEffect('requirementStatementId', requirementStatementId, unitType, alignedOn);
  const items = equipmentLines.map(({ item }) => item);
  eachOnce('equipmentLines', 'item', items);
  eachOnce(
    'selfSustainmentCategories',
    'category',
    selfSustainmentCategories?.map(({ category }) => category),
  );
  const missing = asked.equipment.map(({ item }) => item).filter((item) => !items.includes(item));
  if (missing.length > 0) {
    const at = { field: 'equipmentLines', value: missing.join(', ') };
    throw ProblemError.invalid('REQUIREMENT_LINE_MISSING', at);
  }
}

const rowOf = ({
  alignedOn,
  requirementStatementId,
  strength,
  strengthVariation = null,
  note = null,
}: RequirementAlignmentContent) => ({ alignedOn, requirementStatementId, strength, strengthVariation, note });

interface Of {
  readonly requirementAlignmentId: Id;
  readonly memberState: string;
  readonly pledgeId: Id;
}

const lineOf =
  (of: Of) =>
  ({ item, offered, variation = null }: AlignmentLineInput) => ({ ...of, item, offered, variation });

const categoryOf =
  (of: Of) =>
  ({ category, offered, variation = null }: AlignmentCategoryInput) => ({
    ...of,
    category,
    offered,
    variation,
  });
