import type pg from "pg"
import { withClient } from "./bootstrap.ts"
import { RefusedStart } from "./refused-start.ts"

/**
 * Refuses a pooler that gives each transaction whatever connection is free: NOTIFY, advisory locks and the role of
 * the application would then fall on someone else's. Seen from two sessions, each held up by the other in turn.
 */
export async function mustKeepSessions(config: pg.ClientConfig) {
  await withClient(config, (one) =>
    withClient(config, async (other) => {
      const [first, second] = [await backend(one), await backend(other)]
      await one.query("begin")
      const otherStays = first !== second && (await backend(other)) === second
      await one.query("commit")
      await other.query("begin")
      const oneStays = (await backend(one)) === first
      await other.query("commit")
      if (!otherStays || !oneStays) throw new RefusedStart("not_a_session")
    }),
  )
}

const backend = async (client: pg.Client) =>
  (await client.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]!.pid
