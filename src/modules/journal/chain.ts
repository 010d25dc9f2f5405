import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { rule } from "../../kernel/rule.ts"
import { head, verify } from "../../kernel/seal.ts"
import { bodiesOfReader } from "./list.ts"

/** Whoever reads the journal of one body at least may see that the whole of it holds together: that shows no line of it. */
const readsJournal = rule<unknown>("readsJournal", async (_subject, { actor, db, now }) =>
  actor.personId ? (await bodiesOfReader(actor.personId, dayOf(now), db)).bodies.length > 0 : false,
)

/** How far the journal is sealed, and the seal to compare with a printed one. */
export const journalChain = read({
  name: "journal.chain",
  input: z.object({}),
  allow: readsJournal,
  async run({ db }) {
    const last = await head(db)
    const { rows } = await sql<{ waiting: number; sealed_at: Temporal.Instant | null }>`
      select (select count(*)::int from events where position is null) as waiting,
             (select at from events where position = ${last?.position ?? null}::bigint) as sealed_at`.execute(db)
    return { position: last?.position ?? 0, hash: last?.hash ?? null, ...rows[0]! }
  },
})

/** Computes every seal again. A million events take some twenty seconds. */
export const journalVerify = read({
  name: "journal.verify",
  input: z.object({}),
  allow: readsJournal,
  run: ({ db }) => verify(db),
})
