import { Injectable } from '@nestjs/common';
import type { OperationContext } from '#platform/operation/operation-context.js';
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

/** What belongs to no Member State: every role may read it, nobody writes it through the registry. */
@Injectable()
export class ReferenceService {
  /** All 193, in the order of their English names, named in the language of who asks. */
  memberStates(context: OperationContext): Promise<MemberState[]> {
    return context.query(MEMBER_STATES_SQL, [context.locale]);
  }

  unitTypes(context: OperationContext): Promise<UnitType[]> {
    return context.query(UNIT_TYPES_SQL);
  }

  /** Current missions first. */
  missions(context: OperationContext): Promise<Mission[]> {
    return context.query(MISSIONS_SQL);
  }

  /** Every version, of one unit type or of all. */
  requirementStatements(
    context: OperationContext,
    unitType: string | null = null,
  ): Promise<RequirementStatement[]> {
    return context.query(REQUIREMENT_STATEMENTS_SQL, [unitType]);
  }

  /** By effective date. */
  parameterSets(context: OperationContext): Promise<ParameterSet[]> {
    return context.query(PARAMETER_SETS_SQL);
  }
}
