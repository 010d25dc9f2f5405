import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import type { Event } from "../../kernel/event.ts"
import { day, hour, line, text as prose } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { taken } from "../../kernel/workflow.ts"
import { holds } from "../mandates/contract.ts"
import { lodgedForSitting } from "../sittings/contract.ts"
import { lodgedAs } from "./deadline-of.ts"
import { textLodged } from "./events.ts"
import { flowOf } from "./flow.ts"
import { keepPaper } from "./keep-paper.ts"
import { keepVersion } from "./keep-version.ts"
import { findTextToChange, type Text } from "./seen.ts"
import { step } from "./step.ts"
import type { LodgingMeans } from "./tables.ts"

/** Notes that a text left: lodged with its assembly, sent, said or put to use, the day it was, and the number it got there. */
export const lodgeText = command({
  name: "texts.lodge",
  input: z.object({
    textId: z.uuid(),
    on: day().nullish(),
    at: hour().nullish(),
    by: z.enum(["platform", "mail", "hand", "post"]).nullish(),
    theirNumber: line(60).nullish(),
    note: prose(2000).nullish(),
    proofId: z.uuid().nullish(),
  }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: holds("texts.manage"),
  async run({ input, subject: text, ...given }) {
    const left = await leave(text, input, given)
    const kind = lodgedAs(text)
    if (!kind) return left
    const on = input.on ?? dayOf(given.now)
    const at = { itemId: text.sitting_item_id, sittingId: text.sitting_id }
    return [left, ...(await lodgedForSitting({ ...at, kind, on }, given))]
  },
})

type Left = {
  on?: Temporal.PlainDate | null | undefined
  at?: Temporal.PlainTime | null | undefined
  by?: LodgingMeans | null | undefined
  theirNumber?: string | null | undefined
  note?: string | null | undefined
  proofId?: string | null | undefined
}

/** A locked text leaves on its day; answers what is to be recorded. */
export const leave = async (
  text: Text,
  { on, at, by, theirNumber, note, proofId }: Left,
  given: Circumstances,
): Promise<Event> => {
  const today = dayOf(given.now)
  const state = taken(flowOf(text.kind), text, "texts.lodge")
  if (on && Temporal.PlainDate.compare(on, today) > 0) invalid(["on"], "not_yet")
  const lodged_on = on ?? today
  await given.db
    .updateTable("texts")
    .set({
      lodged_on,
      lodged_at: at ?? null,
      lodged_by: by ?? null,
      their_number: theirNumber ?? null,
    })
    .where("id", "=", text.id)
    .execute()
  if (proofId) await keepPaper("proof_id", proofId, text, given)
  await keepVersion(text, "lodged", given)
  await step(text, state, given, { on: lodged_on, note })
  return textLodged({ textId: text.id, bodyId: text.body_id, kind: text.kind, on: lodged_on.toString() })
}
