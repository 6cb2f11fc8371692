import type { RECORD_INVARIANTS } from '#platform/invariants/record.invariants.js';
import type { REFERENCE_INVARIANTS } from '#reference/reference.invariants.js';
import { bothOf, changed, corrected, doubled, removed, voided, way, type Breakers } from './breaker.js';

// Nothing rests on these facts, so that what is broken of one is broken alone.
const LEAF = 'human_rights_screening';
const ELSEWHERE = `(SELECT min(m.iso3) FROM member_state m WHERE m.iso3 <> t.member_state)`;
const NOWHERE = `'00000000-0000-7000-8000-000000000000'`;
// Ids of the registry are of version 7, those that `doubled` makes of version 4.
const LATER = `t.row_id <> t.id AND substr(t.row_id::text, 15, 1) = '4'`;

/** No row of the registry is of a demonstration. */
const recordedByPeople = `DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT c.table_name FROM information_schema.columns c WHERE c.column_name = 'recorded_through' LOOP
    EXECUTE format('UPDATE %I SET recorded_through = ''OPERATION'' WHERE recorded_through = ''DEMONSTRATION''', name);
  END LOOP; END $$`;

export const RECORD_BREAKERS: Breakers<keyof typeof RECORD_INVARIANTS | keyof typeof REFERENCE_INVARIANTS> = {
  ONE_STANDING_VERSION: [
    way(
      'two versions of a fact stand',
      LEAF,
      doubled(LEAF, { id: 't.id', recorded_at: `t.recorded_at + interval '1 second'` }),
      'REPLACED_WHEN_VOIDED',
    ),
  ],
  FIRST_VERSION_NAMES_FACT: [
    way('a fact has lost its first version', LEAF, changed(LEAF, 'row_id = gen_random_uuid()')),
  ],
  REPLACED_WHEN_VOIDED: [
    way('a version came later than the one before went', LEAF, [
      ...corrected(LEAF),
      changed(LEAF, `recorded_at = t.recorded_at + interval '1 hour'`, LATER),
    ]),
  ],
  CORRECTION_KEEPS_OWNER: [
    way('a correction moved a fact to another pledge', LEAF, [
      ...corrected(LEAF),
      `UPDATE ${LEAF} t SET pledge_id = p.id, member_state = p.member_state FROM pledge p
       WHERE ${LATER} AND p.id = (SELECT o.id FROM pledge o
         WHERE o.id <> t.pledge_id AND o.recorded_at <= t.recorded_at ORDER BY o.id LIMIT 1) RETURNING t.id`,
    ]),
  ],
  VOIDED_WITH_REASON: [
    way('a fact is voided without a word', LEAF, changed(LEAF, 'voided_at = now()', 't.voided_at IS NULL')),
    way('a reason is blank', LEAF, [
      voided(LEAF),
      changed(LEAF, `voided_reason = ' '`, 't.voided_at IS NOT NULL'),
    ]),
  ],
  VOIDED_AFTER_RECORDED: [
    way('a fact is voided the day before', LEAF, [
      voided(LEAF),
      changed(LEAF, `voided_at = t.recorded_at - interval '1 day'`, 't.voided_at IS NOT NULL'),
    ]),
  ],
  RECORDED_BY_NOW: [
    way('a fact is recorded tomorrow', LEAF, changed(LEAF, `recorded_at = now() + interval '1 day'`)),
    way('a fact is voided tomorrow', LEAF, [
      voided(LEAF),
      changed(LEAF, `voided_at = now() + interval '1 day'`, 't.voided_at IS NOT NULL'),
    ]),
    way('nobody recorded a visit', 'visit', changed('visit', `recorded_by = ''`)),
  ],
  HAPPENED_WHEN_RECORDED: [
    way('a screening lies ahead of its record', LEAF, changed(LEAF, 'screened_on = t.recorded_at::date + 1')),
    way(
      'a visit was held ahead of its record',
      'visit_holding',
      changed(
        'visit_holding',
        'held_until = t.recorded_at::date + 1',
        `NOT EXISTS (SELECT FROM finding f WHERE f.visit_id = t.visit_id)
         AND NOT EXISTS (SELECT FROM recommendation r WHERE r.visit_id = t.visit_id)`,
      ),
    ),
  ],
  DEMONSTRATION_IS_MARKED: [
    way('an invented record lies in a registry of real ones', LEAF, [
      recordedByPeople,
      `DELETE FROM registry_mark WHERE key = 'demonstration'`,
      changed(LEAF, `recorded_through = 'DEMONSTRATION'`),
    ]),
  ],
  BELONGS_TO_ITS_PARENT: [
    way(
      'a fact is of another Member State than its pledge',
      LEAF,
      changed(LEAF, `member_state = ${ELSEWHERE}`),
    ),
    way('the pledge of a fact is not there', LEAF, changed(LEAF, `pledge_id = ${NOWHERE}`)),
    way(
      'a closure is of another pledge than its finding',
      'finding_closure',
      changed(
        'finding_closure',
        `pledge_id = (SELECT min(p.id::text)::uuid FROM pledge p WHERE p.id <> t.pledge_id AND p.member_state = t.member_state)`,
        `EXISTS (SELECT FROM pledge p WHERE p.id <> t.pledge_id AND p.member_state = t.member_state AND p.recorded_at <= t.recorded_at)`,
      ),
    ),
    way(
      'a fact was recorded before its pledge',
      LEAF,
      changed(LEAF, `recorded_at = timestamptz '1990-01-02', screened_on = DATE '1990-01-01'`),
    ),
    way(
      'a part of a measurement is of another Member State',
      'measurement_self_sustainment',
      changed('measurement_self_sustainment', `member_state = ${ELSEWHERE}`),
    ),
    way('a plan follows no evaluation', 'improvement_plan', [
      `UPDATE improvement_plan_terms t SET voided_at = now(), voided_by = 'nobody', voided_role = 'STAFF', voided_reason = 'Gone'
       WHERE t.improvement_plan_id = (SELECT min(p.id::text)::uuid FROM improvement_plan p)`,
      ...['plan_action_extension', 'plan_action_progress', 'plan_action', 'plan_outcome'].map(
        (table) => `DELETE FROM ${table}`,
      ),
      changed('improvement_plan', `evaluation_id = ${NOWHERE}`),
    ]),
  ],
  RESTS_ON_STANDING_FACT: [
    way('a caveat is voided under its settlement', 'caveat_settlement', [
      voided('caveat', 't.id IN (SELECT s.caveat_id FROM caveat_settlement s WHERE s.voided_at IS NULL)'),
      `SELECT s.id FROM caveat_settlement s JOIN caveat c ON c.id = s.caveat_id WHERE c.voided_reason = 'To break it'`,
    ]),
  ],
  NAMES_KNOWN_CODES: [
    way(
      'a step names a mission that is none',
      'lifecycle_step',
      changed('lifecycle_step', `mission = 'NOWHERE'`),
    ),
    way('a decision names no set', 'level_decision', changed('level_decision', 'parameter_set = 99')),
    way(
      'a part is of no Member State',
      'level_decision_evidence',
      changed('level_decision_evidence', `member_state = 'QQQ'`),
      'BELONGS_TO_ITS_PARENT',
    ),
  ],
  INTERVALS_RUN_FORWARD: [
    way(
      'a visit ends before it begins',
      'visit_holding',
      changed(
        'visit_holding',
        'held_from = t.held_until + 1',
        `NOT EXISTS (SELECT FROM measurement m WHERE m.visit_id = t.visit_id)
         AND NOT EXISTS (SELECT FROM hospital_deficiency d WHERE d.visit_id = t.visit_id)`,
      ),
    ),
    way(
      'an evaluation is dated within its period',
      'evaluation',
      changed('evaluation', 'period_until = t.evaluated_on + 1, period_from = t.evaluated_on'),
    ),
    ...[
      ['document', 'valid_until = t.received_on - 1'],
      ['rdl_agreement', 'until_on = t.from_on - 1'],
      ['bar', 'until_on = t.from_on - 1'],
      ['caveat', 'resolve_by = t.known_on - 1'],
      ['visit_plan', 'planned_until = t.planned_from - 1'],
      ['hospital_deficiency', 'due_on = t.raised_on - 1'],
      ['evaluation', 'period_from = t.period_until + 1'],
      ['improvement_plan_terms', 'due_on = t.set_on - 1'],
      ['plan_action', 'due_on = t.set_on - 1'],
    ].map(([table = '', set = '']) => way(`a row of ${table} runs backwards`, table, changed(table, set))),
  ],
  REFERENCES_ARE_UNIQUE: [
    way('two findings of a pledge have one reference', 'finding', [
      doubled('finding'),
      bothOf('finding', 'pledge_id', 'reference'),
    ]),
    way('two visits of a Member State have one reference', 'visit', [
      doubled('visit'),
      `SELECT v.id FROM visit v JOIN visit o ON o.member_state = v.member_state AND o.reference = v.reference AND o.id <> v.id`,
    ]),
  ],
  VERSIONS_COUNT_FROM_ONE: [way('a visit has no version', 'visit', changed('visit', 'version = 0'))],
  REFERENCE_DATA_IS_OURS: [
    way('a mission has another name', 'mission', changed('mission', `name = 'Mission to nowhere'`)),
    way('an alias is gone', 'member_state_alias', removed('member_state_alias')),
  ],
  PARAMETER_SETS_ARE_WHOLE: [
    way('a later set lacks a value', 'parameter_set', [
      `INSERT INTO parameter_set VALUES (2, '2030-01-01', 'Later')`,
      `INSERT INTO parameter_value SELECT 2, v.name, v.value, v.unit, v.source, v.sourced FROM parameter_value v
       WHERE v.name <> (SELECT min(other.name) FROM parameter_value other)`,
      `SELECT '2 ' || min(v.name) AS id FROM parameter_value v`,
    ]),
  ],
  MARKS_ARE_READABLE: [
    way('the registry does not know its key', 'registry_mark', [
      `INSERT INTO registry_mark VALUES ('signing_key', 'lost') RETURNING key AS id`,
    ]),
    way(
      'the reference data are not marked as those of this version',
      'registry_mark',
      changed('registry_mark', `value = 'old'`, `t.key = 'reference_data'`),
    ),
    way('a demonstration stands on no day', 'registry_mark', [
      `INSERT INTO registry_mark VALUES ('demonstration', 'yes') ON CONFLICT (key) DO UPDATE SET value = 'yes' RETURNING key AS id`,
    ]),
  ],
};
