import type { Db } from "../../../kernel/db.ts"

export type Named = (id: string | null | undefined) => string

/** The names of people by their ids; nothing for nobody, and for who was erased. */
export const namesOf = async (ids: readonly (string | null | undefined)[], db: Db): Promise<Named> => {
  const wanted = [...new Set(ids.filter((id) => typeof id === "string"))]
  const people = wanted.length
    ? await db.selectFrom("people").select(["id", "given_name", "family_name"]).where("id", "in", wanted).execute()
    : []
  const names = new Map(people.map((one) => [one.id, `${one.given_name} ${one.family_name}`.trim()]))
  return (id) => (id && names.get(id)) || ""
}
