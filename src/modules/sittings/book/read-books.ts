import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { findSeenSitting } from "../seen.ts"
import { type Book, isBookSeen } from "./seen.ts"
import { readsAll } from "./ask.ts"
import { lastDayOf } from "./last-day.ts"
import { lastPrintsOf, staleIn } from "./stale.ts"

type Shown = Pick<
  Book,
  | "id"
  | "reader_id"
  | "format"
  | "big"
  | "only_mine"
  | "with_papers"
  | "asked_at"
  | "state"
  | "file_id"
  | "pages"
  | "left_out"
  | "root_id"
  | "confidential"
  | "language"
> & {
  reader_name: string | null
  asked_by_name: string | null
}

/** The copies of a book that were made, the newest first, and what changed in each since. */
export const readBooks = read({
  name: "sittings.books",
  input: z.object({ sittingId: z.uuid() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: isSignedIn,
  async run({ input: { sittingId }, subject: sitting, ...given }) {
    const { actor, db, now } = given
    const { rows } = await sql<Shown>`
      select c.id, c.reader_id, c.format, c.big, c.only_mine, c.with_papers, c.asked_at, c.state, c.file_id, c.pages, c.left_out,
             c.root_id, c.confidential, c.language, r.given_name || ' ' || r.family_name as reader_name,
             a.given_name || ' ' || a.family_name as asked_by_name
        from sitting_books c
        join sittings s on (s.organisation_id, s.id) = (c.organisation_id, c.sitting_id)
        left join people r on (r.organisation_id, r.id) = (c.organisation_id, c.reader_id)
        left join people a on (a.organisation_id, a.id) = (c.organisation_id, c.asked_by)
       where c.sitting_id = ${sittingId} and ${isBookSeen(actor.personId!, dayOf(now))}
       order by c.asked_at desc, c.id desc limit 100`.execute(db)
    const whole = rows.filter(({ root_id, state }) => root_id === null && state === "made")
    const before = await lastPrintsOf(
      whole.map(({ id }) => id),
      given,
    )
    const stale = await staleIn(
      sitting,
      whole.map((book) => ({
        ...book,
        confidential: book.confidential && readsAll(book.reader_id, actor),
        before: before.get(book.id),
      })),
      given,
    )
    return {
      sitting: {
        id: sitting.id,
        title: sitting.title,
        body_id: sitting.body_id,
        starts: sitting.starts,
        zone: sitting.zone,
        /** What a device keeps of it goes after that day. */
        last_day: lastDayOf(sitting),
      },
      books: rows.map(({ confidential: _, language: __, ...book }) => {
        const at = whole.findIndex(({ id }) => id === book.id)
        const found = at < 0 ? undefined : stale[at]
        return { ...book, stale: found ? { items: found.changed, order: found.paper.order !== null } : null }
      }),
      me: actor.personId,
      manages: await holds("sittings.manage")(sitting, given),
    }
  },
})
