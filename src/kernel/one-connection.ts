import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type DatabaseConnection } from "kysely"
import type pg from "pg"
import type { Db, Tables } from "./db.ts"

/**
 * Kysely on one connection that is already ours; `check` throws when it no longer is. Its own `connection()` makes each
 * statement wait for the answer to the one before; here they go out as they come, and PostgreSQL answers in their order. A
 * new object each time: what is known for one transaction only (rights already asked) hangs on it.
 */
export const onConnection = (client: pg.PoolClient, check: () => void): Db => {
  const known = builders.get(client) ?? builderOn(client)
  builders.set(client, known)
  return known.withPlugin({
    transformQuery({ node }) {
      check()
      return node
    },
    transformResult: async ({ result }) => result,
  })
}

const builders = new WeakMap<pg.PoolClient, Db>()

const builderOn = (client: pg.PoolClient): Db => {
  const connection: DatabaseConnection = {
    async executeQuery({ sql, parameters }) {
      const { command, rowCount, rows } = await client.query(sql, parameters as unknown[])
      return { numAffectedRows: CHANGES.has(command) ? BigInt(rowCount ?? 0) : undefined, rows: rows ?? [] } as never
    },
    streamQuery() {
      throw new Error("rows are read whole")
    },
  }
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: inside,
        commitTransaction: inside,
        rollbackTransaction: inside,
        releaseConnection: nothing,
        destroy: nothing,
      }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

const CHANGES = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"])
const nothing = async () => {}
const inside = async () => {
  throw new Error("this is already a transaction: see inOrganisation")
}
