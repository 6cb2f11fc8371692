import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childOf, factTable } from './tables.js';

const statements = [
  factTable(
    'plan_action_extension',
    `
  plan_action_id uuid NOT NULL,
  set_on date NOT NULL,
  due_on date NOT NULL,
  reason text NOT NULL,
  CONSTRAINT plan_action_extension_days_check CHECK (due_on >= set_on)`,
    { owner: 'PLEDGE', writers: ['STAFF'] },
  ),
  childOf('plan_action_extension', 'plan_action_id', 'plan_action'),
  `ALTER TABLE plan_action_progress DROP CONSTRAINT plan_action_progress_state_check;
   ALTER TABLE plan_action_progress ADD CONSTRAINT plan_action_progress_state_check
     CHECK (state IN ('IN_PROGRESS', 'DONE', 'DROPPED'));
   CREATE INDEX level_decision_evidence_record_index ON level_decision_evidence (record_id);`,
];

/** Actions of improvement plans are put off, each for a reason, and may be dropped. */
export class Plans1760000000007 implements MigrationInterface {
  name = 'Plans1760000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statements.join('\n'));
  }

  down(): Promise<void> {
    throw new Error('Muster migrates forward only; restore a backup to go back.');
  }
}
