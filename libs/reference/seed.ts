import { createHash } from 'node:crypto';
import type { Owner } from '#platform/database/migrate.js';
import { LOCALES } from '#platform/messages/locale.js';
import { PARAMETER_SET_1 } from '#readiness/parameters.js';
import { MEMBER_STATES } from './data/member-states.js';
import { MISSIONS } from './data/missions.js';
import { REQUIREMENT_STATEMENTS } from './data/requirement-statements.js';
import { UNIT_TYPES } from './data/unit-types.js';

type Row = Readonly<Record<string, unknown>>;

interface Seed {
  readonly table: string;
  readonly key: readonly string[];
  readonly rows: readonly Row[];
}

/** The first day of which anything may be asked: set 1 holds from there until a later set takes its place. */
const FIRST_DAY = '1990-01-01';

/** The reference data of this version, table by table in the order in which they may be written. */
export const SEEDS: readonly Seed[] = [
  {
    table: 'member_state',
    key: ['iso3'],
    rows: MEMBER_STATES.map(({ iso3, m49, group, nameRank }) => ({
      iso3,
      m49,
      regional_group: group,
      rank: nameRank,
    })),
  },
  {
    table: 'member_state_name',
    key: ['member_state', 'locale'],
    rows: MEMBER_STATES.flatMap(({ iso3, names }) =>
      LOCALES.map((locale) => ({
        member_state: iso3,
        locale,
        name: names[locale].text,
        sourced: names[locale].sourced,
      })),
    ),
  },
  {
    table: 'member_state_alias',
    key: ['alias'],
    rows: MEMBER_STATES.flatMap(({ iso3, aliases }) =>
      aliases.map((alias) => ({ alias, member_state: iso3 })),
    ),
  },
  {
    table: 'unit_type',
    key: ['code'],
    rows: UNIT_TYPES.map(({ code, component, medical, rdlEligible, group, source, sourced }) => ({
      code,
      component,
      medical,
      rdl_eligible: rdlEligible,
      unit_type_group: group,
      source,
      sourced,
    })),
  },
  {
    table: 'mission',
    key: ['code'],
    rows: MISSIONS.map(({ code, name, openedOn, closedOn, source, sourced }) => ({
      code,
      name,
      opened_on: openedOn,
      closed_on: closedOn,
      source,
      sourced,
    })),
  },
  {
    table: 'requirement_statement',
    key: ['id'],
    rows: REQUIREMENT_STATEMENTS.map(
      ({ id, code, version, unitType, effectiveOn, strength, source, sourced }) => ({
        id,
        code,
        version,
        unit_type: unitType,
        effective_on: effectiveOn,
        strength,
        source,
        sourced,
      }),
    ),
  },
  {
    table: 'requirement_equipment_line',
    key: ['statement_id', 'item'],
    rows: REQUIREMENT_STATEMENTS.flatMap(({ id, equipment }) =>
      equipment.map(({ item, quantity, critical }) => ({ statement_id: id, item, quantity, critical })),
    ),
  },
  {
    table: 'requirement_self_sustainment',
    key: ['statement_id', 'category'],
    rows: REQUIREMENT_STATEMENTS.flatMap(({ id, selfSustainment }) =>
      selfSustainment.map(({ category, required }) => ({ statement_id: id, category, required })),
    ),
  },
  {
    table: 'parameter_set',
    key: ['number'],
    rows: [{ number: 1, effective_on: FIRST_DAY, note: 'The first set of readiness rules' }],
  },
  {
    table: 'parameter_value',
    key: ['set_number', 'name'],
    rows: Object.entries(PARAMETER_SET_1).map(([name, { value, unit, source, sourced }]) => ({
      set_number: 1,
      name,
      value,
      unit,
      source,
      sourced,
    })),
  },
];

/** What tells one version's reference data from another's. */
export const SEED_FINGERPRINT = createHash('sha256').update(JSON.stringify(SEEDS)).digest('hex');

/**
 * Writes the reference data of this version: new rows are added, changed ones brought up to date, none removed,
 * because records may name them. Does nothing where the database already holds exactly this data.
 */
export async function seedReference(owner: Owner): Promise<void> {
  const [kept] = await owner.query<{ value: string }>(
    `SELECT value FROM registry_mark WHERE key = 'reference_data'`,
  );
  if (kept?.value === SEED_FINGERPRINT) return;
  for (const seed of SEEDS) await owner.query(upsert(seed), [JSON.stringify(seed.rows)]);
  await owner.query(
    `INSERT INTO registry_mark (key, value) VALUES ('reference_data', $1)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [SEED_FINGERPRINT],
  );
}

function upsert({ table, key, rows }: Seed): string {
  const columns = Object.keys(rows[0] ?? {});
  const changes = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO ${table} (${columns.join(', ')})
    SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
}
