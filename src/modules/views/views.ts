import "./tables.ts"
import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { event } from "../../kernel/event.ts"
import { line } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import { refuse } from "../../kernel/refusal.ts"
import { isSignedIn } from "../../kernel/rule.ts"

export const viewKept = event<{ list: string }>()("views.kept")
export const viewForgotten = event<{ list: string }>()("views.forgotten")

const list = z
  .string()
  .regex(/^[a-z]+\.[a-zA-Z]+$/)
  .max(60)

// Forty names already fill a screen; beyond, a list of views would need a search of its own.
const MOST = 40

/** Keeps the filters of a list under a name, for oneself; the same name again is changed. */
export const keepView = command({
  name: "views.keep",
  input: z.object({ list, name: line(80), search: z.string().max(2000) }),
  find: async (_input, { actor }) => (actor.personId ? { personId: actor.personId } : undefined),
  allow: isSignedIn,
  async run({ input, subject: { personId }, actor, db, now }) {
    const mine = { organisation_id: actor.organisation, person_id: personId }
    const { count } = await db
      .selectFrom("saved_views")
      .select(({ fn }) => fn.countAll<bigint>().as("count"))
      .where("person_id", "=", personId)
      .where("list", "=", input.list)
      .where("name", "!=", input.name)
      .executeTakeFirstOrThrow()
    if (count >= MOST) refuse("views.too_many", { most: MOST })
    await db
      .insertInto("saved_views")
      .values({ ...mine, ...input, saved_at: now })
      .onConflict((on) =>
        on
          .columns(["organisation_id", "person_id", "list", "name"])
          .doUpdateSet({ search: input.search, saved_at: now }),
      )
      .execute()
    return viewKept({ list: input.list })
  },
})

export const forgetView = command({
  name: "views.forget",
  input: z.object({ list, name: line(80) }),
  find: ({ list: of, name }, { actor, db }) =>
    db
      .selectFrom("saved_views")
      .selectAll()
      .where("person_id", "=", actor.personId)
      .where("list", "=", of)
      .where("name", "=", name)
      .forUpdate()
      .executeTakeFirst(),
  allow: isSignedIn,
  async run({ subject: view, db }) {
    await db
      .deleteFrom("saved_views")
      .where("person_id", "=", view.person_id)
      .where("list", "=", view.list)
      .where("name", "=", view.name)
      .execute()
    return viewForgotten({ list: view.list })
  },
})

/** My views of one list, by name. */
export const listViews = read({
  name: "views.list",
  input: z.object({ list }),
  allow: isSignedIn,
  async run({ input, actor, db }) {
    const rows = await db
      .selectFrom("saved_views")
      .select(["name", "search"])
      .where("person_id", "=", actor.personId)
      .where("list", "=", input.list)
      .orderBy("name")
      .execute()
    return { rows }
  },
})
