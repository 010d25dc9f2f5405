import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { confide } from "../../kernel/confide.ts"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { findBody } from "../bodies/contract.ts"
import { isOfBody, mustSee } from "../mandates/contract.ts"
import { matterOpened } from "./events.ts"
import { checkTheme, matterFields, placeOf } from "./fields.ts"

/** Any member opens a matter: a subject belongs to whoever first names it. A confidential one is seen by those entitled and its lead. */
export const openMatter = command({
  name: "matters.open",
  input: z.object({ bodyId: z.uuid(), ...matterFields }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: isOfBody,
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    await mustSee([input.leadId, input.staffId], given)
    await checkTheme(input.themeId, { body_id: body.id }, db)
    const confidential = input.confidential ?? false
    const as = confide(given, confidential)
    const matterId = newId()
    const today = dayOf(now, body.zone)
    await db
      .insertInto("matters")
      .values({
        organisation_id: actor.organisation,
        id: matterId,
        body_id: body.id,
        title: input.title,
        standing: as.text(input.standing ?? ""),
        standing_on: input.standing ? today : null,
        lead_id: input.leadId ?? actor.personId,
        staff_id: input.staffId ?? null,
        theme_id: input.themeId ?? null,
        ...(await placeOf(input.territory, db)),
        state: input.state ?? "active",
        next_step: as.text(input.nextStep ?? ""),
        next_on: input.nextOn ?? null,
        confidential,
        opened_on: today,
        closed_on: null,
      })
      .execute()
    return matterOpened({ matterId, bodyId: body.id })
  },
})
