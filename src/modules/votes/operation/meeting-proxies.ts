import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { inWords } from "../../../kernel/law/in-words.ts"
import { step } from "../../../kernel/law/explanation.ts"
import { read } from "../../../kernel/read.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { findMeeting, handProxy, type Meeting, proxiesForVote, type ProxyForVote } from "../../meetings/contract.ts"
import { computeRoll, linesOfRollFor, reasonsInWords } from "../../members/contract.ts"
import { hindrance } from "./hindrance.ts"
import { findOperation, type Operation } from "./operation.ts"
import { rollRuleFor } from "./roll.ts"

/**
 * `new`: may be taken over; `there`: is the same here; `refused`: may not, and why; `differs`: here it is in another hand; `ended`: it holds at
 * the meeting no more, and is here still; `here_only`: was noted for the vote alone.
 */
export type Standing = "new" | "there" | "refused" | "differs" | "ended" | "here_only"
type Line = { giver_id: string; holder_id: string; standing: Standing; why: string | null; given_at: Temporal.Instant }

/** The proxies of the meeting beside those of its operation, with what may be taken over: nothing is until somebody does. */
export const readMeetingProxies = read({
  name: "votes.meetingProxies",
  input: z.object({ operationId: z.uuid() }),
  find: ({ operationId }, given) => findOperation(operationId, given),
  allow: holds("decisions.manage"),
  async run({ subject: operation, ...given }) {
    const meeting = operation.meeting_id ? await findMeeting(operation.meeting_id, given.db) : undefined
    const lines = meeting ? await comparedProxies(operation, meeting, given) : []
    const nameOf = await namesOf(lines, given)
    const led = meeting?.state === "open" ? await may(meeting, [handProxy], given) : { "attendance.handProxy": false }
    return {
      meeting_id: operation.meeting_id,
      may: led,
      lines: lines.map(({ given_at: _, ...line }) => ({
        ...line,
        giver: nameOf(line.giver_id),
        holder: nameOf(line.holder_id),
      })),
    }
  },
})

/** Each proxy of the meeting and of its operation, once. */
export const comparedProxies = async (
  operation: Operation,
  meeting: Meeting,
  given: Circumstances,
): Promise<Line[]> => {
  const noted = await given.db
    .selectFrom("operation_proxies")
    .select(["giver_id", "holder_id", "given_at"])
    .where("operation_id", "=", operation.id)
    .orderBy("given_at")
    .execute()
  const handed = await proxiesForVote(meeting, given)
  const nameOf = await namesOf([...handed, ...noted], given)
  const isHere = new Map(noted.map((one) => [one.giver_id, one.holder_id]))
  const fresh = handed.filter((one) => !one.withdrawn && !isHere.has(one.giver_id))
  const onRoll = await rollOf(operation, fresh, given)
  const { language } = given.actor
  const falls = ({ giver_id, holder_id, why }: ProxyForVote) =>
    why && inWords(language, [step(`law.step.proxy_${why}`, { from: giver_id, to: holder_id })], nameOf)[0]!

  // In the order they were given: over the cap the first count, as in the room.
  const taken = noted.map(({ giver_id, holder_id }) => ({ giver_id, holder_id }))
  const news = fresh.map((one): Line => {
    const stands = hindrance(taken, one, operation.proxies_each)
    const why =
      falls(one) ??
      onRoll(one.giver_id, nameOf) ??
      onRoll(one.holder_id, nameOf) ??
      (stands && say(language, `refused.${stands.code}`, stands.facts))
    if (!why) taken.push(one)
    return { ...one, standing: why ? "refused" : "new", why }
  })
  const known = noted.map((one): Line => {
    const there = handed.find(({ giver_id }) => giver_id === one.giver_id)
    // One to somebody else that was withdrawn since is another, and says nothing of this.
    if (!there || (there.withdrawn && there.holder_id !== one.holder_id))
      return { ...one, standing: "here_only", why: null }
    const { withdrawn, holder_id } = there
    if (withdrawn) return { ...one, standing: "ended", why: say(language, "votes.proxy.withdrawn_there") }
    if (holder_id !== one.holder_id)
      return { ...one, standing: "differs", why: say(language, "votes.proxy.differs", { holder: nameOf(holder_id) }) }
    const why = falls(there)
    return { ...one, standing: why ? "ended" : "there", why }
  })
  return [...news, ...known].map(({ giver_id, holder_id, given_at, standing, why }) => ({
    giver_id,
    holder_id,
    given_at,
    standing,
    why,
  }))
}

/** Why somebody may not vote here, in a sentence: as the roll was frozen, or as it would be today. */
const rollOf = async (operation: Operation, pairs: readonly Pair[], given: Circumstances) => {
  const { db, actor } = given
  const ids = [...new Set(pairs.flatMap(({ giver_id, holder_id }) => [giver_id, holder_id]))]
  if (ids.length === 0) return () => null
  const body = (await findBodyEvenClosed(operation.body_id, db)) ?? refuse("not_found", {}, 404)
  const lines = operation.roll_id
    ? await linesOfRollFor(operation.roll_id, ids, db)
    : await computeRoll(operation.body_id, await rollRuleFor(operation, body, given), operation.on_day, db, ids)
  const known = new Map(lines.map((line) => [line.person_id, line]))
  return (id: string, nameOf: (id: string) => string): string | null => {
    const line = known.get(id)
    if (line?.entitled) return null
    const why = line && reasonsInWords(line.reasons, actor.language)
    return say(actor.language, why ? "votes.proxy.not_entitled" : "votes.proxy.not_on_roll", {
      name: nameOf(id),
      why: why ?? "",
    })
  }
}

type Pair = { giver_id: string; holder_id: string }

const namesOf = async (pairs: readonly Pair[], { db }: Circumstances) => {
  const ids = [...new Set(pairs.flatMap(({ giver_id, holder_id }) => [giver_id, holder_id]))]
  const people = ids.length
    ? await db.selectFrom("people").select(["id", "given_name", "family_name"]).where("id", "in", ids).execute()
    : []
  const names = new Map(people.map(({ id, given_name, family_name }) => [id, `${given_name} ${family_name}`]))
  return (id: string): string => names.get(id) ?? ""
}
