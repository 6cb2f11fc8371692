import type { Link, Table } from './catalogue.js';
import { stands, type Invariant, type Look } from './invariant.js';

/** Every version of the facts that were ever corrected, with the one before it and how many of them stand. */
const versionsOf = ({ name, columns }: Table): string => {
  const owner = columns.includes('pledge_id') && name !== 'visit_coverage' ? 't.pledge_id' : 'NULL::uuid';
  return `(SELECT t.id, t.row_id, t.recorded_at, t.member_state, ${owner} AS pledge_id,
      row_number() OVER version AS number, lag(t.voided_at) OVER version AS voided_before,
      lag(t.member_state) OVER version AS member_state_before, lag(${owner}) OVER version AS pledge_before,
      count(*) FILTER (WHERE ${stands('t')}) OVER (PARTITION BY t.id) AS standing
    FROM ${name} t WHERE t.id IN (SELECT later.id FROM ${name} later WHERE later.row_id <> later.id)
    WINDOW version AS (PARTITION BY t.id ORDER BY t.recorded_at, t.row_id)) v`;
};

const ofVersions =
  (holds: string): Invariant['looks'] =>
  ({ facts }) =>
    facts.map((table) => ({ table: table.name, rows: versionsOf(table), id: 'v.id', holds }));

const eachRow = (tables: readonly Table[], holds: string, where = 'true'): Look[] =>
  tables.map(({ name }) => ({ table: name, rows: `${name} t WHERE ${where}`, id: 't.id', holds }));

/** The tables of which any of some conditions is to hold: all of them for each row. */
const allOf = (
  tables: readonly Table[],
  conditions: (table: Table) => readonly string[],
  where = 'true',
): Look[] =>
  tables.flatMap((table) => {
    const all = conditions(table).map((condition) => `(${condition})`);
    return all.length === 0 ? [] : eachRow([table], all.join(' AND '), where);
  });

/** The tables that name others. */
const withLinks = (
  tables: readonly Table[],
  linksOf: (table: Table) => readonly Link[],
  look: (table: Table, links: readonly Link[]) => Look,
): Look[] =>
  tables.flatMap((table) => {
    const links = linksOf(table);
    return links.length === 0 ? [] : [look(table, links)];
  });

/** A row is found by its own id; a part of a fact by the fact that it is part of. */
const idOf = ({ columns, ids }: Table): string =>
  columns.includes('id') ? 'id' : (ids[0] ?? 'member_state');

/** Facts are named by their first version, which no correction changes. */
const keyOf = ({ columns }: Table): string => (columns.includes('row_id') ? 'row_id' : 'id');

/** A table with all that its rows name, each joined under the alias `p` and its place. */
function withParents(
  child: Table,
  links: readonly Link[],
  join: (link: Link, alias: string) => string,
  holds: (link: Link, alias: string) => string,
  where = 'true',
): Look {
  const named = links.map((link, index) => ({ link, alias: `p${index}` }));
  return {
    table: child.name,
    rows: `${child.name} c ${named
      .map(({ link, alias }) => `LEFT JOIN ${link.parent.name} ${alias} ON ${join(link, alias)}`)
      .join('\n')} WHERE ${where}`,
    id: `c.${idOf(child)}`,
    holds: named
      .map(({ link, alias }) => `(c.${link.column} IS NULL OR ${holds(link, alias)})`)
      .join(' AND '),
  };
}

const belongs = (child: Table, links: readonly Link[]): Look =>
  withParents(
    child,
    links,
    ({ parent, column }, alias) => `${alias}.${keyOf(parent)} = c.${column}`,
    ({ parent, column }, alias) =>
      [
        `${alias}.${keyOf(parent)} IS NOT NULL`,
        ...['member_state', 'pledge_id']
          .filter((name) => child.columns.includes(name) && parent.columns.includes(name) && name !== column)
          .map((name) => `${alias}.${name} = c.${name}`),
        ...(child.columns.includes('recorded_at') ? [`${alias}.recorded_at <= c.recorded_at`] : []),
      ].join(' AND '),
  );

const restsOnStanding = (child: Table, links: readonly Link[]): Look =>
  withParents(
    child,
    links,
    ({ column }, alias) => `${alias}.id = c.${column} AND ${stands(alias)}`,
    (_link, alias) => `${alias}.id IS NOT NULL`,
    stands('c'),
  );

/** Columns that name reference data, and the key that they name. */
const CODES: Readonly<Record<string, string>> = {
  member_state: 'member_state.iso3',
  unit_type: 'unit_type.code',
  mission: 'mission.code',
  requirement_statement_id: 'requirement_statement.id',
  parameter_set: 'parameter_set.number',
};

const namesKnown = (table: Table): Look[] => {
  const named = Object.entries(CODES).filter(([column]) => table.columns.includes(column));
  if (named.length === 0) return [];
  const joins = named.map(([column, key]) => `LEFT JOIN ${key.split('.')[0]} ON ${key} = t.${column}`);
  return [
    {
      table: table.name,
      rows: `${table.name} t ${joins.join(' ')}`,
      id: `t.${idOf(table)}`,
      holds: named.map(([column, key]) => `(t.${column} IS NULL OR ${key} IS NOT NULL)`).join(' AND '),
    },
  ];
};

/** Days of which the first is never after the second, wherever a table has both. */
const INTERVALS = [
  ['from_on', 'until_on'],
  ['held_from', 'held_until'],
  ['planned_from', 'planned_until'],
  ['period_from', 'period_until'],
  ['period_until', 'evaluated_on'],
  ['received_on', 'valid_until'],
  ['known_on', 'resolve_by'],
  ['raised_on', 'due_on'],
  ['set_on', 'due_on'],
  ['opened_on', 'closed_on'],
] as const;

// A fact's day is called after what happened on it; these are days to come, which are content.
const SCHEDULES = ['from_on', 'until_on', 'due_on', 'deployment_on', 'effective_on'];

const happenings = ({ days }: Table): string[] =>
  days.filter((day) => (day.endsWith('_on') && !SCHEDULES.includes(day)) || day === 'held_until');

const UNMARKED = `NOT EXISTS (SELECT FROM registry_mark WHERE key = 'demonstration')`;

/** What holds of every table of records, those of later migrations included: it is read off their columns. */
export const RECORD_INVARIANTS = {
  ONE_STANDING_VERSION: {
    says: 'Of the versions of a corrected fact one stands, or none where it was voided for good.',
    looks: ofVersions('v.standing <= 1 OR v.number > 1'),
  },
  FIRST_VERSION_NAMES_FACT: {
    says: 'The first version of a fact has the id of the fact, and no later one has.',
    looks: ofVersions('(v.number = 1) = (v.row_id = v.id)'),
  },
  REPLACED_WHEN_VOIDED: {
    says: 'A corrected version is recorded at the very instant at which the one before it was voided.',
    looks: ofVersions('v.number = 1 OR (v.voided_before IS NOT NULL AND v.recorded_at = v.voided_before)'),
  },
  CORRECTION_KEEPS_OWNER: {
    says: 'A fact stays with its Member State and its pledge through all its corrections.',
    looks: ofVersions(
      'v.number = 1 OR (v.member_state = v.member_state_before AND v.pledge_id IS NOT DISTINCT FROM v.pledge_before)',
    ),
  },
  VOIDED_WITH_REASON: {
    says: 'A voided fact says when, by whom, in which role and why; one that stands says none of it.',
    looks: ({ facts }) =>
      eachRow(
        facts,
        `num_nonnulls(t.voided_at, t.voided_by, t.voided_role, t.voided_reason) = CASE WHEN t.voided_at IS NULL THEN 0 ELSE 4 END
         AND btrim(coalesce(t.voided_reason, '-')) <> ''`,
      ),
  },
  VOIDED_AFTER_RECORDED: {
    says: 'No fact is voided before it was recorded.',
    looks: ({ facts }) => eachRow(facts, 't.recorded_at <= t.voided_at'),
  },
  RECORDED_BY_NOW: {
    says: 'Nothing is recorded or voided in the future, and everything says by whom.',
    looks: ({ things, facts }) => [
      ...eachRow(things, `t.recorded_at <= now() AND btrim(t.recorded_by) <> ''`),
      ...eachRow(
        facts,
        `t.recorded_at <= now() AND coalesce(t.voided_at <= now(), true) AND btrim(t.recorded_by) <> ''`,
      ),
    ],
  },
  HAPPENED_WHEN_RECORDED: {
    says: 'What is recorded to have happened lies on or before the day on which it was recorded (UTC).',
    looks: ({ facts }) =>
      allOf(
        facts,
        (table) => happenings(table).map((day) => `t.${day} <= (t.recorded_at AT TIME ZONE 'UTC')::date`),
        // People who try out a demonstration may move its day ahead of the clock.
        `(t.recorded_through <> 'OPERATION' OR ${UNMARKED})`,
      ),
  },
  DEMONSTRATION_IS_MARKED: {
    says: 'Invented records lie only in a registry that is marked as a demonstration.',
    looks: ({ recorded }) => eachRow(recorded, `t.recorded_through <> 'DEMONSTRATION' OR NOT ${UNMARKED}`),
  },
  BELONGS_TO_ITS_PARENT: {
    says: 'What a row belongs to is there, of the same Member State and the same pledge, and was recorded no later.',
    looks: ({ owned, linksOf }) => withLinks(owned, linksOf, belongs),
  },
  RESTS_ON_STANDING_FACT: {
    says: 'A fact that says more of another stands only as long as that other stands.',
    looks: ({ facts, linksOf }) =>
      withLinks(
        facts,
        (table) => linksOf(table).filter(({ parent }) => parent.columns.includes('row_id')),
        restsOnStanding,
      ),
  },
  NAMES_KNOWN_CODES: {
    says: 'Member States, unit types, missions, statements of requirements and parameter sets are named by codes that exist.',
    looks: ({ owned }) => owned.flatMap(namesKnown),
  },
  INTERVALS_RUN_FORWARD: {
    says: 'Nothing ends, expires or is due before it begins.',
    looks: ({ facts }) =>
      allOf(facts, (table) =>
        INTERVALS.filter((pair) => pair.every((day) => table.days.includes(day))).map(
          ([first, last]) => `t.${first} <= t.${last}`,
        ),
      ),
  },
  REFERENCES_ARE_UNIQUE: {
    says: 'A short reference names one standing record of its pledge; that of a pledge or a visit, one of its Member State.',
    looks: ({ things, factsWith }) => [
      ...things.filter(({ columns }) => columns.includes('reference')).map(uniqueReference('member_state')),
      ...factsWith('reference', 'pledge_id').map(uniqueReference('pledge_id')),
    ],
  },
  VERSIONS_COUNT_FROM_ONE: {
    says: 'The version of a pledge, a visit or a plan is a whole number from 1.',
    looks: ({ things }) => eachRow(things, 't.version >= 1'),
  },
} satisfies Record<string, Invariant>;

const uniqueReference =
  (within: string) =>
  ({ name, columns }: Table): Look => ({
    table: name,
    rows: `(SELECT t.id, count(*) OVER (PARTITION BY t.${within}, t.reference) AS number FROM ${name} t
      ${columns.includes('voided_at') ? `WHERE ${stands('t')}` : ''}) t`,
    id: 't.id',
    holds: 't.number = 1',
  });
