import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { say } from "../../../words.ts"
import { findBody } from "../../bodies/contract.ts"
import { newcomerRecorded } from "../events.ts"
import { writeReceived } from "../letters/received.ts"
import { mayNote } from "../permissions.ts"
import { newcomerFields, sources } from "./fields.ts"
import { insertNewcomer } from "./insert.ts"
import { becomePerson, beginJourney } from "./store.ts"

/**
 * Somebody met at the market, brought by a friend, or who signed the paper of a stand: noted by anybody of the body. They said yes
 * themselves, or they are not noted. What they agreed to is kept in words.
 */
export const recordNewcomer = command({
  name: "newcomers.record",
  input: newcomerFields.extend({
    bodyId: z.uuid(),
    source: z.enum(sources),
    agreed: z.enum(["spoken", "paper"]).nullish(),
    /** Whoever notes them takes care of them. */
    mine: z.boolean().default(false),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: mayNote,
  async run({ input: { bodyId, source, agreed, mine, ...fields }, subject: body, ...given }) {
    if (!agreed) return invalid(["agreed"], "required")
    if (!fields.email && !fields.phone) return invalid(["phone"], "welcome.reach")
    const newcomer = await insertNewcomer(
      {
        ...fields,
        body_id: bodyId,
        source,
        language: "fr",
        consent_text: say("fr", `welcome.consent.${agreed}`, { body: body.name }),
        consent_means: agreed,
        confirmed: true,
        welcomerId: mine ? given.actor.personId : null,
      },
      given,
    )
    await beginJourney(newcomer, given)
    const { personId, events } = await becomePerson(newcomer, given)
    await writeReceived(newcomer, given)
    return [newcomerRecorded({ newcomerId: newcomer.id, bodyId, isNew: personId !== null }), ...events]
  },
})
