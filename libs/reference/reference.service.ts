import { Injectable } from '@nestjs/common';
import { isLocale, type Locale } from '#platform/messages/locale.js';
import { term } from '#platform/messages/render.js';
import { textsOf } from '#platform/messages/texts.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { LANGUAGE_CODES, OFFICIAL_LANGUAGES } from './data/languages.js';
import { isMissionCode } from './data/missions.js';
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
  Text,
  Translation,
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
  async missions(context: OperationContext): Promise<Mission[]> {
    const rows = await context.query<Mission>(MISSIONS_SQL);
    // A mission that an import admitted has no other name than its own.
    return rows.map((row) =>
      isMissionCode(row.code) ? { ...row, name: term(context.locale, 'mission', row.code) } : row,
    );
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
      translation: isLocale(code) ? translationInto(code) : null,
    }));
  }

  /** The texts of the catalogue, those of a family where its name and a dot are said; no statement is needed. */
  texts({ locale }: OperationContext, startingWith: string | null = null): Text[] {
    return textsOf(locale, startingWith ?? '');
  }

  /** By effective date. */
  parameterSets(context: OperationContext): Promise<ParameterSet[]> {
    return context.query(PARAMETER_SETS_SQL);
  }
}

const translationInto = (locale: Locale): Translation => {
  const texts = textsOf(locale);
  return { texts: texts.length, reviewed: texts.filter(({ reviewed }) => reviewed).length };
};
