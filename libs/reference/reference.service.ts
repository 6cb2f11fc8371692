import { Injectable } from '@nestjs/common';
import { term } from '#platform/messages/render.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { isUnitTypeCode } from './data/unit-types.js';
import {
  MEMBER_STATES_SQL,
  MISSIONS_SQL,
  PARAMETER_SETS_SQL,
  REQUIREMENT_STATEMENTS_SQL,
  UNIT_TYPES_SQL,
} from './reference.sql.js';
import type {
  MemberState,
  Mission,
  ParameterSet,
  RequirementStatement,
  UnitType,
} from './reference.types.js';

/** As the database knows it: names are the catalogue's. */
type Unnamed<Statement extends RequirementStatement> = Omit<Statement, 'equipment' | 'selfSustainment'> & {
  readonly equipment: readonly Omit<Statement['equipment'][number], 'name'>[];
  readonly selfSustainment: readonly Omit<Statement['selfSustainment'][number], 'name'>[];
};

/** What belongs to no Member State: every role may read it, nobody writes it through the registry. */
@Injectable()
export class ReferenceService {
  /** All 193, in the order of their English names, named in the language of who asks. */
  memberStates(context: OperationContext): Promise<MemberState[]> {
    return context.query(MEMBER_STATES_SQL, [context.locale]);
  }

  async unitTypes(context: OperationContext): Promise<UnitType[]> {
    const rows = await context.query<Omit<UnitType, 'name'>>(UNIT_TYPES_SQL);
    return rows.map((row) => ({ ...row, name: term(context.locale, 'unitType', row.code) }));
  }

  /** Current missions first. */
  missions(context: OperationContext): Promise<Mission[]> {
    return context.query(MISSIONS_SQL);
  }

  /** Every version, of one unit type or of all. */
  async requirementStatements(
    context: OperationContext,
    unitType: string | null = null,
  ): Promise<RequirementStatement[]> {
    const { locale } = context;
    if (unitType !== null && !isUnitTypeCode(unitType)) return [];
    const rows = await context.query<Unnamed<RequirementStatement>>(REQUIREMENT_STATEMENTS_SQL, [unitType]);
    return rows.map((row) => ({
      ...row,
      equipment: row.equipment.map((line) => ({ ...line, name: term(locale, 'equipment', line.item) })),
      selfSustainment: row.selfSustainment.map((line) => ({
        ...line,
        name: term(locale, 'selfSustainment', line.category),
      })),
    }));
  }

  /** By effective date. */
  parameterSets(context: OperationContext): Promise<ParameterSet[]> {
    return context.query(PARAMETER_SETS_SQL);
  }
}
