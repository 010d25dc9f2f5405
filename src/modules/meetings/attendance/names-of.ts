import type { Db } from "../../../kernel/db.ts"

/** The names of people by their ids; an unknown id stays as it is. */
export const namesOf = async (ids: readonly string[], db: Db): Promise<(id: string) => string> => {
  const wanted = [...new Set(ids)]
  const people = wanted.length
    ? await db.selectFrom("people").select(["id", "given_name", "family_name"]).where("id", "in", wanted).execute()
    : []
  const names = new Map(people.map(({ id, given_name, family_name }) => [id, `${given_name} ${family_name}`]))
  return (id) => names.get(id) ?? id
}
