import { z } from "zod"
import { confide, keepConfided } from "../../../kernel/confide.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { day, ids, line, text } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { mustSee } from "../../mandates/contract.ts"
import { mustSeeMatter } from "../../matters/contract.ts"
import { recipients } from "../recipient/recipients.ts"
import { isPaperOf, keepPapers } from "./papers.ts"

/** What is noted of a letter that came. */
export const toldOfIncoming = {
  receivedOn: day(),
  writtenOn: day().nullish(),
  theirReference: line(200).nullish(),
  about: line(300),
  /** Who it is from, when they do not stand in the file, or otherwise than there. */
  sender: line(300).nullish(),
  outsideId: z.uuid().nullish(),
  contactId: z.uuid().nullish(),
  note: text(8000).default(""),
  confidential: z.boolean().default(false),
  matterId: z.uuid().nullish(),
  givenTo: z.uuid().nullish(),
  answerDue: day().nullish(),
  fileIds: ids(50).default([]),
}
const schema = z.object(toldOfIncoming)
export type ToldOfIncoming = z.output<typeof schema>

/** The columns of what is noted; refuses who and what is of another body, and days that do not follow. */
export const columnsOf = async (
  it: ToldOfIncoming,
  bodyId: string,
  known: { given_to: string | null; matter_id: string | null; confidential: boolean },
  given: Circumstances,
) => {
  const { outside, contact } = await recipients(it, bodyId, given)
  await mustSee([it.givenTo], given, { known: [known.given_to] })
  // Tomorrow, for whoever writes at midnight in another zone than the server's.
  if (Temporal.PlainDate.compare(it.receivedOn, dayOf(given.now).add({ days: 1 })) > 0)
    invalid(["receivedOn"], "not_yet")
  if (it.writtenOn && Temporal.PlainDate.compare(it.writtenOn, it.receivedOn) > 0)
    invalid(["writtenOn"], "after_received")
  const ofMatter =
    it.matterId && it.matterId !== known.matter_id
      ? (await mustSeeMatter(it.matterId, bodyId, given)).confidential
      : it.matterId
        ? known.confidential
        : false
  const confidential = it.confidential || ofMatter
  const named = [contact && [contact.given_name, contact.name].filter(Boolean).join(" "), outside?.name].filter(Boolean)
  const sender = it.sender ?? (named.join(", ").slice(0, 300) || invalid(["sender"], "required"))
  return {
    received_on: it.receivedOn,
    written_on: it.writtenOn ?? null,
    their_reference: it.theirReference ?? null,
    about: it.about,
    sender,
    outside_id: it.outsideId ?? null,
    contact_id: it.contactId ?? null,
    note: confide(given, confidential).text(it.note),
    confidential,
    matter_id: it.matterId ?? null,
    given_to: it.givenTo ?? null,
    answer_due: it.answerDue ?? null,
  }
}

/** Hangs its pages on a letter, and puts their words right. */
export const keepPages = async (
  incoming: { id: string; body_id: string },
  fileIds: readonly string[],
  given: Circumstances,
): Promise<void> => {
  await keepPapers(incoming, fileIds, given)
  await keepConfided("files", given, isPaperOf(incoming.id))
}
