import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds, mustSee } from "../../mandates/contract.ts"
import { memberRule } from "../rules.ts"
import { noteBirth } from "./note.ts"

/** The voting age of a body, null where its rulebook has none, and when a person was born if it is kept. */
export const readBirth = read({
  name: "members.birth",
  input: z.object({ bodyId: z.uuid(), personId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input: { personId }, subject: body, ...given }) {
    await mustSee([personId], given)
    const rule = await memberRule(body, "vote.age", dayOf(given.now, body.zone), given.db)
    const kept = await given.db
      .selectFrom("birth_days")
      .select("born_on")
      .where("person_id", "=", personId)
      .executeTakeFirst()
    return {
      age: typeof rule?.value === "number" ? rule.value : null,
      born_on: kept?.born_on ?? null,
      may: await may(body, [noteBirth], given),
    }
  },
})
