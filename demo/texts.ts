import { beginText } from "../src/modules/texts/begin.ts"
import { askCosignatures } from "../src/modules/texts/cosign/ask.ts"
import type { TextState } from "../src/modules/texts/flow.ts"
import { giveText } from "../src/modules/texts/give.ts"
import type { TextKind } from "../src/modules/texts/kinds.ts"
import { lodgeText } from "../src/modules/texts/lodge.ts"
import { markTextRead } from "../src/modules/texts/mark-read.ts"
import { noteTextOutcome } from "../src/modules/texts/note-outcome.ts"
import { remarkOnText } from "../src/modules/texts/remarks/remark.ts"
import { saveText } from "../src/modules/texts/save.ts"
import { addTextSource } from "../src/modules/texts/sheets/add-source.ts"
import { citeSheet } from "../src/modules/texts/sheets/cite.ts"
import { signText } from "../src/modules/texts/sign.ts"
import { timeText } from "../src/modules/texts/speech/time.ts"
import { validateText } from "../src/modules/texts/validate.ts"
import type { Days } from "./calendar.ts"
import type { Manner } from "./played.ts"
import type { Scene, Stage } from "./stage.ts"

/** A text of the story: who writes it, when, and how far it came. */
export type TextTold = {
  kind: TextKind
  title: string
  author: string
  writer: string
  /** So many weeks ago it was begun, on a Tuesday; it goes one step a day. */
  weeks: number
  matter?: string
  words: string[]
  fields?: Record<string, string>
  limitSigns?: number
  limitMinutes?: number
  sources?: { url: string; label: string }[]
  /** The title of the sheet it leans on, written before it. */
  cites?: string
  /** How long its writer took to say it, in seconds, each time. */
  timed?: number[]
  /** Who is asked to sign it with us, for two weeks. */
  cosigners?: string[]
  confidential?: true
  reader?: string
  /** What the reader would write instead, and why. */
  suggests?: { passage: string; proposed: string; said: string }
  /** Not there yet: it is still to be read, to be validated, to be signed, to leave. */
  until?: "written" | "given" | "read" | "validated" | "signed"
  /** By whom it is validated; the one who wrote it unless told. */
  by?: string
  outcomes?: [TextState, note?: string][]
}

/** Each text goes through its steps day after day, by those who would take them. */
export const textsOf = (told: TextTold[], stage: Stage, manner: Manner, days: Days): Scene[] =>
  told.map((one) => ({
    at: days.at(days.weekday(one.weeks, 2), "14:10"),
    play: () => played(one, stage, manner, days),
  }))

const order = ["written", "given", "read", "validated", "signed"] as const

const played = async (told: TextTold, stage: Stage, { bodyId, matters, secretary }: Manner, days: Days) => {
  const { kind, title, author, writer, matter, fields = {}, reader, suggests, by = secretary } = told
  const reaches = (step: (typeof order)[number]) => !told.until || order.indexOf(told.until) >= order.indexOf(step)
  const { textId } = await stage.act(writer, beginText, {
    bodyId,
    kind,
    title,
    fields,
    authorId: stage.person(author),
    matterId: matter ? (matters.get(matter) ?? null) : null,
    limitSigns: told.limitSigns ?? null,
    limitMinutes: told.limitMinutes ?? null,
    confidential: told.confidential ?? false,
  })
  const model = await stage.within(({ db }) =>
    db.selectFrom("texts").select("doc").where("id", "=", textId).executeTakeFirstOrThrow(),
  )
  await stage.act(writer, saveText, { textId, doc: written(told.words), base: model.doc })
  for (const source of told.sources ?? []) await stage.act(writer, addTextSource, { textId, ...source })
  if (told.cites) await stage.act(writer, citeSheet, { textId, sheetId: await sheetCalled(told.cites, stage) })
  for (const seconds of told.timed ?? []) await stage.act(writer, timeText, { textId, seconds })
  if (!reaches("given")) return
  if (reader) {
    await stage.act(writer, giveText, { textId, readerIds: [stage.person(reader)] })
    if (suggests) await stage.act(reader, remarkOnText, { textId, ...suggests })
    if (!reaches("read")) return
    await stage.act(reader, markTextRead, { textId })
  }
  if (!reaches("validated")) return
  await stage.act(by, validateText, { textId })
  if (!reaches("signed")) return
  if (signed.includes(kind)) await stage.act(by, signText, { textId })
  if (told.cosigners)
    await stage.act(secretary, askCosignatures, {
      textId,
      personIds: told.cosigners.map(stage.person),
      until: days.weekday(told.weeks - 2, 5).toString(),
    })
  if (told.until) return
  await stage.act(secretary, lodgeText, { textId })
  for (const [outcome, note] of told.outcomes ?? [])
    await stage.act(secretary, noteTextOutcome, { textId, outcome, note: note ?? null })
}

const signed: TextKind[] = [
  "amendment",
  "wish",
  "motion",
  "oral_question",
  "written_question",
  "interpellation",
  "letter",
]

const sheetCalled = async (title: string, stage: Stage): Promise<string> => {
  const sheet = await stage.within(({ db }) =>
    db
      .selectFrom("texts")
      .select("id")
      .where("kind", "=", "argument_sheet")
      .where("title", "=", title)
      .executeTakeFirstOrThrow(),
  )
  return sheet.id
}

const written = (paragraphs: string[]) => ({
  type: "doc",
  content: paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
})
