/**
 * The words from which the first migrations build every table that holds a Member State's data. They belong to
 * those migrations: once released, a change here would rewrite history, so later migrations write their own SQL.
 */

export type WritingRole = 'STAFF' | 'MEMBER_STATE' | 'EVALUATOR';

/** Who an evaluator is assigned to: a row belongs to a pledge, to a visit, or to the Member State as a whole. */
type Owner = 'PLEDGE' | 'VISIT' | 'MEMBER_STATE';

interface TableOptions {
  readonly owner: Owner;
  /** Roles whose rows the database accepts; sight is the same for every table of an owner. */
  readonly writers: readonly WritingRole[];
  /** Whether rows name the visit at which they were found: an evaluator writes those of an assigned visit only. */
  readonly atVisit?: boolean;
}

const recorded = (table: string) => `
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  recorded_role text NOT NULL,
  recorded_through text NOT NULL DEFAULT 'OPERATION',
  CONSTRAINT ${table}_recorded_role_check CHECK (recorded_role IN ('STAFF', 'MEMBER_STATE', 'EVALUATOR')),
  CONSTRAINT ${table}_recorded_through_check CHECK (recorded_through IN ('OPERATION', 'DEMONSTRATION', 'IMPORT'))`;

const ownerColumns: Record<Owner, (table: string) => string> = {
  PLEDGE: (table) => `
  pledge_id uuid NOT NULL,
  CONSTRAINT ${table}_pledge_fkey FOREIGN KEY (pledge_id, member_state) REFERENCES pledge (id, member_state),`,
  VISIT: (table) => `
  visit_id uuid NOT NULL,
  CONSTRAINT ${table}_visit_fkey FOREIGN KEY (visit_id, member_state) REFERENCES visit (id, member_state),`,
  MEMBER_STATE: () => '',
};

/**
 * A table of facts: append-only rows that are corrected by voiding. `id` names the fact through all its
 * corrections and equals `row_id` in its first version, so that child rows may refer to it.
 */
export function factTable(table: string, columns: string, options: TableOptions): string {
  const index = { PLEDGE: 'pledge_id', VISIT: 'visit_id', MEMBER_STATE: 'member_state' }[options.owner];
  return `
CREATE TABLE ${table} (
  row_id uuid PRIMARY KEY,
  id uuid NOT NULL,
  member_state text NOT NULL REFERENCES member_state (iso3),${ownerColumns[options.owner](table)}
  ${columns.trim()},
  ${recorded(table).trim()},
  voided_at timestamptz,
  voided_by text,
  voided_role text,
  voided_reason text,
  CONSTRAINT ${table}_voided_check CHECK (num_nonnulls(voided_at, voided_by, voided_role, voided_reason) IN (0, 4))
);
CREATE INDEX ${table}_owner_index ON ${table} (${index});
CREATE UNIQUE INDEX ${table}_live_index ON ${table} (id) WHERE voided_at IS NULL;
${rowSecurity(table, options)}`;
}

/** A table of things that facts belong to (pledge, visit, plan): they carry the version that changes must name. */
export function versionedTable(table: string, columns: string, options: TableOptions): string {
  const owner = table === 'pledge' || table === 'visit' ? '' : ownerColumns[options.owner](table);
  return `
CREATE TABLE ${table} (
  id uuid PRIMARY KEY,
  member_state text NOT NULL REFERENCES member_state (iso3),${owner}
  ${columns.trim()},
  version integer NOT NULL DEFAULT 1,
  ${recorded(table).trim()},
  CONSTRAINT ${table}_identity_key UNIQUE (id, member_state)
);
CREATE INDEX ${table}_owner_index ON ${table} (member_state);
${rowSecurity(table, options)}`;
}

/** Rows that are part of one version of a fact (lines of a measurement, evidence of a decision). */
export function partTable(
  table: string,
  columns: string,
  options: TableOptions & { of: string; key: string },
): string {
  return `
CREATE TABLE ${table} (
  ${options.of}_id uuid NOT NULL REFERENCES ${options.of} (row_id),
  member_state text NOT NULL,
  pledge_id uuid NOT NULL,
  ${columns.trim()},
  CONSTRAINT ${table}_pkey PRIMARY KEY (${options.of}_id, ${options.key}),
  CONSTRAINT ${table}_parent_fkey FOREIGN KEY (${options.of}_id, pledge_id, member_state)
    REFERENCES ${options.of} (row_id, pledge_id, member_state)
);
CREATE INDEX ${table}_owner_index ON ${table} (pledge_id);
${rowSecurity(table, options)}`;
}

/** Lets child rows name a fact together with its pledge and Member State. */
export const referable = (table: string): string =>
  `ALTER TABLE ${table} ADD CONSTRAINT ${table}_reference_key UNIQUE (row_id, pledge_id, member_state);`;

/** A child row's parent must be a fact of the same pledge and the same Member State. */
export const childOf = (table: string, column: string, parent: string): string =>
  `ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_fkey FOREIGN KEY (${column}, pledge_id, member_state)
     REFERENCES ${parent} (row_id, pledge_id, member_state);
   CREATE INDEX ${table}_${column}_index ON ${table} (${column});`;

// The sub-selects make PostgreSQL read each setting once a statement; nullif because a setting reads as '' after
// its transaction. A connection on which nobody has said who asks sees nothing and writes nothing.
const setting = (name: string) => `(SELECT nullif(current_setting('muster.${name}', true), ''))`;
const assigned = (name: string) =>
  `ANY ((SELECT string_to_array(nullif(current_setting('muster.${name}', true), ''), ','))::text[])`;

// Who of the Secretariat is assigned to a visit is not the Member State's business.
const memberStateSees = (table: string): string =>
  table === 'assignment' ? 'false' : `member_state = ${setting('member_state')}`;

const evaluatorSees = (table: string, owner: Owner): string => {
  if (table === 'pledge') return `id::text = ${assigned('assigned_pledges')}`;
  // Every visit that covers an assigned pledge is seen: an assigned pledge shows all its facts.
  if (table === 'visit') return `id::text = ${assigned('seen_visits')}`;
  // What tells the scope which pledges an assigned visit covers, and which visits cover an assigned pledge.
  if (table === 'visit_coverage') {
    return `(visit_id::text = ${assigned('assigned_visits')} OR pledge_id::text = ${assigned('assigned_pledges')})`;
  }
  if (table === 'assignment') return `subject = ${setting('subject')}`;
  if (owner === 'PLEDGE') return `pledge_id::text = ${assigned('assigned_pledges')}`;
  if (owner === 'VISIT') return `visit_id::text = ${assigned('seen_visits')}`;
  return `(pledge_id::text = ${assigned('assigned_pledges')}
      OR pledge_id IS NULL AND member_state = ${assigned('assigned_member_states')})`;
};

// What is seen of a visit for the sake of a pledge is not for this evaluator to hold or judge.
const evaluatorWrites = (table: string, { owner, atVisit = false }: TableOptions): string => {
  if (table === 'visit') return `id::text = ${assigned('assigned_visits')}`;
  if (owner === 'VISIT') return `visit_id::text = ${assigned('assigned_visits')}`;
  return atVisit ? `(visit_id IS NULL OR visit_id::text = ${assigned('assigned_visits')})` : 'true';
};

/** Forced row-level security: one policy a role for sight, one for writing. Public so that a test can name them. */
function rowSecurity(table: string, options: TableOptions): string {
  const { owner, writers } = options;
  const role = setting('role');
  const sight = `CASE ${role}
    WHEN 'STAFF' THEN true
    WHEN 'MEMBER_STATE' THEN ${memberStateSees(table)}
    WHEN 'EVALUATOR' THEN ${evaluatorSees(table, owner)}
    ELSE false END`;
  const mayWrite = `${role} IN (${writers.map((writer) => `'${writer}'`).join(', ')})
    AND (${role} <> 'EVALUATOR' OR ${evaluatorWrites(table, options)})`;
  return `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY ${table}_sight ON ${table} FOR SELECT USING (${sight});
CREATE POLICY ${table}_insert ON ${table} FOR INSERT WITH CHECK (${mayWrite} AND ${sight});
CREATE POLICY ${table}_update ON ${table} FOR UPDATE USING (${mayWrite} AND ${sight}) WITH CHECK (${mayWrite} AND ${sight});`;
}
