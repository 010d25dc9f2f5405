import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { batchesPdf, type ConvocationPaper, type Recipient } from "../../../kernel/typeset/papers.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { findBody } from "../../bodies/contract.ts"
import { applicationSubject, applicationWords, toldApplication } from "./application-letter.ts"
import { duesSubject, duesWords, toldDue } from "./due-letter.ts"
import { houseLanguage } from "./order.ts"
import { lettersToPost } from "./post.ts"
import { findReceipt, numberOf, receiptFacts } from "./receipt.ts"

type Body = NonNullable<Awaited<ReturnType<typeof findBody>>>
type Letter = { paper: ConvocationPaper; recipients: Recipient[] }

/** A lot of the letters that wait to be posted, one on each sheet, for window envelopes. Undefined when there is none. */
export const postFile = async (
  body: Body,
  given: Circumstances,
  lot: number,
): Promise<(() => Promise<Uint8Array>) | undefined> => {
  const language = await houseLanguage(given.db)
  const letters: Letter[] = []
  for (const { kind, address, content, name } of await lettersToPost(body.id, given.db, lot)) {
    const said = await saidIn(kind, content, language, given)
    if (!said) continue
    const recipient = { name, address: address.split("\n").filter(Boolean), salutation: said.hello }
    letters.push({ paper: paperOf(said, body, language, given), recipients: [recipient] })
  }
  return letters.length ? () => batchesPdf(letters, say(language, "members.letter.post.tick")) : undefined
}

type Said = { title: string; hello: string; opening: string; facts: [string, string][]; closing: string }

const saidIn = async (
  kind: string,
  content: any,
  language: Language,
  { db, now }: Circumstances,
): Promise<Said | undefined> => {
  if (kind === "dues-call" || kind === "dues-reminder") {
    const told = await toldDue(content.due_id, db)
    if (!told || told.is_covered) return undefined
    const { hello, opening, until, facts, scale, closing } = duesWords(told, content.step, language, dayOf(now))
    const [lead, ...amounts] = scale
    return {
      title: duesSubject(language, content.step, told),
      hello,
      opening: `${opening} ${until}`,
      facts,
      closing: [lead && `${lead} ${amounts.join(" ; ")}.`, closing].filter(Boolean).join("\n\n"),
    }
  }
  if (kind === "dues-receipt") {
    const receipt = await findReceipt(content.payment_id, db)
    return (
      receipt && {
        title: say(language, "members.letter.receipt.subject", {
          year: String(receipt.year),
          number: numberOf(receipt),
          body: receipt.body_name,
        }),
        hello: say(language, "members.letter.hello", { name: receipt.given_name }),
        opening: say(
          language,
          receipt.cancelled_at ? "members.letter.receipt.cancelled" : "members.letter.receipt.lead",
        ),
        facts: receiptFacts(receipt, language),
        closing: "",
      }
    )
  }
  const told = await toldApplication(content.application_id, db)
  if (!told) return undefined
  const { lead, more } = applicationWords(told, kind, language)
  return {
    title: applicationSubject(language, kind, told.body_name),
    hello: say(language, "members.letter.hello", { name: told.given_name }),
    opening: lead,
    facts: [],
    closing: more,
  }
}

const paperOf = (said: Said, body: Body, language: Language, { now, office }: Circumstances): ConvocationPaper => {
  const today = dayOf(now, body.zone)
  return {
    body: body.name,
    title: said.title,
    date: today.toString(),
    lang: language,
    region: body.country,
    sender: [...(body.place ? [body.place] : []), ...(office.hasSender ? [office.from.address] : [])],
    place_and_date: body.place
      ? say(language, "members.receipt.place", { place: body.place, day: dayOnly(language, today) })
      : dayOnly(language, today),
    opening: said.opening,
    facts: said.facts,
    items: [],
    closing: said.closing,
    signatures: [],
  }
}
