import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { layOut } from "../../../kernel/mail/layout.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { receiptPdf } from "../../../kernel/typeset/papers.ts"
import { day, dayOnly } from "../../../kernel/words/dates.ts"
import { money } from "../../../kernel/words/numbers.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { numbered } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { type Composer, type LateAttachment, queueLetters } from "../../post/contract.ts"
import { duesReceiptSent } from "../events.ts"
import type { PayMeans } from "../tables.ts"
import { euros, findAddressee, houseLanguage, orderTo } from "./order.ts"

/** Sends the receipt of a payment, again if need be: it says what the payment is today. */
export const sendDuesReceipt = command({
  name: "dues.sendReceipt",
  input: z.object({ paymentId: z.uuid() }),
  find: ({ paymentId }, { db }) =>
    db.selectFrom("dues_payments").selectAll().where("id", "=", paymentId).forUpdate().executeTakeFirst(),
  allow: holds("dues.manage"),
  async run({ subject: payment, input: _, ...given }) {
    await sendReceipt(payment.id, given)
    return duesReceiptSent({ paymentId: payment.id, bodyId: payment.body_id, personId: payment.person_id })
  },
})

export const sendReceipt = async (paymentId: string, given: Circumstances): Promise<void> => {
  const receipt = (await findReceipt(paymentId, given.db)) ?? refuse("not_found", {}, 404)
  const person = await findAddressee(receipt.person_id, given.db)
  if (person.left_on) refuse("dues.has_left")
  const subject = say(await houseLanguage(given.db), "members.letter.receipt.subject", wordsOf(receipt))
  const content = { payment_id: paymentId }
  await queueLetters([orderTo(person, { kind: "dues-receipt", bodyId: receipt.body_id, subject, content })], given)
}

export type Receipt = {
  id: string
  body_id: string
  person_id: string
  year: number
  cents: bigint
  means: PayMeans
  paid_on: Temporal.PlainDate
  payer: string | null
  receipt_year: number
  receipt_number: number
  recorded_at: Temporal.Instant
  cancelled_at: Temporal.Instant | null
  cancel_reason: string | null
  given_name: string
  family_name: string
  language: string
  code: string
  body_name: string
  place: string | null
  zone: string
  label: string
  /** Who recorded it, and signs. */
  by: string | null
}

export const findReceipt = async (paymentId: string, db: Db): Promise<Receipt | undefined> => {
  const { rows } = await sql<Receipt>`
    select x.id, x.body_id, x.person_id, x.year, x.cents, x.means, x.paid_on, x.payer, x.receipt_year, x.receipt_number,
           x.recorded_at, x.cancelled_at, x.cancel_reason, p.given_name, p.family_name, p.language, b.code,
           b.name as body_name, b.place, b.zone, a.label, w.given_name || ' ' || w.family_name as by
      from dues_payments x
      join people p on (p.organisation_id, p.id) = (x.organisation_id, x.person_id)
      join bodies b on (b.organisation_id, b.id) = (x.organisation_id, x.body_id)
      join dues d on (d.organisation_id, d.id) = (x.organisation_id, x.due_id)
      join dues_amounts a on (a.organisation_id, a.id) = (d.organisation_id, d.amount_id)
      left join people w on (w.organisation_id, w.id) = (x.organisation_id, x.recorded_by)
     where x.id = ${paymentId}`.execute(db)
  return rows[0]
}

export const numberOf = ({
  code,
  receipt_year,
  receipt_number,
}: Pick<Receipt, "code" | "receipt_year" | "receipt_number">) => numbered(code, receipt_year, "REC", receipt_number)

const wordsOf = (receipt: Receipt) => ({
  year: String(receipt.year),
  number: numberOf(receipt),
  body: receipt.body_name,
})

export const receiptFacts = (receipt: Receipt, language: Language) => {
  const t = (key: Parameters<typeof say>[1], values = {}) => say(language, key, values)
  return [
    [t("members.receipt.from"), receipt.payer ?? `${receipt.given_name} ${receipt.family_name}`],
    ...(receipt.payer ? [[t("members.receipt.for_member"), `${receipt.given_name} ${receipt.family_name}`]] : []),
    [t("members.receipt.amount"), money(language, euros(receipt.cents))],
    [t("members.receipt.for"), t("members.receipt.dues", { year: String(receipt.year), label: receipt.label })],
    [t("members.receipt.how"), say(language, `members.means.${receipt.means}`)],
    [t("members.receipt.on"), day(language, receipt.paid_on)],
  ] as [string, string][]
}

/** The receipt on paper; one that was cancelled says so across it. */
export const receiptFile = (receipt: Receipt, language: Language): LateAttachment => {
  const number = numberOf(receipt)
  const recorded = dayOf(receipt.recorded_at, receipt.zone)
  const cancelled = receipt.cancelled_at && dayOnly(language, dayOf(receipt.cancelled_at, receipt.zone))
  return {
    filename: `${number}.pdf`,
    type: "application/pdf",
    key: `dues receipt ${receipt.id} ${language} ${receipt.cancelled_at?.toString() ?? ""}`,
    make: () =>
      receiptPdf({
        body: receipt.body_name,
        title: say(language, "members.receipt.title", wordsOf(receipt)),
        reference: number,
        date: recorded.toString(),
        lang: language,
        kind: say(language, "members.receipt.kind"),
        facts: receiptFacts(receipt, language),
        ...(cancelled
          ? {
              stamp: say(language, "members.receipt.cancelled"),
              note: say(language, "members.receipt.cancelled_on", {
                day: cancelled,
                reason: receipt.cancel_reason ?? "",
              }),
            }
          : {}),
        place_and_date: receipt.place
          ? say(language, "members.receipt.place", { place: receipt.place, day: dayOnly(language, recorded) })
          : dayOnly(language, recorded),
        signatures: [{ role: say(language, "members.receipt.signs"), name: receipt.by ?? receipt.body_name }],
      }),
  }
}

export const receiptLetter: Composer = async ({ content }, { db }) => {
  const receipt = await findReceipt(content.payment_id, db)
  if (!receipt) return null
  const language = languageOf(receipt.language)
  const words = wordsOf(receipt)
  return {
    subject: say(language, "members.letter.receipt.subject", words),
    to_name: `${receipt.given_name} ${receipt.family_name}`,
    from_name: receipt.body_name,
    attachments: [receiptFile(receipt, language)],
    ...layOut({
      lang: language,
      sender: receipt.body_name,
      parts: [
        { kind: "heading", text: say(language, "members.receipt.title", words) },
        { kind: "paragraph", text: say(language, "members.letter.hello", { name: receipt.given_name }) },
        {
          kind: "paragraph",
          text: say(
            language,
            receipt.cancelled_at ? "members.letter.receipt.cancelled" : "members.letter.receipt.lead",
          ),
        },
        { kind: "facts", facts: receiptFacts(receipt, language).map(([label, value]) => ({ label, value })) },
      ],
      footer: { text: say(language, "members.letter.footer", words) },
    }),
  }
}
