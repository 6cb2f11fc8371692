import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Monthly contributions of personnel, as published. The world reads these figures, so row security hides none by Member
 * State: it asks only that somebody is named. It does say who writes: staff, and no role that an answer could be turned
 * against; a check adds that they came by the import, for no operation of the API records any. A figure has no name but
 * its cell, and a re-issue voids the one before it. Fifty thousand come at once: ids are numbers, and codes are held to
 * missions and Member States by one look at all that is added, since foreign keys would look at each and take twice as
 * long as all the rest. Codes are never changed nor removed, so that nothing else can break what a key would hold.
 */
export class Contributions1760000000008 implements MigrationInterface {
  name = 'Contributions1760000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE contribution (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  month date NOT NULL,
  mission text NOT NULL,
  member_state text NOT NULL,
  personnel_type text NOT NULL,
  male integer NOT NULL,
  female integer NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  recorded_role text NOT NULL,
  recorded_through text NOT NULL DEFAULT 'IMPORT',
  voided_at timestamptz,
  voided_by text,
  voided_role text,
  voided_reason text,
  CONSTRAINT contribution_month_check CHECK (extract(day FROM month + 1) = 1),
  CONSTRAINT contribution_personnel_type_check CHECK (personnel_type IN ('TROOPS', 'FORMED_POLICE_UNITS',
    'INDIVIDUAL_POLICE', 'STAFF_OFFICERS', 'EXPERTS_ON_MISSION')),
  CONSTRAINT contribution_counts_check CHECK (male BETWEEN 0 AND 999999 AND female BETWEEN 0 AND 999999),
  CONSTRAINT contribution_recorded_role_check CHECK (recorded_role = 'STAFF'),
  CONSTRAINT contribution_recorded_through_check CHECK (recorded_through = 'IMPORT'),
  CONSTRAINT contribution_voided_check CHECK (num_nonnulls(voided_at, voided_by, voided_role, voided_reason) IN (0, 4))
);
CREATE UNIQUE INDEX contribution_once_index ON contribution (month, mission, member_state, personnel_type)
  WHERE voided_at IS NULL;

CREATE FUNCTION contribution_codes_known() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT a.mission FROM added a) a WHERE a.mission NOT IN (SELECT m.code FROM mission m))
    OR EXISTS (SELECT FROM (SELECT DISTINCT a.member_state FROM added a) a
      WHERE a.member_state NOT IN (SELECT m.iso3 FROM member_state m)) THEN
    RAISE foreign_key_violation USING MESSAGE = 'contribution names a mission or a Member State that is not known';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER contribution_codes AFTER INSERT ON contribution REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION contribution_codes_known();

ALTER TABLE contribution ENABLE ROW LEVEL SECURITY;
ALTER TABLE contribution FORCE ROW LEVEL SECURITY;
CREATE POLICY contribution_sight ON contribution FOR SELECT
  USING ((SELECT nullif(current_setting('muster.role', true), '')) IN ('STAFF', 'MEMBER_STATE', 'EVALUATOR'));
CREATE POLICY contribution_insert ON contribution FOR INSERT
  WITH CHECK ((SELECT nullif(current_setting('muster.role', true), '')) = 'STAFF');
CREATE POLICY contribution_update ON contribution FOR UPDATE
  USING ((SELECT nullif(current_setting('muster.role', true), '')) = 'STAFF')
  WITH CHECK ((SELECT nullif(current_setting('muster.role', true), '')) = 'STAFF');`);
  }

  down(): Promise<void> {
    throw new Error('Muster migrates forward only; restore a backup to go back.');
  }
}
