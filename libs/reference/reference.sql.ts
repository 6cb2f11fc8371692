// Set-wise reads of reference data: one statement a question, parts aggregated beside their whole.

/** @param $1 the locale of `name` */
export const MEMBER_STATES_SQL = `
SELECT m.iso3, m.m49, m.rank, m.regional_group AS "regionalGroup", own.name,
  (SELECT jsonb_agg(jsonb_build_object('locale', n.locale, 'text', n.name, 'sourced', n.sourced) ORDER BY n.locale)
   FROM member_state_name n WHERE n.member_state = m.iso3) AS names,
  ARRAY(SELECT a.alias FROM member_state_alias a WHERE a.member_state = m.iso3 ORDER BY a.alias) AS aliases
FROM member_state m JOIN member_state_name own ON own.member_state = m.iso3 AND own.locale = $1
ORDER BY m.rank`;

export const UNIT_TYPES_SQL = `
SELECT code, component, unit_type_group AS "group", medical, rdl_eligible AS "rdlEligible", source, sourced
FROM unit_type ORDER BY code`;

export const MISSIONS_SQL = `
SELECT code, name, opened_on AS "openedOn", closed_on AS "closedOn", source, sourced
FROM mission ORDER BY closed_on IS NOT NULL, opened_on, code`;

/** Statements of requirements with their lines, those of a condition on `s`. */
export const requirementStatementsWhere = (condition: string): string => `
SELECT s.id, s.code, s.version, s.unit_type AS "unitType", s.effective_on AS "effectiveOn", s.strength,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('item', l.item, 'quantity', l.quantity, 'critical', l.critical)
     ORDER BY l.critical DESC, l.item), '[]')
   FROM requirement_equipment_line l WHERE l.statement_id = s.id) AS equipment,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('category', l.category, 'required', l.required) ORDER BY l.category), '[]')
   FROM requirement_self_sustainment l WHERE l.statement_id = s.id) AS "selfSustainment",
  s.source, s.sourced
FROM requirement_statement s WHERE ${condition} ORDER BY s.code, s.version`;

/** @param $1 a unit type, or null for all */
export const REQUIREMENT_STATEMENTS_SQL = requirementStatementsWhere('$1::text IS NULL OR s.unit_type = $1');

export const PARAMETER_SETS_SQL = `
SELECT s.number, s.effective_on AS "effectiveOn", s.note,
  (SELECT jsonb_agg(jsonb_build_object('name', v.name, 'value', v.value, 'unit', v.unit, 'source', v.source,
     'sourced', v.sourced) ORDER BY v.name)
   FROM parameter_value v WHERE v.set_number = s.number) AS values
FROM parameter_set s ORDER BY s.effective_on`;
