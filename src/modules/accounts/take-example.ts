import { sql } from "kysely"
import { z } from "zod"
import type { Db } from "../../kernel/db.ts"
import { inOrganisation } from "../../kernel/db.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { parsed } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { OrganisationId } from "../../kernel/rule.ts"
import { limitAttempts } from "./attempts.ts"
import { giveBackClaim, openingCode, takeClaim } from "./claim.ts"
import type { ExampleProgress, LoadExample } from "./example.ts"
import { knowDevice } from "./new-device.ts"
import { hashOf, openSession } from "./session.ts"
import { forgetUnfinishedExample } from "./write-example.ts"

export type TakingExample = ({ state: "loading" } & ExampleProgress) | { state: "ready" }

/**
 * First visit: begins to write the example, which takes a minute, and says how far it has come. Asked again with the same
 * code, after a reload too, it begins nothing anew; once all is written, it opens the visitor's session. What a process that
 * was stopped had written is taken away, and written anew.
 */
export const takeExample = async ({ body, cookies, headers, ip, db, equipment }: Request): Promise<Reply> => {
  const { code } = parsed(z.object({ code: openingCode }), body)
  const key = hashOf(code).toString("hex")
  const load = equipment.loadExample ?? refuse("accounts.no_example", {}, 409)
  const visitor = loadings.has(key) ? undefined : await awaited({ code, ip }, db)
  if (visitor) {
    const agent = String(headers["user-agent"] ?? "")
    const { account: accountId, place: organisation } = visitor
    const session = await openSession({ accountId, organisation, agent, origin: equipment.origin }, db)
    const device = await knowDevice({ accountId, cookies, agent }, { db, equipment })
    return { headers: { "set-cookie": [session, device] }, body: { data: { state: "ready" } satisfies TakingExample } }
  }
  const running =
    loadings.get(key) ?? (await begun({ key, code, ip }, () => load({ db, equipment }, tell(key)), { db, equipment }))
  if (running.failed) {
    loadings.delete(key)
    throw running.failed
  }
  return { body: { data: { state: "loading", ...running.progress } satisfies TakingExample } }
}

type Visitor = Awaited<ReturnType<LoadExample>>
type Loading = { progress: ExampleProgress; failed?: unknown }

// In the memory of this process: it is the one that writes, and a first visit has no other yet.
const loadings = new Map<string, Loading>()

const tell = (key: string) => (progress: ExampleProgress) => {
  const running = loadings.get(key)
  if (running) running.progress = progress
}

// As whom the example waits for whoever brought this code. Kept in the database: it outlives the process that wrote.
const awaited = async (
  { code, ip }: { code: string; ip: string },
  db: Db,
): Promise<{ account: string; place: string } | undefined> => {
  // Asked again each second for a minute or two, by another process than the one that writes.
  await limitAttempts({ kind: "example", subject: ip, most: 600, minutes: 60 }, db)
  const { rows } = await sql<{ account: string; place: string }>`select * from claim_enter(${hashOf(code)})`.execute(db)
  return rows[0]
}

const begun = async (
  { key, code, ip }: { key: string; code: string; ip: string },
  load: () => Promise<Visitor>,
  { db, equipment }: Pick<Request, "db" | "equipment">,
): Promise<Loading> => {
  const running: Loading = { progress: { month: "", done: 0, of: 0 } }
  await forgetUnfinishedExample({ db, equipment })
  const { rows } = await sql<{ so: boolean }>`select claim_is_writing(${hashOf(code)}) as so`.execute(db)
  if (rows[0]!.so) return running // Another process writes it: how far it has come is in its memory.
  await limitAttempts({ kind: "claim", subject: ip, most: 30, minutes: 60 }, db)
  await takeClaim(code, db)
  loadings.set(key, running)
  void load()
    .then(async ({ organisation, personId }) => {
      const accountId = await accountOf(organisation, personId, db)
      await sql`select claim_await(${hashOf(code)}, ${accountId}, ${organisation})`.execute(db)
      loadings.delete(key)
    })
    .catch(async (error: unknown) => {
      await giveBackClaim(code, db).catch(() => undefined)
      running.failed = error
    })
  return running
}

const accountOf = (organisation: OrganisationId, personId: string, db: Db): Promise<string> =>
  inOrganisation(db, organisation, async (tx) => {
    const { rows } = await sql<{ account_id: string }>`
      select account_id from account_of(${organisation}, ${personId})`.execute(tx)
    return rows[0]!.account_id
  })
