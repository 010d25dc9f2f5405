import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { anyOf, type Circumstances, rule } from "../../kernel/rule.ts"
import { bodiesOf, bodiesWhere, holds, isOfBody, type Who } from "../mandates/contract.ts"

export const managesWelcome = holds("welcome.manage")

/** Whoever was given this newcomer, as long as they are of the body: they see this one, and no other. */
export const isWelcomer = rule<{ body_id: string; welcomer_id: string | null }>(
  "isWelcomer",
  async (newcomer, given) =>
    newcomer.welcomer_id !== null && newcomer.welcomer_id === given.actor.personId && (await isOfBody(newcomer, given)),
)

export const welcomes = anyOf(managesWelcome, isWelcomer)

/** Whoever has a step of this newcomer still to do: they see this one. */
const hasStep = rule<{ id: string; body_id: string }>(
  "hasStep",
  async (newcomer, given) => (await stepsNamed(newcomer.id, given)).length > 0 && (await isOfBody(newcomer, given)),
)

/** Whoever was named for the step that is open: they say it is done, or give it another day. */
const hasOpenStep = rule<{ id: string; body_id: string }>(
  "hasOpenStep",
  async (newcomer, given) => (await stepsNamed(newcomer.id, given)).includes(true) && (await isOfBody(newcomer, given)),
)

export const sees = anyOf<{ id: string; body_id: string; welcomer_id: string | null }>(
  managesWelcome,
  isWelcomer,
  hasStep,
)
export const doesStep = anyOf<{ id: string; body_id: string; welcomer_id: string | null }>(
  managesWelcome,
  isWelcomer,
  hasOpenStep,
)

/** The steps to come that the actor was named for: whether each is the open one. */
const stepsNamed = async (newcomerId: string, { actor, db }: Circumstances): Promise<boolean[]> => {
  if (!actor.personId) return []
  const { rows } = await sql<{ open: boolean }>`
    select s.place = (select min(o.place) from newcomer_steps o where o.newcomer_id = s.newcomer_id and o.done_at is null) as open
      from newcomer_steps s
     where s.newcomer_id = ${newcomerId} and s.person_id = ${actor.personId} and s.done_at is null`.execute(db)
  return rows.map(({ open }) => open)
}

/** Anybody of the body may note whom they met. */
export const mayNote = anyOf(isOfBody, managesWelcome)

/** A page open to all, or the link of a letter, whose route has verified it: nobody signed in, and no key. */
export const isFromPage = rule<unknown>("isFromPage", (_subject, { actor }) => actor.via === "link" && !actor.personId)

/** SQL on `n`, a row of newcomers: who the actor may see. Who has not confirmed is seen by nobody. */
export const newcomerSeen = ({ actor, now }: Pick<Circumstances, "actor" | "now">) =>
  isNewcomerSeen(actor.personId!, dayOf(now))

export const isNewcomerSeen = (who: Who, on: Temporal.PlainDate) =>
  sql<boolean>`(n.state <> 'unconfirmed' and (n.body_id in (${bodiesWhere("welcome.manage", who, on)})
    or ${isTheirs(who, on)}))`

/** SQL on `n`: the actor welcomes them, or has a step of theirs still to do, and is of the body. */
export const isMine = ({ actor, now }: Pick<Circumstances, "actor" | "now">) => isTheirs(actor.personId!, dayOf(now))

const isTheirs = (who: Who, on: Temporal.PlainDate) => sql<boolean>`((n.welcomer_id = ${who} or n.id in (
    select newcomer_id from newcomer_steps where person_id = ${who} and done_at is null))
  and n.body_id in (${bodiesOf(who, on)}))`
