import { sql } from "kysely"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { type Profile, profileKeys, profiles } from "../bodies/contract.ts"

/** What the first visit chooses from: kinds of body, each with the functions that may begin. Nothing once the installation is opened. */
export const readWelcome = async ({ db }: Request): Promise<Reply> => {
  const { rows } = await sql<{ done: boolean }>`select claim_is_done() as done`.execute(db)
  return { body: { data: (rows[0]!.done ? { profiles: [] } : { profiles: offered }) satisfies Welcome } }
}

/** The functions a first person may hold: whoever begins must be able to give the others their mandates. */
export const beginners = ({ functions }: Profile) =>
  functions.filter(({ capabilities }) => capabilities.includes("mandates.manage"))

const offered = profileKeys.map((key) => {
  const { name, founder, means } = profiles[key]
  return {
    key,
    name,
    founder,
    means,
    functions: beginners(profiles[key]).map((one) => ({ key: one.key, name: one.name })),
  }
})

export type Welcome = { profiles: typeof offered }
