import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Door } from "../../../kernel/file/door.ts"
import type { Who } from "../../mandates/contract.ts"
import { isConfidentialReadBy, isOpenTo, isSeen } from "../seen.ts"

/** The papers of an item are for whoever sees the meeting and may read the item. */
export const paperDoor: Door = async (fileId, { actor, db, now }) => {
  if (!actor.personId) return undefined
  const { rows } = await sql<{ open: boolean }>`
    select ${isPaperOpen(actor.personId, dayOf(now))} as open from files f where f.id = ${fileId} and ${isPaperHung}`.execute(
    db,
  )
  return rows[0]?.open
}

const hung = sql`item_papers k
  join agenda_items i on (i.organisation_id, i.id) = (k.organisation_id, k.item_id)
  join meetings m on (m.organisation_id, m.id) = (i.organisation_id, i.meeting_id)
 where (k.organisation_id, k.file_id) = (f.organisation_id, f.id)`

/** SQL, of a file `f`: it is a paper of some item. */
export const isPaperHung = sql<boolean>`exists (select from ${hung})`

/** SQL, of a file `f`: one of the items it hangs on opens it to this person. */
export const isPaperOpen = (who: Who, on: Temporal.PlainDate) => sql<boolean>`exists (
  select from ${hung} and ${isSeen(who, on)} and ${isOpenTo(who, isConfidentialReadBy(who, on))})`
