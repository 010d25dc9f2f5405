import { sql } from "kysely"
import { z } from "zod"
import { confide, keepConfided } from "../../kernel/confide.ts"
import { command } from "../../kernel/command.ts"
import { line, text } from "../../kernel/input.ts"
import { mustSee } from "../mandates/contract.ts"
import { matterChanged } from "./events.ts"
import { findMatterToChange, keepsMatter } from "./store.ts"

/** What is left out stays. */
export const changeMatter = command({
  name: "matters.change",
  input: z.object({
    matterId: z.uuid(),
    title: line().optional(),
    standing: text(2000).nullish(),
    leadId: z.uuid().nullish(),
    confidential: z.boolean().optional(),
  }),
  find: ({ matterId }, given) => findMatterToChange(matterId, given),
  allow: keepsMatter,
  async run({ input: { matterId, title, standing, leadId, confidential }, subject, ...given }) {
    const { db } = given
    await mustSee([leadId], given, { known: [subject.lead_id] })
    await db
      .updateTable("matters")
      .set({
        id: matterId,
        title,
        standing: standing === null ? "" : confide(given, confidential ?? subject.confidential).text(standing),
        lead_id: leadId,
        confidential,
      })
      .where("id", "=", matterId)
      .execute()
    await keepConfided("matters", given, sql<boolean>`t.id = ${matterId}`)
    return matterChanged({ matterId })
  },
})
