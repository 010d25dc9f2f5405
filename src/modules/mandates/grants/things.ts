import { type RawBuilder, sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Capability } from "../../bodies/contract.ts"

/**
 * What may be given to somebody alone, of all that a body has, and what they may then do with it: one matter, one meeting (which an
 * activity is: a stand, a round of letter boxes), one list of people. Reading the thing comes with any of these.
 */
export const things = {
  matter: ["matters.manage", "confidential.read"],
  meeting: ["meetings.prepare", "meetings.hold", "minutes.write"],
  list: ["people.read"],
} as const satisfies Record<string, readonly Capability[]>

export type Thing = keyof typeof things

export const allThings = Object.keys(things) as Thing[]

/** The column of a grant that names a thing. */
export const columnOf = (thing: Thing): RawBuilder<string | null> => sql.ref(`g.${thing}_id`)

const tables: Record<Thing, string> = { matter: "matters", meeting: "meetings", list: "lists" }

/** Refuses what cannot be given of a thing, two things at once, and a thing of another body. */
export const checkThing = async (
  given: Partial<Record<`${Thing}Id`, string | null | undefined>>,
  capability: Capability,
  bodyId: string,
  db: Db,
) => {
  const named = allThings.filter((thing) => given[`${thing}Id`])
  if (named.length > 1) invalid([`${named[1]!}Id`], "grants.one_thing")
  for (const thing of named) {
    if (!(things[thing] as readonly Capability[]).includes(capability))
      invalid(["capability"], `grants.not_of_a_${thing}`)
    const { rows } = await sql`
      select from ${sql.table(tables[thing])} x where x.id = ${given[`${thing}Id`]} and x.body_id = ${bodyId}`.execute(
      db,
    )
    if (rows.length === 0) refuse("not_found", {}, 404)
  }
}
