import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../kernel/command.ts"
import type { Db } from "../../kernel/db.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { addPerson } from "./add.ts"
import { countPeople, findPeople } from "./find-people.ts"
import { postcodesOf } from "./territory.ts"
import { importPeople } from "./import/import.ts"
import { allUnder, isAmong, onlyBodies, type Scope, sightOf } from "../mandates/contract.ts"

export const peopleFilters = z.object({
  q: z.string().trim().max(200).optional(),
  bodyId: z.uuid().optional(),
  /** `below`: the bodies under it too; `all`: wherever one may look. */
  where: z.enum(["here", "below", "all"]).default("here"),
  ring: z.enum(["member", "sympathiser", "supporter", "contact", "former"]).optional(),
  function: z.string().max(200).optional(),
  affiliation: z.uuid().optional(),
  dues: z.enum(["up_to_date", "late", "never"]).optional(),
  /** "BE/municipality/58001": who is at home there, by their postcode. */
  territory: z
    .string()
    .regex(/^[A-Z]{2}\/[a-z]+\/[\w-]{1,20}$/)
    .optional(),
  left: z.stringbool().or(z.boolean()).optional(),
  sort: z.enum(["name", "-name"]).optional(),
})

/** What is asked of a list as `findPeople` takes it: the same for the page and for its export. */
export const wantedOf = async (asked: z.output<typeof peopleFilters>, db: Db) => ({
  ...asked,
  at: asked.bodyId && asked.where !== "all" ? atBody(asked.bodyId, asked.where) : undefined,
  postcodes: asked.territory === undefined ? undefined : await postcodesOf(asked.territory, db),
})

/** People as a list that is searched while typing: of one body, of it and those below, or of every body in sight. */
export const listPeople = read({
  name: "people.list",
  input: peopleFilters.extend({
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(40).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const sight = await sightOf(given)
    const wanted = { ...(await wantedOf(input, given.db)), limit: input.limit, after: input.after }
    const { rows, next } = await findPeople(wanted, sight, given.db)
    // Counted with the first page only: the list keeps it.
    const total = input.q || input.after ? undefined : ((await countPeople(wanted, sight, given.db)) ?? undefined)
    const body = input.bodyId ? await findBody(input.bodyId, given.db) : undefined
    return {
      rows,
      next,
      total,
      /** Whether the reader reads contact details of this body, and with them its pages of members. */
      reads: body ? await isBodyAmong(sight.reads, body.id, given.db) : false,
      may: body ? await may(body, [addPerson, importPeople], given) : { "people.add": false, "people.import": false },
    }
  },
})

const atBody = (bodyId: string, where: "here" | "below"): Scope =>
  where === "here" ? onlyBodies(bodyId) : allUnder(bodyId)

const isBodyAmong = async (scope: Scope, bodyId: string, db: Db): Promise<boolean> => {
  const { rows } = await sql<{ is: boolean }>`select ${isAmong(scope, sql`${bodyId}::uuid`)} as is`.execute(db)
  return rows[0]!.is
}
