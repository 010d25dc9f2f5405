import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { within } from "../../../kernel/reaction.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { consentWithdrawn, withdrawConsents } from "../../privacy/contract.ts"
import { sheetWithdrawn } from "../events.ts"
import { clearSkills, findSubjectToChange, type Sheet, writeSheet } from "../store.ts"
import { fillsIn } from "./say.ts"

/** Takes back all that was said: nothing of it is kept. */
export const withdrawSheet = command({
  name: "skills.withdraw",
  input: z.object({ bodyId: z.uuid(), personId: z.uuid() }),
  find: async (input, given) => {
    const subject = await findSubjectToChange(input, given)
    return subject?.sheet ? { ...subject, sheet: subject.sheet } : undefined
  },
  allow: fillsIn,
  async run({ subject, input: _, ...given }) {
    const { body_id: bodyId, person_id: personId } = subject
    await empty(subject, given)
    const ended = await withdrawConsents({ personId, bodyId, purpose: "skills" }, given)
    return [sheetWithdrawn({ bodyId, personId }), ...ended]
  },
})

/** A yes taken back where consents are kept takes what it allowed with it. */
export const emptyWhenWithdrawn = within(
  consentWithdrawn,
  "empty the sheet whose consent was taken back",
  async ({ consentId, personId, bodyId }, given) => {
    const { rows } = await sql<Sheet>`
      select h.* from skill_sheets h
        join consents c on c.id = ${consentId} and c.purpose = 'skills'
       where h.person_id = ${personId} and h.body_id = ${bodyId} and h.withdrawn_on is null
         and not exists (select from consents o where (o.person_id, o.body_id, o.purpose) = (c.person_id, c.body_id, c.purpose)
                            and o.withdrawn_on is null)
       for update of h`.execute(given.db)
    if (rows[0]) await empty({ body_id: bodyId, person_id: personId, sheet: rows[0] }, given)
  },
)

const empty = async (subject: { body_id: string; person_id: string; sheet: Sheet }, given: Circumstances) => {
  await clearSkills(subject.body_id, subject.person_id, given.db)
  await writeSheet(
    subject,
    {
      slots: [],
      hours_month: null,
      away_until: null,
      manner: null,
      note: null,
      shared: false,
      means: null,
      said_by: null,
      withdrawn_on: dayOf(given.now),
    },
    given,
  )
}
