import { PLAN_ACTIONS, PLANS } from '#performance/plans.sql.js';
import { holding } from '#platform/record/json.sql.js';
import { known } from '#platform/record/known.sql.js';
import { reviewDue } from './requirements.sql.js';

/**
 * Everything that is open on a day, in one statement over all the rooms in which something can be. `$1` is the day asked
 * of, `$2` the instant up to which records are known; what is closed or answered later than the day is open on it.
 *
 * What the rules reckon (a confirmation that falls due) comes in from them as `$12`, so that no rule is written here a
 * second time.
 */

const not = (table: string, alias: string, day: string, parent: string) =>
  `NOT EXISTS (SELECT FROM ${holding(table, alias, day)} AND ${alias}.${parent})`;

const ofHeldVisit = (alias: string) =>
  `JOIN ${holding('visit_holding', 'h', 'held_until').replace(' WHERE ', ` ON h.visit_id = ${alias}.visit_id AND `)}`;

/** Plans that are open, of evaluations that stand. */
const openPlans = `${PLANS}
  WHERE t.state = 'OPEN' AND p.evaluation_id IN (SELECT e.id FROM ${holding('evaluation', 'e', 'evaluated_on')})`;

/** The columns of every part, in this order; what one does not say is null. */
const COLUMNS = [
  ...['kind', 'record_kind', 'id', 'reference', 'member_state', 'pledge_id', 'visit_id', 'evaluation_id'],
  ...['opened_on', 'due_on', 'answered_on', 'owner', 'severity', 'statement'],
] as const;
type Column = (typeof COLUMNS)[number];

/** The rows of one kind of record that are open. */
const open = (from: string, alias: string, says: Readonly<Partial<Record<Column, string>>>): string => {
  const own: Partial<Record<Column, string>> = {
    ...{ id: `${alias}.id`, member_state: `${alias}.member_state`, pledge_id: `${alias}.pledge_id` },
    ...says,
  };
  return `SELECT ${COLUMNS.map((column) => `${own[column] ?? TYPED[column] ?? 'NULL'} AS ${column}`).join(', ')}
FROM ${from}`;
};

const TYPED: Readonly<Partial<Record<Column, string>>> = {
  visit_id: 'NULL::uuid',
  evaluation_id: 'NULL::uuid',
  due_on: 'NULL::date',
  answered_on: 'NULL::date',
};

const STATE = `'MEMBER_STATE'`;

const OPEN = [
  open(
    `finding f ${ofHeldVisit('f')}
WHERE ${known('f', '$2')} AND ${not('finding_closure', 'c', 'closed_on', 'finding_id = f.id')}`,
    'f',
    {
      ...{ kind: `'FINDING'`, record_kind: `'FINDING'`, reference: 'f.reference', visit_id: 'f.visit_id' },
      ...{ opened_on: 'h.held_until', due_on: 'f.due_on', owner: 'f.owner', severity: 'f.severity' },
      answered_on: `(SELECT max(a.answered_on) FROM ${holding('finding_answer', 'a', 'answered_on')}
    AND a.finding_id = f.id)`,
      statement: 'f.statement',
    },
  ),
  open(
    `recommendation r ${ofHeldVisit('r')}
WHERE ${known('r', '$2')} AND ${not('recommendation_answer', 'a', 'answered_on', 'recommendation_id = r.id')}`,
    'r',
    {
      ...{
        kind: 'r.kind',
        record_kind: `'RECOMMENDATION'`,
        reference: 'r.reference',
        visit_id: 'r.visit_id',
      },
      ...{ opened_on: 'h.held_until', due_on: 'r.due_on', owner: STATE, statement: 'r.statement' },
    },
  ),
  open(
    `${holding('hospital_deficiency', 'd', 'raised_on')}
  AND ${not('hospital_deficiency_closure', 'c', 'closed_on', 'hospital_deficiency_id = d.id')}`,
    'd',
    {
      ...{ kind: `'HOSPITAL_DEFICIENCY'`, record_kind: `'HOSPITAL_DEFICIENCY'`, reference: 'd.reference' },
      ...{ visit_id: 'd.visit_id', opened_on: 'd.raised_on', due_on: 'd.due_on', owner: STATE },
      ...{ severity: 'd.severity', statement: 'd.statement' },
    },
  ),
  // Its actions are asked of others; to extend or to close it is the Secretariat's.
  open(openPlans, 'p', {
    ...{ kind: `'IMPROVEMENT_PLAN'`, record_kind: `'IMPROVEMENT_PLAN'`, evaluation_id: 'p.evaluation_id' },
    ...{ opened_on: 't.opened_on', due_on: 't.due_on', owner: `'SECRETARIAT'` },
  }),
  open(
    `(SELECT p.id, p.evaluation_id FROM ${openPlans}) plan,
  ${PLAN_ACTIONS} AND a.improvement_plan_id = plan.id AND NOT stands.ended`,
    'a',
    {
      ...{ kind: `'PLAN_ACTION'`, record_kind: `'PLAN_ACTION'`, reference: 'a.reference' },
      ...{ evaluation_id: 'plan.evaluation_id', opened_on: 'a.set_on', due_on: 'stands.due_on' },
      ...{ owner: 'a.owner', statement: 'a.statement' },
    },
  ),
  open(
    `${holding('caveat', 'c', 'known_on')} AND ${not('caveat_settlement', 's', 'resolved_on', 'caveat_id = c.id')}`,
    'c',
    {
      ...{ kind: `'CAVEAT'`, record_kind: `'CAVEAT'`, reference: 'c.reference', opened_on: 'c.known_on' },
      ...{ due_on: 'c.resolve_by', owner: STATE, statement: 'c.statement' },
    },
  ),
  // Due from the day since which a newer version stands against what the pledge rests on.
  open(`due u JOIN weighed r ON r.pledge_id = u.pledge_id AND r.kind = u.kind AND r.nth = 1`, 'r', {
    ...{ kind: `'REQUIREMENT_REVIEW'`, record_kind: 'r.kind', reference: 'r.statement_id' },
    ...{ opened_on: 'u.since', due_on: 'u.since', owner: `'SECRETARIAT'` },
  }),
  open(
    `jsonb_to_recordset($12::jsonb) AS o (kind text, record jsonb, reference text, "memberState" text, "pledgeId" uuid,
    "openedOn" date, "dueOn" date)`,
    'o',
    {
      ...{ kind: 'o.kind', record_kind: `o.record ->> 'kind'`, id: `(o.record ->> 'id')::uuid` },
      ...{ reference: 'o.reference', member_state: 'o."memberState"', pledge_id: 'o."pledgeId"' },
      // Of a unit certificate: the day on which the deployment was planned that it is owed for.
      opened_on: `coalesce(o."openedOn", (SELECT p.planned_on FROM deployment_plan p
    WHERE p.id = (o.record ->> 'id')::uuid AND ${known('p', '$2')}))`,
      ...{ due_on: 'o."dueOn"', owner: STATE },
    },
  ),
].join('\nUNION ALL\n');

/**
 * A page of what is open, what is due first at the top, what has no due day at the end; and how much there is in all.
 * Nothing is open of a pledge that was withdrawn.
 * `$3` Member State, `$4` pledge, `$5` kind, `$6` owner, `$7` due before, `$8` whether overdue: null asks nothing. `$9`
 * and `$10` the due day (`infinity` where there is none) and id after which the page begins, `$11` how many, `$12` what the
 * rules reckon to be owed (`OwedRow[]`).
 */
export const FOLLOW_UPS_SQL = `
WITH ${reviewDue({
  pledges: `($3::text IS NULL OR p.member_state = $3) AND ($4::uuid IS NULL OR p.id = $4)`,
  ...{ day: '$1::date', knownOn: '$2::timestamptz' },
})},
asked AS (
  SELECT f.*, coalesce(f.due_on, 'infinity') AS due, coalesce(f.due_on < $1, false) AS overdue FROM (${OPEN}) f
  WHERE ($3::text IS NULL OR f.member_state = $3)
    AND ($4::uuid IS NULL OR f.pledge_id = $4)
    AND ($5::text IS NULL OR f.kind = $5)
    AND ($6::text IS NULL OR f.owner = $6)
    AND ($7::date IS NULL OR f.due_on < $7)
    AND ($8::boolean IS NOT TRUE OR f.due_on < $1)
    AND NOT EXISTS (SELECT FROM ${holding('lifecycle_step', 'w', 'occurred_on')}
      AND w.pledge_id = f.pledge_id AND w.state = 'WITHDRAWN')
), page AS (
  SELECT * FROM asked WHERE $9::date IS NULL OR (due, id) > ($9, $10::uuid) ORDER BY due, id LIMIT $11
)
SELECT (SELECT count(*)::int FROM asked) AS "totalCount",
  (SELECT jsonb_agg(jsonb_build_object('kind', page.kind, 'id', page.id, 'reference', page.reference,
      'record', jsonb_build_object('kind', page.record_kind, 'id', page.id),
      'memberState', page.member_state, 'pledgeId', page.pledge_id, 'pledgeReference', pledge.reference,
      'visitId', page.visit_id, 'evaluationId', page.evaluation_id, 'openedOn', page.opened_on, 'dueOn', page.due_on,
      'answeredOn', page.answered_on, 'overdue', page.overdue, 'owner', page.owner, 'severity', page.severity, 'statement', page.statement)
    ORDER BY page.due, page.id)::text
   FROM page JOIN pledge ON pledge.id = page.pledge_id) AS nodes`;
