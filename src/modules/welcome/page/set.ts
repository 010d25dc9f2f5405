import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { text } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { pageSet } from "../events.ts"
import { managesWelcome } from "../permissions.ts"

/** The page open to all, in the words of the body: what it offers, what it does with what is written there. Off until opened. */
export const setPage = command({
  name: "welcome.setPage",
  input: z.object({
    bodyId: z.uuid(),
    /** What stands in the address: "valmont" for /accueil/valmont. */
    slug: z.string().trim().toLowerCase().min(3).max(60),
    offer: text(3000).min(1),
    dataWords: text(3000).min(1),
    open: z.boolean(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: managesWelcome,
  async run({ input: { slug, offer, dataWords, open }, subject: body, actor, db, now }) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) invalid(["slug"], "welcome.slug")
    // Two bodies that choose the same one at once: the index of the table refuses the second.
    await sql`select pg_advisory_xact_lock(hashtextextended('welcome page ' || ${slug}, 0))`.execute(db)
    const { rows } = await sql<{ free: boolean }>`select welcome_slug_is_free(${slug}, ${body.id}) as free`.execute(db)
    if (!rows[0]!.free) invalid(["slug"], "welcome.slug_taken")
    const before = await findPage(body.id, db)
    const opened = open
      ? before?.opened_at
        ? { opened_at: before.opened_at, opened_by: before.opened_by }
        : { opened_at: now, opened_by: actor.personId }
      : { opened_at: null, opened_by: null }
    const page = { slug, offer, data_words: dataWords, ...opened }
    await db
      .insertInto("welcome_pages")
      .values({ organisation_id: actor.organisation, body_id: body.id, ...page })
      .onConflict((on) => on.columns(["organisation_id", "body_id"]).doUpdateSet(page))
      .execute()
    return pageSet({ bodyId: body.id, open })
  },
})

export const findPage = (bodyId: string, db: Db) =>
  db.selectFrom("welcome_pages").selectAll().where("body_id", "=", bodyId).executeTakeFirst()
