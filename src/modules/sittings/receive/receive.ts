import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { ids } from "../../../kernel/input.ts"
import { ownFiles } from "../../documents/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { papersReceived } from "../events.ts"
import { findSeenSitting } from "../seen.ts"
import { writeLines } from "./lines.ts"

/** What the institution sent: files already kept, archives among them. Each has its line at once; they are opened and read after. */
export const receivePapers = command({
  name: "sittings.receive",
  input: z.object({ sittingId: z.uuid(), fileIds: ids(2000) }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input: { fileIds }, subject: sitting, ...given }) {
    const { actor, db, now } = given
    const files = await ownFiles(fileIds, sitting.body_id, given)
    const receiptId = newId()
    await db
      .insertInto("receipts")
      .values({
        organisation_id: actor.organisation,
        id: receiptId,
        sitting_id: sitting.id,
        received_by: actor.personId,
        received_at: now,
        done_at: null,
      })
      .execute()
    const ordered = files.toSorted((a, b) => a.name.localeCompare(b.name, "fr", { numeric: true }))
    await writeLines(
      receiptId,
      ordered.map(({ id, name }) => ({ path: name, file_id: id })),
      given,
    )
    return papersReceived({ receiptId, sittingId: sitting.id, bodyId: sitting.body_id })
  },
})
