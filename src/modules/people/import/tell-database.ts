import { sql } from "kysely"
import { after } from "../../../kernel/reaction.ts"
import { peopleImported } from "../events.ts"

// Fewer change no plan.
const MANY = 1000

/** After a large import; not within it, where it would hold the tables for whoever imports next. */
export const tellDatabase = after(peopleImported, "tell the database of its many new people", async (facts, { db }) => {
  if (facts.created >= MANY) await sql`select analyse_people()`.execute(db)
})
