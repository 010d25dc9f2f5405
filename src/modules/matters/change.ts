import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { confide, keepConfided } from "../../kernel/confide.ts"
import { command } from "../../kernel/command.ts"
import { mustSee } from "../mandates/contract.ts"
import { matterChanged } from "./events.ts"
import { checkTheme, matterFields, placeOf } from "./fields.ts"
import { findMatterToChange, keepsMatter } from "./store.ts"

/** What is left out stays. "Where we stand" bears the day on which its words last changed. */
export const changeMatter = command({
  name: "matters.change",
  input: z.object({ matterId: z.uuid(), ...matterFields, title: matterFields.title.optional() }),
  find: ({ matterId }, given) => findMatterToChange(matterId, given),
  allow: keepsMatter,
  async run({ input: { matterId, standing, nextStep, ...input }, subject, ...given }) {
    const { db, now } = given
    await mustSee([input.leadId, input.staffId], given, { known: [subject.lead_id, subject.staff_id] })
    await checkTheme(input.themeId, subject, db)
    const as = confide(given, input.confidential ?? subject.confidential)
    const isWritten = standing !== undefined && (standing ?? "") !== subject.standing
    await db
      .updateTable("matters")
      .set({
        id: matterId,
        title: input.title,
        standing: standing === null ? "" : as.text(standing),
        ...(isWritten && { standing_on: standing ? dayOf(now) : null }),
        lead_id: input.leadId,
        staff_id: input.staffId,
        theme_id: input.themeId,
        ...(await placeOf(input.territory, db)),
        state: input.state,
        next_step: nextStep === null ? "" : as.text(nextStep),
        next_on: input.nextOn,
        confidential: input.confidential,
      })
      .where("id", "=", matterId)
      .execute()
    await keepConfided("matters", given, sql<boolean>`t.id = ${matterId}`)
    return matterChanged({ matterId })
  },
})
