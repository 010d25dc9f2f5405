import { record } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodyFounded } from "./events.ts"
import { profiles } from "./profiles/profiles.ts"
import { ruleRow } from "./write.ts"

export type ProfileKey = keyof typeof profiles
export const profileKeys = Object.keys(profiles) as [ProfileKey, ...ProfileKey[]]

/**
 * Writes a new body, at the top or under a parent, with the rulebook of its profile copied: a later version of the
 * software never changes the rules a body lives by. Answers its id.
 */
export const foundBody = async (
  it: {
    name: string
    code: string
    profile: ProfileKey
    kind?: string
    town?: string | null
    parent?: { id: string; line: string[] }
  },
  given: Circumstances,
): Promise<string> => {
  const { actor, db } = given
  const id = newId()
  const profile = profiles[it.profile]
  await db
    .insertInto("bodies")
    .values({
      organisation_id: actor.organisation,
      id,
      parent_id: it.parent?.id ?? null,
      line: [...(it.parent?.line ?? []), id],
      kind: it.kind ?? profile.kinds[0]!,
      name: it.name,
      code: it.code,
      profile: it.profile,
      means: profile.means,
      country: profile.country,
      zone: profile.zone,
      place: null,
      town: it.town ?? null,
      closed_on: null,
    })
    .execute()
  await db
    .insertInto("rules")
    .values(profile.rules.map((rule) => ({ ...ruleRow(rule), organisation_id: actor.organisation, body_id: id })))
    .execute()
  // Functions, types of meeting and the rest of the profile stand above this module: they answer to it.
  await record([bodyFounded({ bodyId: id })], given)
  return id
}
