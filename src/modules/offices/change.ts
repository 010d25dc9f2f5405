import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { officeChanged } from "./events.ts"
import { columnsOf, inOrder, officeSaid } from "./office-input.ts"
import { findOfficeToChange, institutionOf } from "./store.ts"

/** Corrects or completes an external mandate: delegation, dates, pay. How it stood stays written, but for what it is paid. */
export const changeOffice = command({
  name: "offices.change",
  input: officeSaid.extend({ officeId: z.uuid() }),
  find: ({ officeId }, { db }) => findOfficeToChange(officeId, db),
  allow: holds("offices.manage"),
  async run({ input, subject: before, actor, db, now }) {
    const said = inOrder(input)
    if (said.sentBy === before.institution_id) refuse("offices.sent_by_itself")
    if (said.sentBy) await institutionOf(said.sentBy, before.body_id, db)
    await db
      .insertInto("office_versions")
      .values({
        organisation_id: actor.organisation,
        id: newId(),
        office_id: before.id,
        since: before.since,
        until: before.until,
        role: before.role,
        title: before.title,
        stance: before.stance,
        delegation: before.delegation,
        changed_by: actor.personId,
        changed_at: now,
      })
      .execute()
    await db.updateTable("offices").set(columnsOf(said)).where("id", "=", before.id).execute()
    const { id, person_id, institution_id, body_id } = before
    const { decision_id: decisionId } = columnsOf(said)
    const facts = { officeId: id, personId: person_id, institutionId: institution_id, bodyId: body_id }
    // Whoever corrects its dates may not see the decision it came of: it stays.
    return officeChanged(decisionId === before.decision_id ? facts : { ...facts, decisionId })
  },
})
