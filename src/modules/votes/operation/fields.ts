import { z } from "zod"
import { day, line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findMeeting } from "../../meetings/contract.ts"
import { proxyRuleOf } from "../../members/contract.ts"
import { challengeDaysOf } from "../contest/contestable.ts"
import { electorates } from "../tables.ts"

export const operationFields = z.object({
  title: line(200),
  /** The assembly it is held in. */
  meetingId: z.uuid().nullable().default(null),
  electorate: z.enum(electorates).default("rulebook"),
  functions: z.array(z.string().max(200)).max(100).default([]),
  onDay: day(),
  /** How many proxies one voter may hold; 0, none. */
  proxiesEach: z.int().min(0).max(20).default(0),
  /** How many tellers together open an urn. */
  needed: z.int().min(2).max(20).default(2),
  /** The rulebook’s, unless told. */
  challengeDays: z.int().min(0).max(366).optional(),
})

/** The columns of an operation, once they fit the rulebook. Refuses more proxies than it allows. */
export const operationColumns = async (
  said: z.output<typeof operationFields>,
  body: { id: string; profile: string; country: string },
  { db }: Circumstances,
) => {
  if (said.electorate === "holders" && said.functions.length === 0) invalid(["functions"], "required")
  if (said.meetingId && (await findMeeting(said.meetingId, db))?.body_id !== body.id)
    invalid(["meetingId"], "invalid_value")
  const proxies = await proxyRuleOf(body, said.onDay, db)
  if (proxies.most !== null && said.proxiesEach > proxies.most)
    refuse("votes.proxies_over_rule", { most: proxies.most })
  return {
    title: said.title,
    meeting_id: said.meetingId,
    electorate: said.electorate,
    functions: said.electorate === "holders" ? said.functions : [],
    on_day: said.onDay,
    proxies_each: said.proxiesEach,
    proxy_rule: proxies.key,
    needed: said.needed,
    challenge_days: said.challengeDays ?? (await challengeDaysOf(body.id, said.onDay, { db })),
  }
}
