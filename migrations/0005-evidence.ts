import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factTable, partTable, referable } from './tables.js';

const assessors = { owner: 'PLEDGE', writers: ['STAFF', 'EVALUATOR'] } as const;

const tables = [
  // An inspection is a measurement, so that nothing derives facts from a second place.
  `ALTER TABLE measurement_equipment_line ADD COLUMN remark text;
   ALTER TABLE measurement_self_sustainment ADD COLUMN satisfactory boolean, ADD COLUMN remark text,
     ADD CONSTRAINT measurement_self_sustainment_satisfactory_check
       CHECK (available = CASE satisfactory WHEN true THEN required WHEN false THEN 0 END);
   CREATE INDEX measurement_visit_id_index ON measurement (visit_id);`,

  factTable(
    'component_results',
    `
  note text,
  visit_id uuid NOT NULL,
  CONSTRAINT component_results_visit_fkey FOREIGN KEY (visit_id, member_state) REFERENCES visit (id, member_state)`,
    { ...assessors, atVisit: true },
  ),
  referable('component_results'),
  `CREATE INDEX component_results_visit_id_index ON component_results (visit_id);
   CREATE UNIQUE INDEX component_results_once_index ON component_results (visit_id, pledge_id) WHERE voided_at IS NULL;`,
  partTable(
    'component_result',
    `
  component text NOT NULL,
  result text NOT NULL,
  tested integer,
  passed integer,
  note text,
  CONSTRAINT component_result_result_check CHECK (result IN ('PASS', 'FAIL', 'NOT_TESTED')),
  CONSTRAINT component_result_counts_check CHECK (tested BETWEEN 1 AND 10000 AND passed BETWEEN 0 AND tested
    AND num_nonnulls(tested, passed) <> 1 AND (tested IS NULL OR result <> 'NOT_TESTED'))`,
    { ...assessors, of: 'component_results', key: 'component' },
  ),

  factTable('visit_cancellation', `cancelled_on date NOT NULL, reason text NOT NULL`, {
    owner: 'VISIT',
    writers: ['STAFF'],
  }),
  `CREATE UNIQUE INDEX visit_cancellation_once_index ON visit_cancellation (visit_id) WHERE voided_at IS NULL;`,
];

/** What inspections and assessments found part by part, and that a visit was called off. */
export class Evidence1760000000005 implements MigrationInterface {
  name = 'Evidence1760000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables.join('\n'));
  }

  down(): Promise<void> {
    throw new Error('Muster migrates forward only; restore a backup to go back.');
  }
}
