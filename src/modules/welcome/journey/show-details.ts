import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { detailsShown } from "../events.ts"

/** Whether those one welcomes see one's own e-mail and telephone, beside one's name. Nothing, until one says so. */
export const showDetails = command({
  name: "welcome.showDetails",
  input: z.object({ email: z.boolean(), phone: z.boolean() }),
  find: async () => ({}),
  allow: isSignedIn,
  async run({ input: { email, phone }, actor, db }) {
    const shows = { shows_email: email, shows_phone: phone }
    await db
      .insertInto("welcomer_details")
      .values({ organisation_id: actor.organisation, person_id: actor.personId!, ...shows })
      .onConflict((on) => on.columns(["organisation_id", "person_id"]).doUpdateSet(shows))
      .execute()
    return detailsShown({ email, phone })
  },
})
