/**
 * Decades of months may come at once, and another import be waited for. A table that was never analyzed seems to hold
 * hardly a row, and would be read again for each of those that are given.
 */
export const ROOM_SQL = `
SELECT set_config('statement_timeout', '10min', true), set_config('enable_nestloop', 'off', true)`;

/** One import at a time: a second waits, and then finds what the first has brought. */
export const ALONE_SQL = `SELECT pg_advisory_xact_lock(hashtext('muster.contributions'))`;

/** The instant of an import that is alone: after that of every other, however long it waited. */
export const NOW_SQL = `SELECT clock_timestamp() AS now`;

export const MISSIONS_SQL = `SELECT code FROM mission`;

/** `$1` codes that a person vouches for, `$2` why. */
export const ADMIT_SQL = `
INSERT INTO mission (code, name, source, sourced) SELECT code, code, $2, false FROM unnest($1::text[]) AS code
ON CONFLICT DO NOTHING`;

/**
 * Holds the figures of an import against those that stand, in one statement: what is new is recorded, what is said
 * otherwise is voided and recorded anew, what is said again is left. What a file says of a mission in a month is the
 * whole of it: a cell that stands and is no longer said is withdrawn. A mission that it does not speak of stays, unless a
 * person vouches that it is to go.
 *
 * `$1` to `$6` are the columns of the figures, cell by cell: month, mission, Member State, personnel type, male, female;
 * `$7` instant, `$8` subject, `$9` role, `$10` reason, `$11` missions that are vouched for to go.
 * @returns one row: `added`, `changed`, `withdrawn` and `left` as counts; `missing`: cells withdrawn that nobody vouches
 *   for by their mission; `unspoken`: months and missions that stay
 */
export const APPLY_SQL = `
WITH given AS MATERIALIZED (
  SELECT * FROM unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::integer[])
    AS g (month, mission, member_state, personnel_type, male, female)
), standing AS (
  SELECT c.id, c.month, c.mission, c.member_state, c.personnel_type, c.male, c.female FROM contribution c
  WHERE c.voided_at IS NULL AND (c.month, c.mission) IN (
    SELECT g.month, g.mission FROM given g UNION SELECT g.month, gone.mission FROM given g, unnest($11::text[]) AS gone (mission))
), compared AS MATERIALIZED (
  SELECT s.id, month, mission, member_state, personnel_type, g.male, g.female,
    CASE WHEN s.id IS NULL THEN 'added' WHEN g.male IS NULL THEN 'withdrawn'
      WHEN (g.male, g.female) = (s.male, s.female) THEN 'left' ELSE 'changed' END AS outcome
  FROM given g FULL JOIN standing s USING (month, mission, member_state, personnel_type)
), voided AS (
  UPDATE contribution SET voided_at = $7, voided_by = $8, voided_role = $9, voided_reason = $10
  FROM compared v WHERE contribution.id = v.id AND v.outcome IN ('changed', 'withdrawn')
  RETURNING 1
), recorded AS (
  INSERT INTO contribution (month, mission, member_state, personnel_type, male, female, recorded_at, recorded_by, recorded_role)
  SELECT month, mission, member_state, personnel_type, male, female, $7, $8, $9 FROM compared
  -- A cell stands once: the count makes what is voided go before what is recorded in its place.
  WHERE outcome IN ('added', 'changed') AND (SELECT count(*) FROM voided) >= 0
)
SELECT count(*) FILTER (WHERE outcome = 'added')::int AS added,
  count(*) FILTER (WHERE outcome = 'changed')::int AS changed,
  count(*) FILTER (WHERE outcome = 'withdrawn')::int AS withdrawn,
  count(*) FILTER (WHERE outcome = 'left')::int AS left,
  ARRAY(SELECT concat_ws(' ', month, mission, member_state, personnel_type) FROM compared
    WHERE outcome = 'withdrawn' AND mission <> ALL ($11::text[])
    ORDER BY month, mission, member_state, personnel_type) AS missing,
  ARRAY(SELECT concat_ws(' ', month, mission) FROM (
    SELECT c.month, c.mission FROM contribution c
    WHERE c.voided_at IS NULL AND c.month IN (SELECT g.month FROM given g) AND c.mission <> ALL ($11::text[])
    EXCEPT SELECT g.month, g.mission FROM given g
  ) AS stays ORDER BY month, mission) AS unspoken
FROM compared`;
