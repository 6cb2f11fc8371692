import type { Invariant } from '#platform/invariants/invariant.js';
import { arrayOf } from '#platform/invariants/invariant.js';
import { PARAMETER_SET_1 } from '#readiness/parameters.js';
import { SEED_FINGERPRINT, SEEDS } from './seed.js';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** What holds of the data that belong to no Member State. */
export const REFERENCE_INVARIANTS = {
  REFERENCE_DATA_IS_OURS: {
    says: 'Reference data are those of this version, down to every name and number; rows of earlier versions may lie beside them.',
    looks: () =>
      SEEDS.map(({ table, key, rows }) => ({
        table,
        rows: `jsonb_populate_recordset(NULL::${table}, ${quoted(JSON.stringify(rows))}::jsonb) ours
          LEFT JOIN ${table} t ON ${key.map((column) => `t.${column} = ours.${column}`).join(' AND ')}`,
        id: `concat_ws(' ', ${key.map((column) => `ours.${column}`).join(', ')})`,
        holds: 'to_jsonb(t) IS NOT DISTINCT FROM to_jsonb(ours)',
      })),
  },
  PARAMETER_SETS_ARE_WHOLE: {
    says: 'Every set of rule parameters has all of them.',
    looks: () => [
      {
        table: 'parameter_set',
        rows: `parameter_set s CROSS JOIN unnest(${arrayOf(Object.keys(PARAMETER_SET_1))}) AS wanted (name)
          LEFT JOIN parameter_value v ON v.set_number = s.number AND v.name = wanted.name`,
        id: `concat_ws(' ', s.number, wanted.name)`,
        holds: 'v.name IS NOT NULL',
      },
    ],
  },
  MARKS_ARE_READABLE: {
    says: 'The registry says which reference data it holds, and, where it does, on which day its demonstration stands and which key signs its tokens.',
    looks: () => [
      {
        table: 'registry_mark',
        rows: `(VALUES ('reference_data'), ('demonstration'), ('signing_key')) AS known (key)
          LEFT JOIN registry_mark m ON m.key = known.key`,
        id: 'known.key',
        holds: `CASE known.key WHEN 'reference_data' THEN m.value IS NOT NULL AND m.value = '${SEED_FINGERPRINT}'
          WHEN 'demonstration' THEN m.value ~ '^\\d{4}-\\d{2}-\\d{2}$' ELSE m.value ~ '^[\\w-]{43}$' END`,
      },
    ],
  },
} satisfies Record<string, Invariant>;
