import { dayOf } from "../../../kernel/clock.ts"
import { type Piece, redline } from "../../../kernel/redline/words.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { day } from "../../../kernel/words/dates.ts"
import { money } from "../../../kernel/words/numbers.ts"
import { say } from "../../../words.ts"
import { findBody } from "../../bodies/contract.ts"
import { findSeenText } from "../../texts/contract.ts"
import { groundThen } from "../ground.ts"
import type { Shown } from "../read-amendment.ts"
import { saidOrPublished, sayFor } from "../words-of-text.ts"

/** What the sheet of an amendment says, whatever it is printed as. */
export type Sheet = {
  body: string
  region: "FR" | "BE"
  lang: "fr" | "en"
  date: string
  /** "Amendement", "Sous-amendement". */
  kind: string
  title: string
  number: string | null
  facts: [string, string][]
  phrases: string[]
  /** Before and after, paragraph by paragraph. */
  changes: Piece[][]
  grounds: string | null
  cost: string | null
  signature: { role: string; name: string }
}

/** Group, session, report, number, authors, place, what it asks, why, what it costs, signature (LAW: conventions of documents). */
export const sheetOf = async ({ amendment, base }: Shown, given: Circumstances): Promise<Sheet> => {
  const { db, actor, now } = given
  const { language } = actor
  const body = (await findBody(base.body_id, db))!
  const text = amendment.text_id ? await findSeenText(amendment.text_id, given) : undefined
  const paragraphs = await groundThen(base, amendment, given)
  const { place, phrases } = saidOrPublished(amendment, paragraphs, sayFor(given, amendment))
  const item = base.sitting_item_id ? await itemOf(base.sitting_item_id, given) : undefined
  const signer = text?.signed_by ? await nameOf(text.signed_by, given) : ""
  const number = text?.their_number ?? amendment.number
  const isSub = amendment.amends_id !== null
  const fact = (key: "session" | "text" | "amends" | "place" | "author" | "group", words: string | null | undefined) =>
    words ? [[say(language, `amendments.paper.${key}`), words] as [string, string]] : []
  return {
    body: body.name,
    region: body.country === "BE" ? "BE" : "FR",
    lang: language,
    date: dayOf(now).toString(),
    kind: say(language, isSub ? "amendments.paper.kind.sub" : "amendments.paper.kind"),
    title: number
      ? say(language, isSub ? "amendments.name.sub_numbered" : "amendments.name.numbered", { number })
      : say(language, isSub ? "amendments.paper.unnumbered.sub" : "amendments.paper.unnumbered"),
    number,
    facts: [
      ...fact("group", amendment.group_name ?? body.name),
      ...fact("session", item && `${item.sitting_title}, ${day(language, item.starts)}`),
      ...fact("text", [base.reference, base.title].filter(Boolean).join(" · ")),
      ...fact("amends", amendment.amends_name),
      ...fact("author", amendment.author),
      ...fact("place", place),
    ],
    phrases,
    changes: amendment.operations.flatMap(({ was, put }) => redline(was, put).map(({ pieces }) => pieces)),
    grounds: text?.fields.grounds ?? amendment.object,
    cost: costOf(amendment, text?.fields.balance, language),
    signature: { role: say(language, "amendments.paper.signature"), name: signer },
  }
}

const costOf = (
  { effect, amount_cents }: Shown["amendment"],
  balance: string | undefined,
  language: "fr" | "en",
): string | null => {
  if (effect === "none") return null
  const said = say(language, `amendments.effect.${effect}`)
  const named = said.charAt(0).toUpperCase() + said.slice(1)
  const first =
    amount_cents === null
      ? `${named}.`
      : say(language, "amendments.paper.amount", { effect: named, amount: money(language, Number(amount_cents) / 100) })
  return balance ? `${first}\n\n${say(language, "amendments.paper.balance", { balance })}` : first
}

const itemOf = (id: string, { db }: Circumstances) =>
  db
    .selectFrom("sitting_items as i")
    .innerJoin("sittings as s", "s.id", "i.sitting_id")
    .select(["s.title as sitting_title", "s.starts"])
    .where("i.id", "=", id)
    .executeTakeFirst()

const nameOf = async (id: string, { db }: Circumstances): Promise<string> => {
  const one = await db
    .selectFrom("people")
    .select(["given_name", "family_name"])
    .where("id", "=", id)
    .executeTakeFirst()
  return one ? `${one.given_name} ${one.family_name}` : ""
}
