import pg from "pg"
import { RefusedStart } from "./refused-start.ts"

const extensions = ["unaccent", "pg_trgm", "btree_gin", "btree_gist", "pgcrypto"]

/** Brings a server we are superuser of to the point where `permanence` owns the database of that name. */
export async function prepareServer(superuser: pg.ClientConfig, database = "permanence") {
  await withClient({ ...superuser, database: "postgres" }, async (client) => {
    await createRole(client, "permanence")
    await createRole(client, "permanence_app")
    const { rowCount } = await client.query("select from pg_database where datname = $1", [database])
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(database)} owner permanence`)
  })
  await withClient({ ...superuser, database }, prepareDatabase)
}

/**
 * What a database needs before its migrations, by a superuser or by the owner of the database: our extensions are
 * among those PostgreSQL trusts an owner with.
 */
export async function prepareDatabase(client: pg.ClientBase) {
  for (const name of extensions)
    await client.query(`create extension if not exists ${name} schema public`).catch((error: Error) => {
      throw new RefusedStart("extension_missing", { name, said: error.message })
    })
  await client.query("revoke create on schema public from public")
  await closeToTemporaries(client)
  await client.query("grant usage on schema public to permanence_app")
}

/**
 * A temporary table or view of the application could stand in for a real one in a function that runs as the owner.
 * Said for each database: a copy of a template does not inherit it.
 */
export const closeToTemporaries = (client: pg.ClientBase) =>
  client.query(`do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`)

async function createRole(client: pg.ClientBase, name: string) {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name])
  if (!rowCount) await client.query(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole`)
}

/** One connection, ended whatever happens. */
export async function withClient<T>(config: pg.ClientConfig, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  // An idle connection cut by the server must not end the process; the next statement says it.
  client.on("error", () => {})
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
