import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childOf, factTable, partTable, referable, versionedTable } from './tables.js';

const staff = { owner: 'PLEDGE', writers: ['STAFF'] } as const;
const staffAndState = { owner: 'PLEDGE', writers: ['STAFF', 'MEMBER_STATE'] } as const;
const everyone = { owner: 'PLEDGE', writers: ['STAFF', 'MEMBER_STATE', 'EVALUATOR'] } as const;

const persons = (column: string) => `${column} BETWEEN 0 AND 10000`;
const pieces = (column: string) => `${column} BETWEEN 0 AND 100000`;

const tables = [
  versionedTable(
    'pledge',
    `
  reference text NOT NULL,
  unit_type text NOT NULL REFERENCES unit_type (code),
  CONSTRAINT pledge_reference_key UNIQUE (member_state, reference)`,
    everyone,
  ),

  factTable(
    'pledge_description',
    `
  described_on date NOT NULL,
  title text NOT NULL,
  deployable_within_days integer NOT NULL,
  languages text[] NOT NULL,
  contact_post text NOT NULL,
  requirement_statement_id text REFERENCES requirement_statement (id),
  note text,
  CONSTRAINT pledge_description_deployable_within_days_check CHECK (deployable_within_days BETWEEN 0 AND 1000)`,
    staffAndState,
  ),

  factTable(
    'lifecycle_step',
    `
  occurred_on date NOT NULL,
  state text NOT NULL,
  mission text REFERENCES mission (code),
  note text,
  CONSTRAINT lifecycle_step_state_check CHECK (state IN ('DRAFT', 'SUBMITTED', 'REGISTERED', 'SELECTED',
    'MOU_NEGOTIATION', 'PDV', 'CLEARED', 'DEPLOYED', 'RETURNED', 'REJECTED', 'WITHDRAWN'))`,
    staffAndState,
  ),

  factTable('confirmation', `confirmed_on date NOT NULL, note text`, staffAndState),

  factTable(
    'document',
    `
  type text NOT NULL,
  received_on date NOT NULL,
  valid_until date,
  title text,
  symbol text,
  CONSTRAINT document_type_check CHECK (type IN ('NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT_LIST',
    'SELF_SUSTAINMENT_LIST', 'SUR_ALIGNMENT', 'LOAD_LIST', 'TRAINING_CERTIFICATE', 'HR_SCREENING_CERTIFICATE',
    'CONDUCT_CERTIFICATE')),
  CONSTRAINT document_validity_check CHECK (valid_until >= received_on)`,
    staffAndState,
  ),

  factTable(
    'measurement',
    `
  measured_on date NOT NULL,
  basis text NOT NULL,
  personnel_required integer,
  personnel_available integer,
  personnel_women integer,
  equipment_on_hand_required integer,
  equipment_on_hand_available integer,
  serviceability_required integer,
  serviceability_available integer,
  self_sustainment_required integer,
  self_sustainment_available integer,
  visit_id uuid,
  note text,
  CONSTRAINT measurement_basis_check CHECK (basis IN ('BY_LINE', 'TOTALS_ONLY')),
  CONSTRAINT measurement_pairs_check CHECK (
    num_nonnulls(personnel_required, personnel_available) IN (0, 2)
    AND num_nonnulls(equipment_on_hand_required, equipment_on_hand_available) IN (0, 2)
    AND num_nonnulls(serviceability_required, serviceability_available) IN (0, 2)
    AND num_nonnulls(self_sustainment_required, self_sustainment_available) IN (0, 2)),
  CONSTRAINT measurement_totals_check CHECK (basis = 'TOTALS_ONLY' OR num_nonnulls(equipment_on_hand_required,
    serviceability_required, self_sustainment_required) = 0),
  CONSTRAINT measurement_women_check CHECK (personnel_women <= personnel_available),
  CONSTRAINT measurement_counts_check CHECK (${persons('personnel_required')} AND ${persons('personnel_available')}
    AND personnel_women >= 0
    AND ${['equipment_on_hand', 'serviceability', 'self_sustainment']
      .flatMap((dimension) => [pieces(`${dimension}_required`), pieces(`${dimension}_available`)])
      .join(' AND ')})`,
    { ...everyone, atVisit: true },
  ),
  referable('measurement'),
  partTable(
    'measurement_equipment_line',
    `
  item text NOT NULL,
  critical boolean NOT NULL,
  agreed integer NOT NULL,
  present integer NOT NULL,
  serviceable integer,
  CONSTRAINT measurement_equipment_line_counts_check CHECK (${pieces('agreed')} AND ${pieces('present')}
    AND ${pieces('serviceable')} AND serviceable <= present)`,
    { ...everyone, of: 'measurement', key: 'item' },
  ),
  partTable(
    'measurement_self_sustainment',
    `
  category text NOT NULL,
  required integer NOT NULL,
  available integer NOT NULL,
  CONSTRAINT measurement_self_sustainment_counts_check CHECK (${pieces('required')} AND ${pieces('available')})`,
    { ...everyone, of: 'measurement', key: 'category' },
  ),

  factTable(
    'caveat',
    `
  reference text NOT NULL,
  kind text NOT NULL,
  known_on date NOT NULL,
  resolve_by date,
  statement text NOT NULL,
  CONSTRAINT caveat_kind_check CHECK (kind IN ('DECLARED', 'UNDECLARED')),
  CONSTRAINT caveat_resolve_by_check CHECK (resolve_by >= known_on AND (kind = 'DECLARED' OR resolve_by IS NOT NULL))`,
    staffAndState,
  ),
  referable('caveat'),
  factTable(
    'caveat_settlement',
    `caveat_id uuid NOT NULL, resolved_on date NOT NULL, note text NOT NULL`,
    staff,
  ),
  childOf('caveat_settlement', 'caveat_id', 'caveat'),

  factTable(
    'bar',
    `
  pledge_id uuid,
  decision text NOT NULL,
  decided_on date NOT NULL,
  from_on date NOT NULL,
  until_on date,
  reason text NOT NULL,
  CONSTRAINT bar_pledge_fkey FOREIGN KEY (pledge_id, member_state) REFERENCES pledge (id, member_state),
  CONSTRAINT bar_days_check CHECK (until_on >= from_on)`,
    { owner: 'MEMBER_STATE', writers: ['STAFF'] },
  ),
  `CREATE INDEX bar_pledge_index ON bar (pledge_id);`,

  factTable(
    'rdl_agreement',
    `
  signed_on date NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  commitment_days integer NOT NULL,
  requirement_statement_id text REFERENCES requirement_statement (id),
  CONSTRAINT rdl_agreement_days_check CHECK (until_on >= from_on),
  CONSTRAINT rdl_agreement_commitment_days_check CHECK (commitment_days BETWEEN 0 AND 1000)`,
    staff,
  ),

  factTable(
    'human_rights_screening',
    `
  screened_on date NOT NULL,
  result text NOT NULL,
  note text,
  CONSTRAINT human_rights_screening_result_check CHECK (result IN ('CERTIFIED', 'PENDING', 'REFUSED'))`,
    staff,
  ),

  factTable(
    'deployment_plan',
    `planned_on date NOT NULL, deployment_on date, mission text REFERENCES mission (code), note text`,
    staff,
  ),

  factTable('unit_certificate', `received_on date NOT NULL, note text`, staffAndState),

  factTable(
    'level_decision',
    `
  decided_on date NOT NULL,
  level text NOT NULL,
  computed_level text NOT NULL,
  parameter_set integer NOT NULL REFERENCES parameter_set (number),
  reason text,
  CONSTRAINT level_decision_level_check CHECK (level IN ('NONE', 'LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'RDL')),
  CONSTRAINT level_decision_computed_level_check CHECK (computed_level IN ('NONE', 'LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'RDL')),
  CONSTRAINT level_decision_reason_check CHECK (reason IS NOT NULL OR
    array_position(ARRAY['NONE', 'LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'RDL'], level)
      <= array_position(ARRAY['NONE', 'LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'RDL'], computed_level))`,
    staff,
  ),
  referable('level_decision'),
  partTable('level_decision_evidence', `record_kind text NOT NULL, record_id uuid NOT NULL`, {
    ...staff,
    of: 'level_decision',
    key: 'record_kind, record_id',
  }),
];

/** Pledges and everything that is recorded of them outside visits and evaluations. */
export class Pledges1760000000002 implements MigrationInterface {
  name = 'Pledges1760000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables.join('\n'));
  }

  down(): Promise<void> {
    throw new Error('Muster migrates forward only; restore a backup to go back.');
  }
}
