import { dayCount } from './facts.sql.js';
import { STANDING } from './requirements.sql.js';

/** Placeholders of what a kept answer is compared with: rules, parameter set, the day asked of and the instant known on. */
export interface KeptPlaceholders {
  readonly rules: string;
  readonly parameterSet: string;
  readonly day: string;
  readonly knownOn: string;
}

/**
 * Whether what is kept in a row `k` may be believed, where `g` is the generation of its Member State: nothing was recorded
 * of it since, as this very snapshot sees it; the same rules and parameters made it; and the day lies where it holds. All
 * that is on record has to be known at the instant: it was when the row was made, since else it would not have been kept.
 */
export const believed = ({ rules, parameterSet, day, knownOn }: KeptPlaceholders): string =>
  `k.generation = g.generation AND g.known_from <= ${knownOn} AND k.rules = ${rules}
    AND k.parameter_set = ${parameterSet} AND k.from_on <= ${day} AND (k.until_on IS NULL OR k.until_on > ${day})`;

/** What has to be known of the generation `g` of a Member State so that something of it can be kept. */
export const generationOf = ({ day, knownOn }: Pick<KeptPlaceholders, 'day' | 'knownOn'>): string =>
  `CASE WHEN g.known_from <= ${knownOn} THEN
    jsonb_build_object('number', g.generation::text, 'settled', g.dated_until <= ${day}) END`;

const STATUS_COLUMNS = [
  ...['generation', 'rules', 'parameter_set', 'from_on', 'until_on', 'lifecycle', 'level', 'status'],
  ...['severities', 'reason_codes', 'next_change_on', 'personnel_available'],
];
const MEMBER_STATE_COLUMNS = [
  ...['generation', 'rules', 'parameter_set', 'from_on', 'until_on', 'roll_up', 'review_due'],
];

// In the order of their keys, so that two who keep the same at once wait for each other and do not stop each other.
// Later records are not written over by what was computed without them.
const keep = (table: string, key: string, columns: readonly string[]) => `
INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json) ORDER BY ${key}
ON CONFLICT (${key}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
WHERE ${table}.generation <= excluded.generation`;

/** @param $1 rows of `kept_status`, as a JSON list */
export const KEEP_STATUSES_SQL = keep('kept_status', 'pledge_id', STATUS_COLUMNS);

/** @param $1 rows of `kept_member_state`, as a JSON list */
export const KEEP_MEMBER_STATES_SQL = keep('kept_member_state', 'member_state', MEMBER_STATE_COLUMNS);

/** A kept status as `KeptPledge`. */
export const KEPT_PLEDGE = `json_build_object('id', k.pledge_id, 'unitType', p.unit_type, 'lifecycle', k.lifecycle,
  'level', k.level, 'status', k.status, 'severities', k.severities, 'codes', k.reason_codes,
  'nextChangeOn', ${dayCount('k.next_change_on')}, 'personnelAvailable', k.personnel_available)`;

/** Kept statuses of pledges in the pool, committed or deployed. */
export const KEPT_STANDING = `k.lifecycle IN (${STANDING.map((state) => `'${state}'`).join(', ')})`;
