import pg from "pg"
import { prepareDatabase, withClient } from "./bootstrap.ts"
import type { Database } from "./launch.ts"
import { mustKeepSessions } from "./keeps-sessions.ts"
import { RefusedStart } from "./refused-start.ts"

const oldest = 15

/**
 * Joins a PostgreSQL that others run. One login is enough: it owns the tables, and the application becomes
 * `permanence_app` as each of its connections opens. Several Permanences may share it, so no lock is held.
 */
export async function joinManaged(databaseUrl: string): Promise<Database> {
  const owner = { connectionString: databaseUrl, application_name: "permanence" }
  const app = { ...owner, connectionString: asApp(databaseUrl) }
  const version = await answering(owner, async (client) => {
    const found = await mustServe(client)
    await mustKeepSessions(owner)
    await ensureAppRole(client, found)
    await prepareDatabase(client)
    return found
  })
  await answering(app, mustBeWalled)
  return { owner, app, version, async restart() {}, async stop() {} }
}

// Options of the address win over those given beside it, so ours go into the address, after its own. Without jit: a question
// behind the wall looks dear to the planner, and compiling it takes longer than answering it (two words searched for in
// 30 000 decisions on Debian's PostgreSQL 15: 453 ms, and 26 without).
function asApp(databaseUrl: string) {
  const url = new URL(databaseUrl)
  const given = url.searchParams.get("options")
  url.searchParams.set("options", [given, "-c role=permanence_app -c jit=off"].filter(Boolean).join(" "))
  return url.href
}

async function answering<T>(config: pg.ClientConfig, act: (client: pg.Client) => Promise<T>): Promise<T> {
  try {
    return await withClient({ ...config, connectionTimeoutMillis: 15_000 }, act)
  } catch (error) {
    if (error instanceof RefusedStart) throw error
    const { code, message } = error as pg.DatabaseError
    // PgBouncer takes no `options`, which it could not keep for a session that is not one.
    if (code === "08P01") throw new RefusedStart("not_a_session")
    throw new RefusedStart("server_unreachable", { said: message || code })
  }
}

async function mustServe(client: pg.Client) {
  const { rows } = await client.query<{
    version: number
    encoding: string
    copy: boolean
    creates: boolean
    database: string
    login: string
  }>(`select current_setting('server_version_num')::int / 10000 as version,
        current_setting('server_encoding') as encoding, pg_is_in_recovery() as copy,
        has_schema_privilege('public', 'create') as creates,
        quote_ident(current_database()) as database, quote_ident(current_user) as login`)
  const { version, encoding, copy, creates, database, login } = rows[0]!
  if (version < oldest) throw new RefusedStart("too_old", { version })
  if (encoding !== "UTF8") throw new RefusedStart("not_utf8", { encoding })
  if (copy) throw new RefusedStart("read_only")
  if (!creates) throw new RefusedStart("public_schema_closed", { database, login })
  return version
}

async function ensureAppRole(client: pg.Client, version: number) {
  const { rows } = await client.query<{ login: string; there: boolean }>(
    `select quote_ident(current_user) as login, exists (select from pg_roles where rolname = 'permanence_app') as there`,
  )
  const { login, there } = rows[0]!
  // Before 16 to be a member was to be allowed to become the role; since, it is said apart.
  const [kind, become] = version < 16 ? ["member", ""] : ["set", " with set true"]
  const create = "create role permanence_app nologin nosuperuser nobypassrls"
  const grant = `grant permanence_app to ${login}${become}`
  try {
    if (!there) await client.query(create)
    const { rows: may } = await client.query<{ may: boolean }>(`select pg_has_role('permanence_app', '${kind}') as may`)
    if (!may[0]!.may) await client.query(grant)
  } catch (error) {
    const said = (error as Error).message
    const statements = there ? grant : `${create}; ${grant}`
    throw new RefusedStart("app_role_missing", { said, statements })
  }
}

/** Refuses an application role for which row-level security would be advice. */
async function mustBeWalled(client: pg.Client) {
  // A pooler told to ignore our options leaves us the owner, who as yet owns nothing that would show below.
  const { rows: us } = await client.query<{ us: boolean }>("select current_user = 'permanence_app' as us")
  if (!us[0]!.us) throw new RefusedStart("not_a_session")
  const { rows } = await client.query<{ how: string; statements: string }>(`
    select 'superuser' as how, 'alter role ' || quote_ident(rolname) || ' nosuperuser' as statements
      from pg_roles where rolname = current_user and rolsuper
    union all
    select 'bypassrls', 'alter role ' || quote_ident(rolname) || ' nobypassrls'
      from pg_roles where rolname = current_user and rolbypassrls
    union all
    select 'member of ' || rolname, 'revoke ' || quote_ident(rolname) || ' from ' || quote_ident(current_user)
      from pg_roles
      where rolname <> current_user and pg_has_role(current_user, oid, 'member')
        and (rolsuper or rolbypassrls or rolname = session_user
          or oid in (select relowner from pg_class where relnamespace = 'public'::regnamespace))
    union all
    select 'owner of ' || oid::regclass, 'alter table ' || oid::regclass || ' owner to ' || quote_ident(session_user)
      from pg_class where relowner = current_user::regrole and relkind in ('r', 'p', 'v', 'm')
    limit 1`)
  if (rows[0]) throw new RefusedStart("app_can_bypass", rows[0])
}
