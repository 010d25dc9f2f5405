import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { eraseHeld } from "../../../kernel/held-of.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { endAccess } from "../../accounts/contract.ts"
import { endAllOf, holdsForPerson } from "../../mandates/contract.ts"
import { erasePersonRow } from "../../people/contract.ts"
import { personErased } from "../events.ts"
import { findSubjectToChange } from "../subject.ts"
import { inOffice } from "./in-office.ts"

/**
 * Forgets somebody (GDPR article 17): name, details, access and what only concerns them go; what must stay lawful stays and names
 * nobody. It cannot be undone. Nobody erases somebody in office, nor themselves: the body would lose whoever answers for it.
 */
export const erasePerson = command({
  name: "privacy.erase",
  input: z.object({ personId: z.uuid() }),
  find: ({ personId }, given) => findSubjectToChange(personId, given),
  allow: holdsForPerson("privacy.manage"),
  async run({ subject, input: _, ...given }) {
    if (subject.person_id === given.actor.personId) refuse("privacy.not_oneself")
    if ((await inOffice(subject.person_id, given)).length > 0) refuse("privacy.in_office", { name: subject.name })
    await forget(subject.person_id, given)
    return personErased({ personId: subject.person_id, bodyId: subject.body_id, because: "asked" })
  },
})

/** All that an erasure does; requests of the person that were open are answered by it. */
export const forget = async (personId: string, given: Circumstances): Promise<void> => {
  const today = dayOf(given.now)
  await endAllOf(personId, today, given.db)
  await endAccess(personId, given)
  await eraseHeld(personId, given)
  await erasePersonRow(personId, today, given)
  await given.db
    .updateTable("privacy_requests")
    .set({ state: "answered", closed_on: today, closed_by: given.actor.personId })
    .where("person_id", "=", personId)
    .where("state", "=", "open")
    .execute()
}
