import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { helpAsked } from "../events.ts"
import { findSkill, findSubjectToChange } from "../store.ts"

/** Notes that somebody was asked, so that the next to look does not ask the same person again. */
export const askHelp = command({
  name: "skills.askHelp",
  input: z.object({ skillId: z.uuid(), personId: z.uuid() }),
  find: ({ skillId }, { db }) => findSkill(skillId, db),
  allow: holds("people.read"),
  async run({ input: { personId }, subject: skill, ...given }) {
    const { actor, db, now } = given
    const person = await findSubjectToChange({ bodyId: skill.body_id, personId }, given)
    if (!person) refuse("not_found", {}, 404)
    await db
      .insertInto("skill_requests")
      .values({
        organisation_id: actor.organisation,
        id: newId(),
        skill_id: skill.id,
        person_id: personId,
        asked_on: dayOf(now),
        asked_by: actor.personId,
      })
      .execute()
    return helpAsked({ skillId: skill.id, personId })
  },
})
