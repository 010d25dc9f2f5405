import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import type { Db } from "../../kernel/db.ts"
import { ids } from "../../kernel/input.ts"
import { majorityRuleSchema } from "../../kernel/law/majority.ts"
import { quorumRuleSchema } from "../../kernel/law/quorum.ts"
import { valueInWords } from "../../kernel/law/value-in-words.ts"
import { read } from "../../kernel/read.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { assemblyPlaces, findBody, rulebooksOf, ruleName, ruleOf } from "../bodies/contract.ts"
import { closedCall } from "../calls/contract.ts"
import { challengeDaysOf } from "./contest/contestable.ts"
import { holds, mayBeSeen } from "../mandates/contract.ts"
import { proxyRuleOf, rollRuleOf } from "../members/contract.ts"

/** What a vote of this body may be made of: its rules of majority, its functions, and who votes by its rulebook. */
export const readChoices = read({
  name: "votes.choices",
  /** `callId`: a call whose candidates are closed, to begin a vote on them. */
  input: z.object({
    bodyId: z.uuid(),
    callId: z.uuid().optional(),
    /** People of the file to begin a vote on, in the order of the paper; those the reader does not see are left out. */
    candidateIds: ids(200).optional(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("decisions.manage"),
  async run({ input: { callId, candidateIds = [] }, subject: body, ...given }) {
    const { actor, db, now } = given
    const on = dayOf(now, body.zone)
    const books = await rulebooksOf(body.id, db)
    const rulesOf = async (unit: string, schema: z.ZodType) => {
      const found: { key: string; name: string; words: string; source: string | null }[] = []
      for (const key of keysOf(books, unit)) {
        const rule = await ruleOf(body.id, key, on, db)
        if (rule && schema.safeParse(rule.value).success)
          found.push({
            key,
            name: ruleName(actor.language, key),
            words: valueInWords(actor.language, rule),
            source: rule.legal_basis ?? rule.source ?? rule.note,
          })
      }
      return found
    }
    const { rows: functions } = await sql<{ id: string; key: string; name: string }>`
      select id, key, name_n as name from functions where body_id = ${body.id} and ended_on is null order by name_n`.execute(
      db,
    )
    const { rule } = await rollRuleOf(body, on, db)
    const { most: proxies } = await proxyRuleOf(body, on, db)
    return {
      today: on,
      majorities: await rulesOf("majority", majorityRuleSchema),
      quorums: await rulesOf("quorum", quorumRuleSchema),
      functions,
      usual: rule,
      proxies,
      challenge_days: await challengeDaysOf(body.id, on, { db }),
      call: callId ? await callOf(callId, body.id, db) : null,
      candidates: await candidatesOf(candidateIds, given),
    }
  },
})

const candidatesOf = async (asked: readonly string[], given: Circumstances) => {
  if (asked.length === 0) return []
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.given_name || ' ' || p.family_name as name from people p
     where p.id = any(${[...asked]}::uuid[]) and ${await mayBeSeen(given)}`.execute(given.db)
  return asked.flatMap((id) => rows.find((one) => one.id === id) ?? [])
}

const callOf = async (callId: string, bodyId: string, db: Db) => {
  const call = await closedCall(callId, { db })
  return call?.body_id === bodyId ? call : null
}

/** The rules of the assembly where our elected sit are for its votes, not for ours. */
const keysOf = (books: Awaited<ReturnType<typeof rulebooksOf>>, unit: string): Set<string> =>
  new Set(
    books.flatMap(({ rules }) =>
      rules.flatMap(({ unit: of, key }) => (of === unit && !isOfAssembly(key) ? [key] : [])),
    ),
  )

const isOfAssembly = (key: string): boolean => assemblyPlaces.some((place) => key.startsWith(`${place}.`))
