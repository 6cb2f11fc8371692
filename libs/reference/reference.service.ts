import { Injectable } from '@nestjs/common';
import { term } from '#platform/messages/render.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { LANGUAGE_CODES, OFFICIAL_LANGUAGES } from './data/languages.js';
import { isUnitTypeCode } from './data/unit-types.js';
import {
  MEMBER_STATES_SQL,
  MISSIONS_SQL,
  PARAMETER_SETS_SQL,
  REQUIREMENT_STATEMENTS_SQL,
  UNIT_TYPES_SQL,
} from './reference.sql.js';
import { namedStatement, type UnnamedStatement } from './names.js';
import type {
  Language,
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
    if (unitType !== null && !isUnitTypeCode(unitType)) return [];
    const rows = await context.query<UnnamedStatement>(REQUIREMENT_STATEMENTS_SQL, [unitType]);
    return rows.map((row) => namedStatement(row, context.locale));
  }

  /** The official languages first; no statement is needed for them. */
  languages({ locale }: OperationContext): Language[] {
    const official: readonly string[] = OFFICIAL_LANGUAGES;
    return LANGUAGE_CODES.map((code) => ({
      code,
      name: term(locale, 'language', code),
      official: official.includes(code),
    }));
  }

  /** By effective date. */
  parameterSets(context: OperationContext): Promise<ParameterSet[]> {
    return context.query(PARAMETER_SETS_SQL);
  }
}
