import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every table whose rows make the status of a pledge or call for a review of its requirement, with the day from which
 * such a row counts; null where another row's day, or none, says so.
 */
const SOURCES: Readonly<Record<string, string | null>> = {
  pledge: null,
  pledge_description: 'described_on',
  lifecycle_step: 'occurred_on',
  confirmation: 'confirmed_on',
  document: 'received_on',
  measurement: 'measured_on',
  measurement_equipment_line: null,
  measurement_self_sustainment: null,
  caveat: 'known_on',
  caveat_settlement: 'resolved_on',
  bar: 'decided_on',
  rdl_agreement: 'signed_on',
  human_rights_screening: 'screened_on',
  deployment_plan: 'planned_on',
  unit_certificate: 'received_on',
  level_decision: 'decided_on',
  visit: null,
  visit_holding: 'held_until',
  visit_outcome: null,
  component_results: null,
  finding: null,
  finding_closure: 'closed_on',
  recommendation: null,
  recommendation_answer: 'answered_on',
  hospital_deficiency: 'raised_on',
  hospital_deficiency_closure: 'closed_on',
  evaluation: 'evaluated_on',
  improvement_plan: null,
  improvement_plan_terms: 'set_on',
  plan_outcome: 'closed_on',
  requirement_alignment: 'aligned_on',
  requirement_review: 'reviewed_on',
};

/** What every Member State's statuses rest on. */
const SHARED = ['member_state', 'unit_type', 'requirement_statement', 'parameter_set', 'parameter_value'];

const ROLE = `(SELECT nullif(current_setting('muster.role', true), ''))`;
const OWN = `(SELECT nullif(current_setting('muster.member_state', true), ''))`;
// An evaluator is answered from the facts alone.
const SIGHT = `CASE ${ROLE} WHEN 'STAFF' THEN true WHEN 'MEMBER_STATE' THEN member_state = ${OWN} ELSE false END`;

const rowSecurity = (table: string, policies: Readonly<Record<string, string>>) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
${Object.entries(policies)
  .map(([name, rule]) => `CREATE POLICY ${table}_${name} ON ${table} ${rule};`)
  .join('\n')}`;

// The triggers run as whoever owns the table, be it this owner or one who restored it: nobody else may write it.
const BY_OWNER = `(SELECT pg_get_userbyid(c.relowner) = current_user FROM pg_class c
  WHERE c.oid = 'member_state_generation'::regclass)`;

const generations = `
CREATE TABLE member_state_generation (
  member_state text PRIMARY KEY REFERENCES member_state (iso3),
  generation bigint NOT NULL,
  known_from timestamptz NOT NULL,
  dated_until date NOT NULL,
  raised_in xid8 NOT NULL,
  raised_at timestamptz NOT NULL
);
COMMENT ON TABLE member_state_generation IS 'How often what is on record of a Member State has changed: raised in the very
transaction that records. known_from: the last instant that any record of it carries. dated_until: the last day from which any
counts. raised_in, raised_at: the transaction that raised it last.';
${rowSecurity('member_state_generation', {
  sight: `FOR SELECT USING (${SIGHT} OR ${BY_OWNER})`,
  raising: `FOR ALL USING (${BY_OWNER}) WITH CHECK (${BY_OWNER})`,
})}`;

/*
 * Raised at the commit, by deferred triggers: when everything else is locked already that the transaction has to lock,
 * so that no two wait for each other; and not at all where it is undone. Raising locks the row until the commit is done:
 * whoever sees a generation sees the records of all those before it, and of none after it. Once a transaction is enough,
 * because all that it records is seen at once.
 */
const raising = `
DO $migration$ BEGIN EXECUTE format($create$
CREATE FUNCTION raise_generation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = %I, pg_temp AS $function$
DECLARE
  changed jsonb;
  versions jsonb[] := CASE TG_OP WHEN 'INSERT' THEN ARRAY[to_jsonb(NEW)] WHEN 'DELETE' THEN ARRAY[to_jsonb(OLD)]
    ELSE ARRAY[to_jsonb(OLD), to_jsonb(NEW)] END;
BEGIN
  FOREACH changed IN ARRAY versions LOOP
    INSERT INTO member_state_generation AS g (member_state, generation, known_from, dated_until, raised_in, raised_at)
    VALUES (changed ->> 'member_state', 1,
      coalesce(greatest((changed ->> 'recorded_at')::timestamptz, (changed ->> 'voided_at')::timestamptz), '-infinity'),
      coalesce((changed ->> TG_ARGV[0])::date, '-infinity'), pg_current_xact_id(), transaction_timestamp())
    ON CONFLICT (member_state) DO UPDATE SET
      generation = g.generation + CASE
        WHEN g.raised_in = excluded.raised_in AND g.raised_at = excluded.raised_at THEN 0 ELSE 1 END,
      known_from = greatest(g.known_from, excluded.known_from),
      dated_until = greatest(g.dated_until, excluded.dated_until),
      raised_in = excluded.raised_in,
      raised_at = excluded.raised_at
    WHERE g.raised_in <> excluded.raised_in OR g.raised_at <> excluded.raised_at
      OR g.known_from < excluded.known_from OR g.dated_until < excluded.dated_until;
  END LOOP;
  RETURN NULL;
END $function$;
CREATE FUNCTION raise_every_generation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = %1$I, pg_temp AS $function$
BEGIN
  INSERT INTO member_state_generation AS g (member_state, generation, known_from, dated_until, raised_in, raised_at)
  SELECT m.iso3, 1, '-infinity', '-infinity', pg_current_xact_id(), transaction_timestamp() FROM member_state m ORDER BY m.iso3
  ON CONFLICT (member_state) DO UPDATE SET generation = g.generation + 1;
  RETURN NULL;
END $function$;
REVOKE ALL ON FUNCTION raise_generation(), raise_every_generation() FROM PUBLIC;
$create$, current_schema()); END $migration$;
${Object.entries(SOURCES)
  .map(
    ([table, day]) => `
CREATE CONSTRAINT TRIGGER ${table}_raises_generation AFTER INSERT OR UPDATE OR DELETE ON ${table}
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_generation(${day === null ? '' : `'${day}'`});`,
  )
  .join('')}
${SHARED.map(
  (table) => `
CREATE TRIGGER ${table}_raises_every_generation AFTER INSERT OR UPDATE OR DELETE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION raise_every_generation();`,
).join('')}`;

/** Under what an answer was kept: which records, which rules, which parameters; and the days for which it holds. */
const KEPT_UNDER = `
  generation bigint NOT NULL,
  rules text NOT NULL,
  parameter_set integer NOT NULL REFERENCES parameter_set (number),
  from_on date NOT NULL,
  until_on date`;

const keepsOwn = {
  sight: `FOR SELECT USING (${SIGHT})`,
  insert: `FOR INSERT WITH CHECK (${SIGHT})`,
  update: `FOR UPDATE USING (${SIGHT}) WITH CHECK (${SIGHT})`,
};

// Room on each page for the next version of its rows, which no index then has to follow.
const kept = `
CREATE TABLE kept_status (
  pledge_id uuid PRIMARY KEY,
  member_state text NOT NULL,
  ${KEPT_UNDER.trim()},
  lifecycle text NOT NULL,
  level text NOT NULL,
  status text NOT NULL,
  severities text[] NOT NULL,
  reason_codes text[] NOT NULL,
  next_change_on date,
  personnel_available integer,
  CONSTRAINT kept_status_pledge_fkey FOREIGN KEY (pledge_id, member_state) REFERENCES pledge (id, member_state),
  CONSTRAINT kept_status_days_check CHECK (until_on > from_on),
  CONSTRAINT kept_status_reasons_check CHECK (cardinality(severities) = cardinality(reason_codes))
) WITH (fillfactor = 50);
CREATE INDEX kept_status_owner_index ON kept_status (member_state);
${rowSecurity('kept_status', keepsOwn)}
CREATE TABLE kept_member_state (
  member_state text PRIMARY KEY REFERENCES member_state (iso3),
  ${KEPT_UNDER.trim()},
  roll_up json NOT NULL,
  review_due uuid[] NOT NULL,
  CONSTRAINT kept_member_state_days_check CHECK (until_on > from_on)
) WITH (fillfactor = 50);
${rowSecurity('kept_member_state', keepsOwn)}`;

/** Tables without an instant of their own, and those whose rows are never voided. */
const PARTS = ['measurement_equipment_line', 'measurement_self_sustainment'];
const THINGS = ['pledge', 'visit', 'improvement_plan'];

const dated = Object.entries(SOURCES).filter(([table]) => !PARTS.includes(table));

// What is on record already. The owner sees rows only while row security is not forced upon it.
const filled = `
${dated.map(([table]) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;`).join('\n')}
INSERT INTO member_state_generation (member_state, generation, known_from, dated_until, raised_in, raised_at)
SELECT m.iso3, 1, coalesce(max(s.known_from), '-infinity'), coalesce(max(s.dated_until), '-infinity'),
  pg_current_xact_id(), transaction_timestamp()
FROM member_state m LEFT JOIN (
  ${dated
    .map(
      ([table, day]) =>
        `SELECT member_state, max(${
          THINGS.includes(table) ? 'recorded_at' : 'greatest(recorded_at, voided_at)'
        }) AS known_from, ${day === null ? 'NULL::date' : `max(${day})`} AS dated_until FROM ${table} GROUP BY member_state`,
    )
    .join('\n  UNION ALL ')}
) s ON s.member_state = m.iso3
GROUP BY m.iso3;
${dated.map(([table]) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`).join('\n')}`;

/** What statuses came to, kept until a record or a day changes them; and what tells that a record has. */
export class KeptStatus1760000000009 implements MigrationInterface {
  name = 'KeptStatus1760000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query([generations, raising, kept, filled].join('\n'));
  }

  down(): Promise<void> {
    throw new Error('Muster migrates forward only; restore a backup to go back.');
  }
}
