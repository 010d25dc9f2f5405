import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { anyOf, type Circumstances, rule } from "../../kernel/rule.ts"
import { bodiesOf, bodiesWhere, holds, isOfBody } from "../mandates/contract.ts"

export const managesWelcome = holds("welcome.manage")

/** Whoever was given this newcomer, as long as they are of the body: they see this one, and no other. */
export const isWelcomer = rule<{ body_id: string; welcomer_id: string | null }>(
  "isWelcomer",
  async (newcomer, given) =>
    newcomer.welcomer_id !== null && newcomer.welcomer_id === given.actor.personId && (await isOfBody(newcomer, given)),
)

export const welcomes = anyOf(managesWelcome, isWelcomer)

/** Anybody of the body may note whom they met. */
export const mayNote = anyOf(isOfBody, managesWelcome)

/** A page open to all, or the link of a letter, whose route has verified it: nobody signed in, and no key. */
export const isFromPage = rule<unknown>("isFromPage", (_subject, { actor }) => actor.via === "link" && !actor.personId)

/** SQL on `n`, a row of newcomers: who the actor may see. Who has not confirmed is seen by nobody. */
export const newcomerSeen = ({ actor, now }: Pick<Circumstances, "actor" | "now">) => {
  const me = actor.personId!
  const today = dayOf(now)
  return sql<boolean>`(n.state <> 'unconfirmed' and (n.body_id in (${bodiesWhere("welcome.manage", me, today)})
    or (n.welcomer_id = ${me} and n.body_id in (${bodiesOf(me, today)}))))`
}
