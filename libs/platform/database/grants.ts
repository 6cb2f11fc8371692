import type { DataSource } from 'typeorm';

/**
 * What the server's login may do: read everything that its policies let through, append facts, void them, and
 * raise versions. Nothing is deleted and no fact is rewritten; only what is kept of answers (`kept_…`), which may be
 * thrown away at any time, is written over. Granted anew after each migration, so that a table
 * without a grant is the exception that shows at once.
 */
export async function grant(
  owner: DataSource,
  appRole: string,
  readerRole: string | undefined,
): Promise<void> {
  const tables = await owner.query<{ name: string; columns: string[] }[]>(`
    SELECT table_name AS name, array_agg(column_name::text ORDER BY column_name) AS columns
    FROM information_schema.columns WHERE table_schema = current_schema() GROUP BY table_name`);
  const statements = tables.flatMap(({ name, columns }) => [
    ...[appRole, readerRole].flatMap((role) =>
      role ? [`GRANT SELECT ON ${quote(name)} TO ${quote(role)}`] : [],
    ),
    ...(columns.includes('member_state') && !name.startsWith('member_state_')
      ? [`GRANT INSERT ON ${quote(name)} TO ${quote(appRole)}`]
      : []),
    ...updatable(name, columns).map(
      (list) => `GRANT UPDATE (${list}) ON ${quote(name)} TO ${quote(appRole)}`,
    ),
  ]);
  // The import of contributions admits a mission that a person vouches for.
  const own = ['registry_mark', 'mission'].map((name) => `GRANT INSERT ON ${name} TO ${quote(appRole)}`);
  await owner.query([...own, ...statements].join(';\n'));
}

function updatable(name: string, columns: readonly string[]): string[] {
  if (name.startsWith('kept_')) return [columns.join(', ')];
  if (columns.includes('voided_at')) return ['voided_at, voided_by, voided_role, voided_reason'];
  return columns.includes('version') && columns.includes('recorded_at') ? ['version'] : [];
}

const quote = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
