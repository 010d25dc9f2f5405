import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { isThemselves } from "../../people/contract.ts"
import { yearlyDeclined } from "../events.ts"
import { findSubjectToChange, writeSheet } from "../store.ts"

/** Asks not to be written to about it any more, or to be again. What was said stays. */
export const declineYearly = command({
  name: "skills.declineYearly",
  input: z.object({ bodyId: z.uuid(), personId: z.uuid(), declined: z.boolean() }),
  find: (input, given) => findSubjectToChange(input, given),
  allow: isThemselves,
  async run({ input: { declined }, subject, ...given }) {
    await writeSheet(subject, { declined_on: declined ? dayOf(given.now) : null }, given)
    return yearlyDeclined({ bodyId: subject.body_id, personId: subject.person_id, declined })
  },
})
