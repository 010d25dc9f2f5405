import { system } from "../src/kernel/job.ts"
import { keepFile } from "../src/modules/documents/contract.ts"
import { beginLetter } from "../src/modules/letters/begin.ts"
import { registerIncoming } from "../src/modules/letters/incoming/register.ts"
import { setLetterhead } from "../src/modules/letters/letterhead/set.ts"
import { proposalFor } from "../src/modules/letters/recipient/propose.ts"
import { postPrinted } from "../src/modules/letters/sending/post.ts"
import { printLetter } from "../src/modules/letters/sending/print.ts"
import { saveText } from "../src/modules/texts/save.ts"
import { signText } from "../src/modules/texts/sign.ts"
import { validateText } from "../src/modules/texts/validate.ts"
import { scanOf } from "./scan.ts"
import type { Days } from "./calendar.ts"
import type { Manner } from "./played.ts"
import type { Scene, Stage } from "./stage.ts"

/** A letter that came. */
export type CameTold = {
  about: string
  from: string
  reference?: string
  /** So many weeks ago, on a Wednesday. */
  weeks: number
  givenTo?: string
  /** So many days later it is to be answered. */
  dueIn?: number
  matter?: string
  note?: string
  /** The lines of its page. */
  scan?: string[]
}

/** A letter of ours, to somebody of the file, by its name there. */
export type SentTold = {
  title: string
  to: string
  author: string
  weeks: number
  words: string[]
  matter?: string
  /** It answers the letter that came about this. */
  answers?: string
  awaitedIn?: number
  until?: "written" | "signed" | "to_print"
}

export type LettersTold = {
  country: "FR" | "BE"
  lines: string[]
  town: string
  foot: string
  came: CameTold[]
  sent: SentTold[]
}

/** The paper of the body, then what came and what left, day after day. */
export const lettersOf = (told: LettersTold, stage: Stage, manner: Manner, days: Days): Scene[] => [
  {
    at: days.at(days.weekday(30, 3), "09:00"),
    play: () =>
      stage.act(manner.secretary, setLetterhead, {
        bodyId: manner.bodyId,
        lines: told.lines.join("\n"),
        town: told.town,
        foot: told.foot,
      }),
  },
  ...told.came.map((one) => ({
    at: days.at(days.weekday(one.weeks, 3), "09:20"),
    play: () => came(one, stage, manner, days),
  })),
  ...told.sent.map((one) => ({
    at: days.at(days.weekday(one.weeks, 4), "11:05"),
    play: () => sent({ ...one, country: told.country }, stage, manner, days),
  })),
]

const came = async (told: CameTold, stage: Stage, { bodyId, secretary, matters }: Manner, days: Days) => {
  const day = days.weekday(told.weeks, 3)
  const who = await named(told.from, stage, bodyId)
  const content = told.scan && scanOf(told.scan)
  const fileId =
    content &&
    (await stage.within((given) =>
      keepFile(
        { bodyId, name: "lettre scannée.pdf", content },
        { ...given, actor: { ...system(stage.organisation), personId: stage.person(secretary) } },
      ),
    ))
  await stage.act(secretary, registerIncoming, {
    bodyId,
    about: told.about,
    receivedOn: day.toString(),
    writtenOn: day.subtract({ days: 2 }).toString(),
    theirReference: told.reference ?? null,
    ...(who ? { [who.nature === "person" ? "contactId" : "outsideId"]: who.id } : { sender: told.from }),
    givenTo: told.givenTo ? stage.person(told.givenTo) : null,
    answerDue: told.dueIn ? day.add({ days: told.dueIn }).toString() : null,
    matterId: told.matter ? (matters.get(told.matter) ?? null) : null,
    note: told.note ?? "",
    fileIds: fileId ? [fileId] : [],
  })
}

const sent = async (
  told: SentTold & { country: string },
  stage: Stage,
  { bodyId, secretary, matters }: Manner,
  days: Days,
) => {
  const day = days.weekday(told.weeks, 4)
  const who = (await named(told.to, stage, bodyId))!
  const to = { [who.nature === "person" ? "contactId" : "outsideId"]: who.id }
  const proposed = await stage.within((given) =>
    proposalFor(to, { id: bodyId, country: told.country }, { ...given, actor: system(stage.organisation) }),
  )
  const answered = told.answers
    ? await stage.within(({ db }) =>
        db.selectFrom("incoming_letters").select("id").where("about", "=", told.answers!).executeTakeFirst(),
      )
    : undefined
  const { textId } = await stage.act(secretary, beginLetter, {
    bodyId,
    title: told.title,
    authorId: stage.person(told.author),
    matterId: told.matter ? (matters.get(told.matter) ?? null) : null,
    ...to,
    address: proposed.address,
    email: proposed.email,
    called: proposed.called,
    closing: proposed.closing,
    answerDue: told.awaitedIn ? day.add({ days: told.awaitedIn }).toString() : null,
    answersId: answered?.id ?? null,
  })
  const { doc } = await stage.within(({ db }) =>
    db.selectFrom("texts").select("doc").where("id", "=", textId).executeTakeFirstOrThrow(),
  )
  const words = told.words.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] }))
  await stage.act(secretary, saveText, { textId, doc: { type: "doc", content: words }, base: doc })
  if (told.until === "written") return
  await stage.act(told.author, validateText, { textId })
  await stage.act(told.author, signText, { textId })
  if (told.until === "signed") return
  await stage.act(secretary, printLetter, { textId })
  if (!told.until) await stage.act(secretary, postPrinted, { bodyId, textIds: [textId] })
}

const named = (name: string, stage: Stage, bodyId: string) =>
  stage.within(({ db }) =>
    db
      .selectFrom("counterparts")
      .select(["id", "nature"])
      .where("body_id", "=", bodyId)
      .where("name", "=", name)
      .executeTakeFirst(),
  )
