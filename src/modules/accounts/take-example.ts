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
import { hashOf, openSession } from "./session.ts"

export type TakingExample = ({ state: "loading" } & ExampleProgress) | { state: "ready" }

/**
 * First visit: begins to write the example, which takes a minute, and says how far it has come. Asked again with the same
 * code, after a reload too, it begins nothing anew; once all is written, it opens the visitor's session.
 */
export const takeExample = async ({ body, headers, ip, db, equipment }: Request): Promise<Reply> => {
  const { code } = parsed(z.object({ code: openingCode }), body)
  const key = hashOf(code).toString("hex")
  const load = equipment.loadExample ?? refuse("accounts.no_example", {}, 409)
  const running = loadings.get(key) ?? (await begun({ key, code, ip }, () => load({ db, equipment }, tell(key)), db))
  if (running.failed) {
    loadings.delete(key)
    throw running.failed
  }
  if (!running.visitor) return { body: { data: { state: "loading", ...running.progress } satisfies TakingExample } }
  const { organisation, personId } = running.visitor
  const accountId = await accountOf(organisation, personId, db)
  const agent = String(headers["user-agent"] ?? "")
  const session = await openSession({ accountId, organisation, agent, origin: equipment.origin }, db)
  loadings.delete(key)
  return { headers: { "set-cookie": session }, body: { data: { state: "ready" } satisfies TakingExample } }
}

type Visitor = Awaited<ReturnType<LoadExample>>
type Loading = { progress: ExampleProgress; visitor?: Visitor; failed?: unknown }

// In the memory of this process: it is the one that writes, and a first visit has no other yet.
const loadings = new Map<string, Loading>()

const tell = (key: string) => (progress: ExampleProgress) => {
  const running = loadings.get(key)
  if (running) running.progress = progress
}

const begun = async (
  { key, code, ip }: { key: string; code: string; ip: string },
  load: () => Promise<Visitor>,
  db: Db,
): Promise<Loading> => {
  await limitAttempts({ kind: "claim", subject: ip, most: 30, minutes: 60 }, db)
  await takeClaim(code, db)
  const running: Loading = { progress: { month: "", done: 0, of: 0 } }
  loadings.set(key, running)
  void load()
    .then((visitor) => (running.visitor = visitor))
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
