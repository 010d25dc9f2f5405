import { type Selectable, sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Door } from "../../../kernel/file/door.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { findSeenSitting, isSittingSeen, type Sitting } from "../seen.ts"
import type { BookRow } from "./tables.ts"

export type Book = Selectable<BookRow>

/** SQL, of a copy `c` of the book of a sitting `s`: one's own, the one for all, and for whoever prepares the sitting those made for others. */
export const isBookSeen = (personId: string, on: Temporal.PlainDate) => sql<boolean>`(
  ${isSittingSeen(personId, on)}
  and (c.reader_id is null or c.reader_id = ${personId}
       or (not c.confidential and s.body_id in (${bodiesWhere("sittings.manage", personId, on)}))))`

/** A copy the actor may see, with its sitting. */
export const findSeenBook = async (
  bookId: string,
  given: Circumstances,
): Promise<(Sitting & { book: Book; person_id: string }) | undefined> => {
  const { actor, db, now } = given
  const { rows } = await sql<Book>`
    select c.* from sitting_books c join sittings s on (s.organisation_id, s.id) = (c.organisation_id, c.sitting_id)
     where c.id = ${bookId} and ${isBookSeen(actor.personId!, dayOf(now))}`.execute(db)
  const book = rows[0]
  const sitting = book && (await findSeenSitting(book.sitting_id, given))
  return sitting && { ...sitting, book, person_id: book.reader_id ?? "" }
}

/** The file of a copy opens as the copy does. */
export const bookDoor: Door = async (fileId, { actor, db, now }) => {
  if (!actor.personId) return undefined
  const { rows } = await sql<{ seen: boolean }>`
    select ${isBookSeen(actor.personId, dayOf(now))} as seen
      from sitting_books c join sittings s on (s.organisation_id, s.id) = (c.organisation_id, c.sitting_id)
     where c.file_id = ${fileId}`.execute(db)
  return rows.length === 0 ? undefined : rows.some(({ seen }) => seen)
}
