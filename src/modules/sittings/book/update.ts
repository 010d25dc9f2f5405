import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { isThemselves } from "../../people/contract.ts"
import { insertBook, readsAll } from "./ask.ts"
import { bookUpdateAsked } from "./events.ts"
import { findSeenBook } from "./seen.ts"
import { lastPrintsOf, staleIn } from "./stale.ts"

/** The pages of a copy that changed since it was given, alone, with a page that says which to replace. */
export const updateBook = command({
  name: "sittings.updateBook",
  input: z.object({ bookId: z.uuid() }),
  find: ({ bookId }, given) => findSeenBook(bookId, given),
  allow: anyOf<{ body_id: string; person_id: string }>(holds("sittings.manage"), isThemselves),
  async run({ subject: { book, ...sitting }, input: _, ...given }) {
    const root = book.root_id ?? book.id
    const { reader_id, format, big, only_mine } = book
    // Two who ask at once wait for one another: the second finds nothing left to replace.
    await given.db.selectFrom("sitting_books").select("id").where("id", "=", root).forUpdate().execute()
    const before = (await lastPrintsOf([root], given)).get(root) ?? refuse("sittings.book_not_made")
    const copy = { ...book, confidential: book.confidential && readsAll(reader_id, given.actor) }
    const [stale] = await staleIn(sitting, [{ ...copy, before }], given)
    if (!stale) return refuse("sittings.book_up_to_date")
    const bookId = await insertBook(
      { sitting_id: sitting.id, reader_id, format, big, only_mine, with_papers: false, root_id: root },
      given,
    )
    return bookUpdateAsked({ bookId, sittingId: sitting.id, bodyId: sitting.body_id, items: stale.changed })
  },
})
