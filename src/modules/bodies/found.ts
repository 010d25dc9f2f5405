import type { Circumstances } from "../../kernel/rule.ts"
import { newId } from "../../kernel/id.ts"
import type { Means } from "./tables.ts"

export const profileKeys = ["be-wallonia-chapter", "fr-chapter", "fr-regional-group"] as const
export type ProfileKey = (typeof profileKeys)[number]

const grounds: Record<ProfileKey, { kind: string; means: Means; country: string; zone: string }> = {
  "be-wallonia-chapter": { kind: "chapter", means: "party", country: "BE", zone: "Europe/Brussels" },
  "fr-chapter": { kind: "chapter", means: "party", country: "FR", zone: "Europe/Paris" },
  "fr-regional-group": { kind: "elected_group", means: "public", country: "FR", zone: "Europe/Paris" },
}

/** Writes a new body, at the top or under a parent, and answers its id. */
export const foundBody = async (
  {
    name,
    code,
    profile,
    parent,
  }: { name: string; code: string; profile: ProfileKey; parent?: { id: string; line: string[] } },
  { actor, db }: Circumstances,
): Promise<string> => {
  const id = newId()
  await db
    .insertInto("bodies")
    .values({
      organisation_id: actor.organisation,
      id,
      parent_id: parent?.id ?? null,
      line: [...(parent?.line ?? []), id],
      name,
      code,
      profile,
      ...grounds[profile],
      place: null,
      closed_on: null,
    })
    .execute()
  return id
}
