import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type Key, say } from "../../../words.ts"
import { sql } from "kysely"
import { queueLetters } from "../../post/contract.ts"
import { houseLanguage } from "./house-language.ts"

/** Those of these people who can be written to by mail: who wants paper, or has no address, is told by word of mouth. */
export const reachable = async (personIds: readonly string[], { db, now }: Circumstances) => {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ id: string; email: string }>`
    select p.id, p.email from people p
     where p.id = any(${[...personIds]}::uuid[]) and p.email is not null and not p.post_only
       and (p.left_on is null or p.left_on >= ${dayOf(now)}::date) order by p.id`.execute(db)
  return rows
}

/** Those of these people whom no mail reaches, and who have not left: who wants paper, or has no address. */
export const unreached = async (personIds: readonly string[], { db, now }: Circumstances): Promise<string[]> => {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select p.id from people p
     where p.id = any(${[...personIds]}::uuid[]) and (p.email is null or p.post_only)
       and (p.left_on is null or p.left_on >= ${dayOf(now)}::date)`.execute(db)
  return rows.map(({ id }) => id)
}

export type Told = {
  kind: string
  bodyId: string
  subject: { key: Key; title: string }
  /** What its composer needs to find the rest. */
  content: Record<string, string>
}

/** Queues the letters of a proclamation, in the act that proclaims, which is done once; answers how many. */
export const tell = async (
  people: readonly { person_id: string }[],
  { subject: { key, title }, ...letter }: Told,
  given: Circumstances,
): Promise<number> => {
  const reached = await reachable(
    people.map(({ person_id }) => person_id),
    given,
  )
  if (reached.length === 0) return 0
  const language = await houseLanguage(given)
  await queueLetters(
    reached.map(({ id, email }) => ({
      ...letter,
      personId: id,
      means: "email",
      address: email,
      subject: say(language, key, { title }),
    })),
    given,
  )
  return reached.length
}
