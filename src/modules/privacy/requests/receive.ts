import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { day, text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ruleOf } from "../../bodies/contract.ts"
import { requestReceived } from "../events.ts"
import { answersFor, findSubjectToChange, type Subject } from "../subject.ts"
import type { RequestKind } from "../tables.ts"

/** The rights of GDPR articles 15, 16, 21, 17 and 20. */
export const requestKinds = [
  "access",
  "correction",
  "objection",
  "erasure",
  "portability",
] as const satisfies RequestKind[]

/**
 * A right is asked for: by the person from their own page, or noted by whoever got the letter or the call. The answer is due a month
 * after it came in (article 12(3), a rule of the rulebook).
 */
export const receiveRequest = command({
  name: "privacy.receiveRequest",
  input: z.object({
    personId: z.uuid(),
    kind: z.enum(requestKinds),
    words: text(5000).nullish(),
    /** When it came in; today unless told. */
    on: day().nullish(),
  }),
  find: ({ personId }, given) => findSubjectToChange(personId, given),
  allow: answersFor,
  async run({ input: { kind, words, on }, subject, ...given }) {
    const today = dayOf(given.now)
    const received = on ?? today
    if (Temporal.PlainDate.compare(received, today) > 0) invalid(["on"], "not_yet")
    if (await isOpen(subject, kind, given)) refuse("privacy.asked_already")
    return noteRequest(subject, { kind, words, on: received }, given)
  },
})

/** Writes a request; what happened is to be recorded by the command that calls. */
export const noteRequest = async (
  subject: Pick<Subject, "person_id" | "body_id">,
  { kind, words, on }: { kind: RequestKind; words?: string | null | undefined; on: Temporal.PlainDate },
  given: Circumstances,
) => {
  const requestId = newId()
  await given.db
    .insertInto("privacy_requests")
    .values({
      organisation_id: given.actor.organisation,
      id: requestId,
      person_id: subject.person_id,
      body_id: subject.body_id,
      kind,
      words: words || null,
      received_on: on,
      due: on.add({ months: await monthsToAnswer(subject.body_id, given) }),
      extended_reason: null,
      closed_on: null,
      answer: null,
      recorded_by: given.actor.personId,
      closed_by: null,
    })
    .execute()
  return requestReceived({ requestId, personId: subject.person_id, bodyId: subject.body_id, kind })
}

const isOpen = async ({ person_id }: Subject, kind: RequestKind, { db }: Circumstances): Promise<boolean> => {
  const { rows } = await sql`
    select from privacy_requests where person_id = ${person_id} and kind = ${kind} and state = 'open' limit 1`.execute(
    db,
  )
  return rows.length > 0
}

const monthsToAnswer = async (bodyId: string, { db, now }: Circumstances): Promise<number> => {
  const rule = await ruleOf(bodyId, "eu.all.privacy.answer", dayOf(now), db)
  return typeof rule?.value === "number" ? rule.value : 1
}
