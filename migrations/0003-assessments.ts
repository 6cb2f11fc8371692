import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childOf, factTable, referable, versionedTable } from './tables.js';

const ofVisit = { owner: 'VISIT', writers: ['STAFF'] } as const;
const assessors = { owner: 'PLEDGE', writers: ['STAFF', 'EVALUATOR'] } as const;
const everyone = { owner: 'PLEDGE', writers: ['STAFF', 'MEMBER_STATE', 'EVALUATOR'] } as const;

const visitColumn = (table: string, nullable = false) => `
  visit_id uuid ${nullable ? '' : 'NOT NULL'},
  CONSTRAINT ${table}_visit_fkey FOREIGN KEY (visit_id, member_state) REFERENCES visit (id, member_state)`;

const tables = [
  versionedTable(
    'visit',
    `
  reference text NOT NULL,
  kind text NOT NULL,
  CONSTRAINT visit_reference_key UNIQUE (member_state, reference),
  CONSTRAINT visit_kind_check CHECK (kind IN ('AAV', 'RDL_VERIFICATION', 'PRE_DEPLOYMENT', 'PRE_ROTATION',
    'SKILLS_VALIDATION', 'FPU_ASSESSMENT', 'HOSPITAL', 'COE_ARRIVAL', 'COE_READINESS', 'COE_REPATRIATION'))`,
    { owner: 'VISIT', writers: ['STAFF', 'EVALUATOR'] },
  ),
  factTable(
    'visit_plan',
    `
  decided_on date NOT NULL,
  planned_from date NOT NULL,
  planned_until date NOT NULL,
  purpose text,
  CONSTRAINT visit_plan_days_check CHECK (planned_until >= planned_from)`,
    ofVisit,
  ),
  factTable('visit_coverage', visitColumn('visit_coverage'), { owner: 'PLEDGE', writers: ['STAFF'] }),
  `CREATE UNIQUE INDEX visit_coverage_once_index ON visit_coverage (visit_id, pledge_id) WHERE voided_at IS NULL;`,
  factTable(
    'assignment',
    `
  subject text NOT NULL,
  assigned_on date NOT NULL,
  visit_id uuid,
  pledge_id uuid,
  CONSTRAINT assignment_visit_fkey FOREIGN KEY (visit_id, member_state) REFERENCES visit (id, member_state),
  CONSTRAINT assignment_pledge_fkey FOREIGN KEY (pledge_id, member_state) REFERENCES pledge (id, member_state),
  CONSTRAINT assignment_to_check CHECK (num_nonnulls(visit_id, pledge_id) = 1)`,
    { owner: 'MEMBER_STATE', writers: ['STAFF'] },
  ),
  `CREATE INDEX assignment_subject_index ON assignment (subject) WHERE voided_at IS NULL;
   CREATE UNIQUE INDEX assignment_once_index ON assignment (subject, coalesce(visit_id, pledge_id)) WHERE voided_at IS NULL;`,
  factTable(
    'visit_holding',
    `
  held_from date NOT NULL,
  held_until date NOT NULL,
  team text[] NOT NULL,
  note text,
  CONSTRAINT visit_holding_days_check CHECK (held_until >= held_from)`,
    { owner: 'VISIT', writers: ['STAFF', 'EVALUATOR'] },
  ),
  `CREATE UNIQUE INDEX visit_holding_once_index ON visit_holding (visit_id) WHERE voided_at IS NULL;`,

  factTable(
    'visit_outcome',
    `
  outcome text NOT NULL,
  summary text,
  ${visitColumn('visit_outcome').trim()},
  CONSTRAINT visit_outcome_outcome_check CHECK (outcome IN ('SATISFACTORY', 'SATISFACTORY_WITH_RECOMMENDATIONS',
    'UNSATISFACTORY', 'PASS', 'PASS_WITH_CONDITIONS', 'FAIL'))`,
    { ...assessors, atVisit: true },
  ),
  `CREATE UNIQUE INDEX visit_outcome_once_index ON visit_outcome (visit_id, pledge_id) WHERE voided_at IS NULL;`,

  factTable(
    'finding',
    `
  reference text NOT NULL,
  area text NOT NULL,
  severity text NOT NULL,
  owner text NOT NULL,
  due_on date NOT NULL,
  statement text NOT NULL,
  ${visitColumn('finding').trim()},
  CONSTRAINT finding_severity_check CHECK (severity IN ('CRITICAL', 'MAJOR', 'MINOR')),
  CONSTRAINT finding_owner_check CHECK (owner IN ('MEMBER_STATE', 'SECRETARIAT', 'MISSION'))`,
    { ...assessors, atVisit: true },
  ),
  referable('finding'),
  factTable(
    'finding_closure',
    `finding_id uuid NOT NULL, closed_on date NOT NULL, evidence text NOT NULL`,
    assessors,
  ),
  childOf('finding_closure', 'finding_id', 'finding'),
  factTable(
    'finding_answer',
    `finding_id uuid NOT NULL, answered_on date NOT NULL, answer text NOT NULL`,
    everyone,
  ),
  childOf('finding_answer', 'finding_id', 'finding'),

  factTable(
    'recommendation',
    `
  reference text NOT NULL,
  kind text NOT NULL,
  area text NOT NULL,
  due_on date,
  statement text NOT NULL,
  ${visitColumn('recommendation').trim()},
  CONSTRAINT recommendation_kind_check CHECK (kind IN ('RECOMMENDATION', 'CONDITION'))`,
    { ...assessors, atVisit: true },
  ),
  referable('recommendation'),
  factTable(
    'recommendation_answer',
    `recommendation_id uuid NOT NULL, answered_on date NOT NULL, answer text NOT NULL`,
    everyone,
  ),
  childOf('recommendation_answer', 'recommendation_id', 'recommendation'),

  factTable(
    'hospital_deficiency',
    `
  reference text NOT NULL,
  severity text NOT NULL,
  raised_on date NOT NULL,
  due_on date,
  statement text NOT NULL,
  ${visitColumn('hospital_deficiency', true).trim()},
  CONSTRAINT hospital_deficiency_severity_check CHECK (severity IN ('CRITICAL', 'MAJOR', 'MINOR'))`,
    { ...assessors, atVisit: true },
  ),
  referable('hospital_deficiency'),
  factTable(
    'hospital_deficiency_closure',
    `hospital_deficiency_id uuid NOT NULL, closed_on date NOT NULL, evidence text NOT NULL`,
    assessors,
  ),
  childOf('hospital_deficiency_closure', 'hospital_deficiency_id', 'hospital_deficiency'),

  `ALTER TABLE measurement ADD CONSTRAINT measurement_visit_fkey
     FOREIGN KEY (visit_id, member_state) REFERENCES visit (id, member_state);`,
  ...['visit_coverage', 'visit_outcome', 'finding', 'recommendation', 'hospital_deficiency'].map(
    (table) => `CREATE INDEX ${table}_visit_id_index ON ${table} (visit_id);`,
  ),
  ...['caveat', 'finding', 'recommendation', 'hospital_deficiency'].map(
    (table) =>
      `CREATE UNIQUE INDEX ${table}_number_index ON ${table} (pledge_id, reference) WHERE voided_at IS NULL;`,
  ),
  `CREATE UNIQUE INDEX bar_number_index ON bar (member_state, coalesce(pledge_id::text, ''), decision) WHERE voided_at IS NULL;`,
  ...[
    ['caveat_settlement', 'caveat_id'],
    ['finding_closure', 'finding_id'],
    ['recommendation_answer', 'recommendation_id'],
    ['hospital_deficiency_closure', 'hospital_deficiency_id'],
  ].map(
    ([table, column]) =>
      `CREATE UNIQUE INDEX ${table}_once_index ON ${table} (${column}) WHERE voided_at IS NULL;`,
  ),
];

/** Visits, what they found, and what was done about it. */
export class Assessments1760000000003 implements MigrationInterface {
  name = 'Assessments1760000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables.join('\n'));
  }

  down(): Promise<void> {
    throw new Error('Muster migrates forward only; restore a backup to go back.');
  }
}
