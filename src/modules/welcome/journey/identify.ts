import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { mustSee } from "../../mandates/contract.ts"
import { newcomerIdentified } from "../events.ts"
import { managesWelcome } from "../permissions.ts"
import { keepConsent, findNewcomerToChange, makePerson } from "./store.ts"
import { stillOnTheWay } from "./newcomer.ts"

/** Says who is who: somebody already in the file, or somebody new although a name or an address is the same. */
export const identifyNewcomer = command({
  name: "newcomers.identify",
  input: z.object({ newcomerId: z.uuid(), personId: z.uuid().nullish() }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: managesWelcome,
  async run({ input: { personId }, subject, ...given }) {
    const newcomer = stillOnTheWay(subject)
    if (newcomer.person_id) refuse("newcomers.identified_already")
    const { id: newcomerId, body_id: bodyId } = newcomer
    if (!personId) {
      const made = await makePerson(newcomer, given)
      return [newcomerIdentified({ newcomerId, bodyId, personId: made.personId, isNew: true }), ...made.events]
    }
    await mustSee([personId], given)
    await given.db.updateTable("newcomers").set({ person_id: personId }).where("id", "=", newcomerId).execute()
    return [
      newcomerIdentified({ newcomerId, bodyId, personId, isNew: false }),
      ...(await keepConsent(newcomer, personId, given)),
    ]
  },
})
