import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import type { Event } from "../../../kernel/event.ts"
import { day, text } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { anyOf, type Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { isThemselves } from "../../people/contract.ts"
import { insertConsent, withdrawConsents } from "../../privacy/contract.ts"
import { sheetSaid } from "../events.ts"
import { slots } from "../slots.ts"
import { clearSkills, findSubjectToChange, writeSheet } from "../store.ts"
import { levels, type Means } from "../tables.ts"
import { consentWords } from "./words.ts"

/** The person themselves, or whoever keeps the file of the body, from a paper or a word. */
export const fillsIn = anyOf<{ body_id: string; person_id: string }>(isThemselves, holds("people.manage"))

/** Says what one can do, would like to, and when one has time: the whole sheet at once, as it was sent. */
export const saySheet = command({
  name: "skills.say",
  input: z.object({
    bodyId: z.uuid(),
    personId: z.uuid(),
    skills: z
      .array(z.object({ skillId: z.uuid(), level: z.enum(levels).nullish(), wants: z.boolean().default(false) }))
      .max(200),
    slots: z
      .array(z.enum(slots as [string, ...string[]]))
      .max(21)
      .default([]),
    hoursMonth: z.int().min(0).max(200).nullish(),
    awayUntil: day().nullish(),
    manner: z.enum(["phone", "place"]).nullish(),
    note: text(500).nullish(),
    shared: z.boolean().default(false),
    /** How somebody else came to know it. */
    means: z.enum(["paper", "spoken"]).default("paper"),
  }),
  find: (input, given) => findSubjectToChange(input, given),
  allow: fillsIn,
  async run({ input, subject, ...given }) {
    const { actor, db, now } = given
    const { body_id: bodyId, person_id: personId } = subject
    const today = dayOf(now)
    const said = await knownSkills(input.skills, bodyId, given)
    const means: Means = actor.personId !== personId ? input.means : actor.via === "link" ? "form" : "app"
    await clearSkills(bodyId, personId, db)
    if (said.length)
      await db
        .insertInto("person_skills")
        .values(
          said.map(({ skillId, level, wants }) => ({
            organisation_id: actor.organisation,
            skill_id: skillId,
            person_id: personId,
            level: level ?? null,
            wants,
          })),
        )
        .execute()
    const events = await agreed({ ...subject, shared: input.shared, means }, given)
    await writeSheet(
      subject,
      {
        confirmed_on: today,
        said_by: actor.personId,
        means,
        slots: slots.filter((slot) => input.slots.includes(slot)),
        hours_month: input.hoursMonth ?? null,
        // A day that is past keeps nobody away.
        away_until: input.awayUntil && Temporal.PlainDate.compare(input.awayUntil, today) >= 0 ? input.awayUntil : null,
        manner: input.manner ?? null,
        note: input.note || null,
        shared: input.shared,
        withdrawn_on: null,
      },
      given,
    )
    return [sheetSaid({ bodyId, personId, skills: said.length, shared: input.shared }), ...events]
  },
})

type Said = { skillId: string; level?: (typeof levels)[number] | null | undefined; wants: boolean }

/** What was said of the skills in use. One that ended meanwhile is let go; one of another body is refused. */
const knownSkills = async (said: readonly Said[], bodyId: string, { db }: Circumstances): Promise<Said[]> => {
  const told = [...new Map(said.map((one) => [one.skillId, one])).values()].filter(({ level, wants }) => level ?? wants)
  if (told.length === 0) return []
  const known = await db
    .selectFrom("skills")
    .select(["id", "ended_on"])
    .where("body_id", "=", bodyId)
    .where(
      "id",
      "in",
      told.map(({ skillId }) => skillId),
    )
    .execute()
  if (known.length < told.length) invalid(["skills"], "invalid_value")
  return told.filter(({ skillId }) => known.some(({ id, ended_on }) => id === skillId && !ended_on))
}

/** A new yes only where the words are others than those already agreed to: said again each year, it is the same yes. */
const agreed = async (
  one: { body_id: string; person_id: string; body_name: string; shared: boolean; means: Means },
  given: Circumstances,
): Promise<Event[]> => {
  const words = consentWords(given.actor.language, { body: one.body_name, shared: one.shared })
  const consent = { personId: one.person_id, bodyId: one.body_id, purpose: "skills" as const }
  const standing = await given.db
    .selectFrom("consents")
    .select("words")
    .where("person_id", "=", one.person_id)
    .where("body_id", "=", one.body_id)
    .where("purpose", "=", "skills")
    .where("withdrawn_on", "is", null)
    .execute()
  if (standing.some((each) => each.words === words)) return []
  const before = await withdrawConsents(consent, given)
  return [...before, await insertConsent({ ...consent, words, on: dayOf(given.now), means: one.means }, given)]
}
