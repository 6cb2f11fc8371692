import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reference data: nothing here belongs to one Member State, so every role may read it and none may write it. */
export class Reference1760000000001 implements MigrationInterface {
  name = 'Reference1760000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE registry_mark (key text PRIMARY KEY, value text NOT NULL);

CREATE TABLE member_state (
  iso3 text PRIMARY KEY,
  m49 text NOT NULL,
  regional_group text NOT NULL,
  rank integer NOT NULL,
  CONSTRAINT member_state_iso3_check CHECK (iso3 ~ '^[A-Z]{3}$'),
  CONSTRAINT member_state_m49_check CHECK (m49 ~ '^[0-9]{3}$'),
  CONSTRAINT member_state_m49_key UNIQUE (m49),
  CONSTRAINT member_state_regional_group_check CHECK (regional_group IN
    ('AFRICAN', 'ASIA_PACIFIC', 'EASTERN_EUROPEAN', 'LATIN_AMERICAN_AND_CARIBBEAN', 'WESTERN_EUROPEAN_AND_OTHERS'))
);
CREATE TABLE member_state_name (
  member_state text NOT NULL REFERENCES member_state (iso3),
  locale text NOT NULL,
  name text NOT NULL,
  sourced boolean NOT NULL,
  PRIMARY KEY (member_state, locale),
  CONSTRAINT member_state_name_locale_check CHECK (locale IN ('ar', 'zh', 'en', 'fr', 'ru', 'es'))
);
CREATE TABLE member_state_alias (
  alias text PRIMARY KEY,
  member_state text NOT NULL REFERENCES member_state (iso3)
);

CREATE TABLE unit_type (
  code text PRIMARY KEY,
  component text NOT NULL,
  medical boolean NOT NULL,
  rdl_eligible boolean NOT NULL,
  unit_type_group text NOT NULL,
  source text NOT NULL,
  sourced boolean NOT NULL,
  CONSTRAINT unit_type_component_check CHECK (component IN ('MILITARY', 'POLICE'))
);

CREATE TABLE mission (
  code text PRIMARY KEY,
  name text NOT NULL,
  opened_on date,
  closed_on date,
  source text NOT NULL,
  sourced boolean NOT NULL,
  CONSTRAINT mission_days_check CHECK (closed_on >= opened_on)
);

CREATE TABLE requirement_statement (
  id text PRIMARY KEY,
  code text NOT NULL,
  version integer NOT NULL,
  unit_type text NOT NULL REFERENCES unit_type (code),
  effective_on date NOT NULL,
  strength integer NOT NULL,
  source text NOT NULL,
  sourced boolean NOT NULL,
  CONSTRAINT requirement_statement_code_version_key UNIQUE (code, version),
  CONSTRAINT requirement_statement_strength_check CHECK (strength BETWEEN 0 AND 10000)
);
CREATE TABLE requirement_equipment_line (
  statement_id text NOT NULL REFERENCES requirement_statement (id),
  item text NOT NULL,
  quantity integer NOT NULL,
  critical boolean NOT NULL,
  PRIMARY KEY (statement_id, item),
  CONSTRAINT requirement_equipment_line_quantity_check CHECK (quantity BETWEEN 0 AND 100000)
);
CREATE TABLE requirement_self_sustainment (
  statement_id text NOT NULL REFERENCES requirement_statement (id),
  category text NOT NULL,
  required integer NOT NULL,
  PRIMARY KEY (statement_id, category),
  CONSTRAINT requirement_self_sustainment_required_check CHECK (required BETWEEN 0 AND 100000)
);

CREATE TABLE parameter_set (
  number integer PRIMARY KEY,
  effective_on date NOT NULL,
  note text NOT NULL,
  CONSTRAINT parameter_set_effective_on_key UNIQUE (effective_on)
);
CREATE TABLE parameter_value (
  set_number integer NOT NULL REFERENCES parameter_set (number),
  name text NOT NULL,
  value integer NOT NULL,
  unit text NOT NULL,
  source text NOT NULL,
  sourced boolean NOT NULL,
  PRIMARY KEY (set_number, name),
  CONSTRAINT parameter_value_unit_check CHECK (unit IN ('MONTHS', 'DAYS', 'PERCENT'))
);`);
  }

  down(): Promise<void> {
    throw new Error('Muster migrates forward only; restore a backup to go back.');
  }
}
