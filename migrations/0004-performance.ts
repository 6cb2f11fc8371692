import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childOf, factTable, partTable, referable, versionedTable } from './tables.js';

const assessors = { owner: 'PLEDGE', writers: ['STAFF', 'EVALUATOR'] } as const;
const staff = { owner: 'PLEDGE', writers: ['STAFF'] } as const;
const staffAndState = { owner: 'PLEDGE', writers: ['STAFF', 'MEMBER_STATE'] } as const;

const ofPlan = (table: string) => `
  improvement_plan_id uuid NOT NULL,
  CONSTRAINT ${table}_improvement_plan_fkey FOREIGN KEY (improvement_plan_id, pledge_id, member_state)
    REFERENCES improvement_plan (id, pledge_id, member_state)`;

const tables = [
  factTable(
    'evaluation',
    `
  mission text NOT NULL REFERENCES mission (code),
  period_from date NOT NULL,
  period_until date NOT NULL,
  evaluated_on date NOT NULL,
  scale text NOT NULL,
  raw_score integer,
  verdict text NOT NULL,
  summary text,
  CONSTRAINT evaluation_days_check CHECK (period_from <= period_until AND period_until <= evaluated_on),
  CONSTRAINT evaluation_verdict_check CHECK (verdict IN ('SATISFACTORY', 'NEEDS_IMPROVEMENT', 'UNSATISFACTORY'))`,
    assessors,
  ),
  referable('evaluation'),
  partTable('evaluation_area', `area text NOT NULL, score integer NOT NULL`, {
    ...assessors,
    of: 'evaluation',
    key: 'area',
  }),
  versionedTable(
    'improvement_plan',
    `
  evaluation_id uuid NOT NULL,
  CONSTRAINT improvement_plan_evaluation_fkey FOREIGN KEY (evaluation_id, pledge_id, member_state)
    REFERENCES evaluation (row_id, pledge_id, member_state),
  CONSTRAINT improvement_plan_evaluation_key UNIQUE (evaluation_id),
  CONSTRAINT improvement_plan_reference_key UNIQUE (id, pledge_id, member_state)`,
    staffAndState,
  ),
  factTable(
    'improvement_plan_terms',
    `
  set_on date NOT NULL,
  due_on date NOT NULL,
  note text,
  ${ofPlan('improvement_plan_terms').trim()},
  CONSTRAINT improvement_plan_terms_days_check CHECK (due_on >= set_on)`,
    staff,
  ),
  factTable(
    'plan_action',
    `
  reference text NOT NULL,
  set_on date NOT NULL,
  due_on date NOT NULL,
  owner text NOT NULL,
  statement text NOT NULL,
  ${ofPlan('plan_action').trim()},
  CONSTRAINT plan_action_days_check CHECK (due_on >= set_on),
  CONSTRAINT plan_action_owner_check CHECK (owner IN ('MEMBER_STATE', 'SECRETARIAT', 'MISSION'))`,
    staffAndState,
  ),
  referable('plan_action'),
  factTable(
    'plan_action_progress',
    `
  plan_action_id uuid NOT NULL,
  progressed_on date NOT NULL,
  state text NOT NULL,
  note text NOT NULL,
  CONSTRAINT plan_action_progress_state_check CHECK (state IN ('IN_PROGRESS', 'DONE'))`,
    staffAndState,
  ),
  childOf('plan_action_progress', 'plan_action_id', 'plan_action'),
  factTable(
    'plan_outcome',
    `
  closed_on date NOT NULL,
  outcome text NOT NULL,
  evidence text NOT NULL,
  ${ofPlan('plan_outcome').trim()},
  CONSTRAINT plan_outcome_outcome_check CHECK (outcome IN ('ACHIEVED', 'NOT_ACHIEVED'))`,
    staff,
  ),
  `CREATE UNIQUE INDEX plan_outcome_once_index ON plan_outcome (improvement_plan_id) WHERE voided_at IS NULL;
   CREATE UNIQUE INDEX plan_action_number_index ON plan_action (pledge_id, reference) WHERE voided_at IS NULL;`,
  ...['improvement_plan_terms', 'plan_action', 'plan_outcome'].map(
    (table) => `CREATE INDEX ${table}_improvement_plan_id_index ON ${table} (improvement_plan_id);`,
  ),
];

/** In-mission evaluations and the improvement plans that follow them. */
export class Performance1760000000004 implements MigrationInterface {
  name = 'Performance1760000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables.join('\n'));
  }

  down(): Promise<void> {
    throw new Error('Muster migrates forward only; restore a backup to go back.');
  }
}
