import { StartError } from '../configuration.js';

/** The three roles of the registry's database: who migrates, who serves, who only reads. */
export const databaseRoles = { owner: 'muster_owner', app: 'muster_app', reader: 'muster_reader' } as const;
export type DatabaseRole = keyof typeof databaseRoles;

/** The oldest PostgreSQL that Muster runs on: `security_invoker` views came with 15. */
export const oldestServer = 15;

/** As much of a `pg` client as the checks need. */
export interface QueryingClient {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/** Refuses a server that is too old. @throws StartError */
export async function refuseOldServer(client: QueryingClient): Promise<void> {
  const { rows } = await client.query(`SELECT current_setting('server_version') AS version,
    current_setting('server_version_num')::int AS number`);
  const [server] = rows as { version: string; number: number }[];
  if (server === undefined || server.number < oldestServer * 10_000) {
    throw new StartError(
      `The database server is PostgreSQL ${server?.version ?? 'unknown'}: Muster needs ${oldestServer} or later`,
    );
  }
}

/**
 * Refuses a connection that row-level security would not hold: a superuser, a role that bypasses it, the owner of a
 * table, or a member of such a role, which could become it by SET ROLE.
 *
 * @throws StartError with the role and what is wrong with it
 */
export async function refuseUnsafeConnection(client: QueryingClient): Promise<void> {
  const { rows } = await client.query(`
    SELECT session_user AS role,
      EXISTS (SELECT FROM pg_roles r WHERE r.rolsuper AND pg_has_role(session_user, r.oid, 'MEMBER')) AS superuser,
      EXISTS (SELECT FROM pg_roles r WHERE r.rolbypassrls AND pg_has_role(session_user, r.oid, 'MEMBER')) AS bypasses,
      (SELECT min(c.oid::regclass::text) FROM pg_class c
        WHERE c.relkind IN ('r', 'p', 'v', 'm') AND pg_has_role(session_user, c.relowner, 'MEMBER')
          AND c.relpersistence <> 't' AND c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      ) AS owned`);
  const [found] = rows as { role: string; superuser: boolean; bypasses: boolean; owned: string | null }[];
  if (found === undefined) throw new StartError('The database does not say as whom it knows this connection');
  const fault = found.superuser
    ? 'is a superuser'
    : found.bypasses
      ? 'bypasses row-level security'
      : found.owned !== null
        ? `owns ${found.owned}`
        : undefined;
  if (fault !== undefined) {
    throw new StartError(
      `DATABASE_URL connects as "${found.role}", which ${fault}: row-level security would not hold it. ` +
        'Use a role of its own for the application, and DATABASE_OWNER_URL for the owner',
    );
  }
}
