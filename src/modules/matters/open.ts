import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { confide } from "../../kernel/confide.ts"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { line, text } from "../../kernel/input.ts"
import { findBody } from "../bodies/contract.ts"
import { isOfBody, mustSee } from "../mandates/contract.ts"
import { matterOpened } from "./events.ts"

/** Any member opens a matter: a subject belongs to whoever first names it. A confidential one is seen by those entitled and its lead. */
export const openMatter = command({
  name: "matters.open",
  input: z.object({
    bodyId: z.uuid(),
    title: line(),
    standing: text(2000).default(""),
    leadId: z.uuid().nullish(),
    confidential: z.boolean().default(false),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: isOfBody,
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    await mustSee([input.leadId], given)
    const matterId = newId()
    await db
      .insertInto("matters")
      .values({
        organisation_id: actor.organisation,
        id: matterId,
        body_id: body.id,
        title: input.title,
        standing: confide(given, input.confidential).text(input.standing),
        lead_id: input.leadId ?? actor.personId,
        confidential: input.confidential,
        opened_on: dayOf(now, body.zone),
        closed_on: null,
      })
      .execute()
    return matterOpened({ matterId, bodyId: body.id })
  },
})
