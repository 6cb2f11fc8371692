import { KINDS } from '#status/kinds.js';
import type { PlainDate } from '#platform/plain-date.js';
import { camelCase } from '#status/timeline.js';
import { behindRowSecurity } from './contents.js';
import type { Input } from './mutations.js';

/** A fact of the demonstration, as it was first recorded. */
export interface DemonstrationFact {
  readonly id: string;
  readonly kind: string;
  /** The pledge, or else the visit, whose version a correction names. */
  readonly owner: string | null;
  /** What is said of it, under the names of the API and more. */
  readonly content: Input;
  readonly recordedAt: Date;
  /** The day on which it was recorded. */
  readonly recordedOn: PlainDate;
  /** Recorded once and never voided: the demonstration corrects some itself. */
  readonly once: boolean;
}

const total = (name: string, more = '') => `CASE WHEN f.${name}_required IS NOT NULL THEN
  jsonb_build_object('required', f.${name}_required, 'available', f.${name}_available ${more}) END`;
const rowsIn = (table: string, of: string) =>
  `(SELECT jsonb_agg(to_jsonb(p)) FROM ${table} p WHERE p.${of}_id = f.row_id)`;

/** What is said in rows of their own, or in several columns, as an input says it. */
const PARTS: Readonly<Record<string, string>> = {
  MEASUREMENT: `jsonb_build_object(
    'personnel', ${total('personnel', ", 'women', f.personnel_women")},
    'equipmentOnHand', ${total('equipment_on_hand')}, 'serviceability', ${total('serviceability')},
    'selfSustainment', ${total('self_sustainment')},
    'equipmentLines', ${rowsIn('measurement_equipment_line', 'measurement')},
    'selfSustainmentCategories', ${rowsIn('measurement_self_sustainment', 'measurement')})`,
  EVALUATION: `jsonb_build_object('areas', ${rowsIn('evaluation_area', 'evaluation')})`,
  REQUIREMENT_ALIGNMENT: `jsonb_build_object(
    'equipmentLines', ${rowsIn('requirement_alignment_line', 'requirement_alignment')},
    'selfSustainmentCategories', ${rowsIn('requirement_alignment_category', 'requirement_alignment')})`,
  COMPONENT_RESULTS: `jsonb_build_object('components', ${rowsIn('component_result', 'component_results')})`,
};

/** Columns under the names of the API, however deep. */
const inCamelCase = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inCamelCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [camelCase(name), inCamelCase(inner)]),
  );
};

/** The facts of every kind, each kind in the order in which its facts were recorded. */
export function demonstrationFacts(ownerUrl: string): Promise<DemonstrationFact[]> {
  return behindRowSecurity(ownerUrl, async (client) => {
    const facts: DemonstrationFact[] = [];
    for (const { name: kind } of KINDS) {
      const table = kind.toLowerCase();
      const { rows } = await client.query<
        Omit<DemonstrationFact, 'content' | 'kind'> & { row: Input; parts: Input | null }
      >(
        `SELECT f.id, coalesce(to_jsonb(f) ->> 'pledge_id', to_jsonb(f) ->> 'visit_id') AS owner, to_jsonb(f) AS row,
           ${PARTS[kind] ?? 'NULL'} AS parts, f.recorded_at AS "recordedAt", f.recorded_at::date::text AS "recordedOn",
           f.voided_at IS NULL AS once
         FROM ${table} f WHERE f.id = f.row_id ORDER BY f.id`,
      );
      for (const { row, parts, ...fact } of rows) {
        facts.push({ ...fact, kind, content: inCamelCase({ ...row, ...parts }) as Input });
      }
    }
    return facts;
  });
}

/** The versions that changes of pledges and visits must name, by their ids. */
export function versionsIn(ownerUrl: string): Promise<Map<string, number>> {
  return behindRowSecurity(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; version: number }>(
      `SELECT id, version FROM pledge UNION ALL SELECT id, version FROM visit`,
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  });
}

/** The same facts, before others those of which fewer than `most` of their kind come earlier. */
export function someOfEachFirst(facts: readonly DemonstrationFact[], most: number): DemonstrationFact[] {
  const seen = new Map<string, number>();
  const ranked = facts.map((fact) => {
    const rank = seen.get(fact.kind) ?? 0;
    seen.set(fact.kind, rank + 1);
    return { fact, rank: Math.min(rank, most) };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ fact }) => fact);
}
