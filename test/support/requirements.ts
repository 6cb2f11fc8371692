import {
  REQUIREMENT_STATEMENTS,
  type RequirementStatementRow,
} from '#reference/data/requirement-statements.js';
import type { Input } from './changes.js';

/** A version of a statement of unit requirements. */
export function requirement(id: string): RequirementStatementRow {
  const found = REQUIREMENT_STATEMENTS.find((statement) => statement.id === id);
  if (found === undefined) throw new RangeError(`there is no statement ${id}`);
  return found;
}

/** All that a statement asks for, offered; what `short` names otherwise. */
export function offerAll(
  { id, strength, equipment, selfSustainment }: RequirementStatementRow,
  alignedOn: string,
  short: Readonly<Record<string, { readonly offered: number; readonly variation?: string }>> = {},
): Input {
  return {
    alignedOn,
    requirementStatementId: id,
    strength,
    equipmentLines: equipment.map(({ item, quantity }) => ({ item, offered: quantity, ...short[item] })),
    selfSustainmentCategories: selfSustainment.map(({ category, required }) => ({
      category,
      offered: required,
      ...short[category],
    })),
  };
}

/** Every line of a statement as it was counted: as many as are asked for, and what `otherwise` says of one. */
export const countAll = (
  { equipment }: RequirementStatementRow,
  otherwise: Readonly<Record<string, Input>> = {},
): Input[] =>
  equipment.map(({ item, quantity }) => ({ item, agreed: quantity, present: quantity, ...otherwise[item] }));
