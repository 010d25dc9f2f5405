import { z } from "zod"
import { confide } from "../../kernel/confide.ts"
import { day, ids, line, text } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findIncoming } from "./incoming/seen.ts"
import { recipients } from "./recipient/recipients.ts"
import { joinPapers } from "./papers/join.ts"
import type { Said } from "./tables.ts"

/** How a letter is addressed, as people fill it in. */
export const saidOfLetter = {
  outsideId: z.uuid().nullish(),
  contactId: z.uuid().nullish(),
  /** One line each, as in the window. */
  address: text(600).refine((words) => words !== "", "required"),
  email: z.email().max(254).nullish(),
  called: line(200),
  closing: text(600),
  theirReference: line(200).nullish(),
  theirDay: day().nullish(),
  answerDue: day().nullish(),
  /** Signed with a pen: no picture of a signature is put under it. */
  byHand: z.boolean().default(false),
  answersId: z.uuid().nullish(),
  fileIds: ids(30).default([]),
}
const schema = z.object(saidOfLetter)
export type SaidOfLetter = z.output<typeof schema>

const MOST_LINES = 7

/** The lines of an address, none empty. */
export const linesOf = (address: string): string[] => {
  const lines = address
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean)
  if (lines.length > MOST_LINES) invalid(["address"], "too_many_lines")
  return lines
}

/** Writes how a locked text is addressed, in place of what stood there; answers in a line whom it is for. */
export const writeSaid = async (
  text: { id: string; body_id: string; confidential: boolean },
  it: SaidOfLetter,
  given: Circumstances,
): Promise<string> => {
  const { actor, db, now } = given
  await recipients(it, text.body_id, given)
  if (it.answersId && (await findIncoming(it.answersId, given))?.body_id !== text.body_id)
    invalid(["answersId"], "not_of_this_body")
  const said: Said = {
    lines: linesOf(it.address),
    email: it.email ?? null,
    called: it.called.replace(/,$/, ""),
    closing: it.closing,
    their_reference: it.theirReference ?? null,
    their_day: it.theirDay?.toString() ?? null,
  }
  const row = {
    outside_id: it.outsideId ?? null,
    contact_id: it.contactId ?? null,
    said: confide(given, text.confidential).doc(said),
    by_hand: it.byHand,
    answer_due: it.answerDue ?? null,
    answers_id: it.answersId ?? null,
    changed_by: actor.personId,
    changed_at: now,
  }
  await db
    .insertInto("letters")
    .values({ ...row, organisation_id: actor.organisation, text_id: text.id })
    .onConflict((on) => on.columns(["organisation_id", "text_id"]).doUpdateSet(row))
    .execute()
  await joinPapers(text, it.fileIds, given)
  return said.lines.slice(0, 2).join(", ").slice(0, 300)
}
