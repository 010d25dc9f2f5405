import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { empty, type RichText } from "../../../kernel/rich-text/schema.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { LettersPaper, OneLetter } from "../../../kernel/typeset/letter-paper.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { isTextSeen } from "../../texts/contract.ts"
import { type Letterhead, letterheadOf, windowSide } from "../letterhead/letterhead-of.ts"
import type { Said } from "../tables.ts"

export type Printed = {
  id: string
  body_id: string
  title: string
  reference: string | null
  confidential: boolean
  state: string
  doc: RichText | null
  said: Said
  signature: string | null
  signed_at: Temporal.Instant | null
  author_id: string | null
  signed_by: string | null
  author_name: string | null
  author_function: string | null
  signer_name: string | null
  signer_function: string | null
  enclosed: string[]
}

export type House = {
  name: string
  country: string
  zone: string
  town: string | null
  language: Language
  head: Letterhead
}

/** What every letter of a body bears. */
export const houseOf = async (bodyId: string, given: Circumstances): Promise<House> => {
  const { rows } = await sql<Omit<House, "head" | "language"> & { language: string }>`
    select b.name, b.country, b.zone, b.town, o.language from bodies b join organisations o on o.id = b.organisation_id
     where b.id = ${bodyId}`.execute(given.db)
  const { language, ...body } = rows[0]!
  return { ...body, language: languageOf(language), head: await letterheadOf(bodyId, given) }
}

/** Letters that the actor sees, as they are printed; the system prints those it was told to. */
export const findPrinted = async (
  textIds: readonly string[],
  { actor, db, now }: Circumstances,
): Promise<Printed[]> => {
  const today = dayOf(now)
  const { rows } = await sql<Printed>`
    select w.id, w.body_id, w.title, w.reference, w.confidential, w.state, w.doc, l.said, l.signature, w.signed_at, w.author_id, w.signed_by,
           a.given_name || ' ' || a.family_name as author_name, ${functionOf("a")} as author_function,
           g.given_name || ' ' || g.family_name as signer_name, ${functionOf("g")} as signer_function,
           coalesce((select array_agg(f.name order by k.place) from letter_papers k
                       join files f on (f.organisation_id, f.id) = (k.organisation_id, k.file_id)
                      where (k.organisation_id, k.text_id) = (w.organisation_id, w.id)), '{}') as enclosed
      from texts w
      join letters l on (l.organisation_id, l.text_id) = (w.organisation_id, w.id)
      left join people a on (a.organisation_id, a.id) = (w.organisation_id, w.author_id)
      left join people g on (g.organisation_id, g.id) = (w.organisation_id, w.signed_by)
     where w.id = any(${[...textIds]}::uuid[]) and ${actor.personId ? isTextSeen(actor.personId, today) : sql`true`}
     order by w.reference nulls last, w.id`.execute(db)
  return rows
}

/** SQL: what somebody is in the body of the text on the day it was signed, the one that may validate first. */
const functionOf = (who: "a" | "g") => sql<string | null>`(
  select case ${sql.ref(`${who}.form`)} when 'm' then f.name_m when 'f' then f.name_f else f.name_n end
    from mandates m join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
   where (m.organisation_id, m.person_id) = (w.organisation_id, ${sql.ref(`${who}.id`)}) and m.body_id = w.body_id
     and m.since <= coalesce((w.signed_at at time zone 'Europe/Brussels')::date, current_date)
     and (m.until is null or m.until >= coalesce((w.signed_at at time zone 'Europe/Brussels')::date, current_date))
   order by 'texts.validate' = any(f.capabilities) desc, m.since, f.key limit 1)`

/** Several letters of one body as one paper. */
export const paperOf = (letters: readonly OneLetter[], house: House, now: Temporal.Instant): LettersPaper => ({
  body: house.name,
  title: letters[0]!.subject,
  ...(letters.length === 1 && letters[0]!.reference ? { reference: letters[0]!.reference } : {}),
  date: dayOf(now, house.zone).toString(),
  lang: house.language,
  region: house.country,
  sender: house.head.lines,
  ...(house.head.foot ? { foot: house.head.foot } : {}),
  side: windowSide(house.head),
  letters: [...letters],
})

/** One letter as it is laid on paper. */
export const oneLetter = (letter: Printed, house: House, now: Temporal.Instant): OneLetter => {
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(house.language, key, values)
  const { said } = letter
  const day = dayOnly(house.language, dayOf(letter.signed_at ?? now, house.zone))
  const town = house.head.town ?? house.town
  return {
    subject: letter.title,
    ...(letter.reference ? { reference: letter.reference } : {}),
    address: said.lines,
    place_and_date: town ? t("letters.paper.place", { town, day }) : day,
    references: [
      [t("letters.paper.ours"), letter.reference ?? t("letters.paper.draft")],
      ...theirs(said, house, t),
    ] as [string, string][],
    called: said.called,
    text: letter.doc ?? empty(),
    closing: said.closing,
    ...signed(letter, t),
    ...(letter.signature ? { picture: Buffer.from(letter.signature, "base64") } : {}),
    enclosed: letter.enclosed,
  }
}

const theirs = (
  { their_reference, their_day }: Said,
  { language }: House,
  t: (key: "letters.paper.theirs" | "letters.paper.their_letter", values?: { day: string }) => string,
): [string, string][] => {
  const of = their_day ? t("letters.paper.their_letter", { day: dayOnly(language, their_day) }) : ""
  const all = [their_reference, of].filter(Boolean).join(", ")
  return all ? [[t("letters.paper.theirs"), all]] : []
}

/** Who signs, and for whom: somebody else than its author signs by order. */
const signed = (
  { author_id, signed_by, author_name, author_function, signer_name, signer_function }: Printed,
  t: (key: "letters.paper.by_order", values: { who: string }) => string,
): Pick<OneLetter, "sign" | "signed_by"> => {
  if (signed_by && author_id && signed_by !== author_id)
    return {
      sign: [
        t("letters.paper.by_order", { who: [author_name, author_function].filter(Boolean).join(", ") }),
        ...(signer_function ? [signer_function] : []),
      ],
      signed_by: signer_name ?? "",
    }
  const role = signed_by ? signer_function : author_function
  return { sign: role ? [role] : [], signed_by: (signed_by ? signer_name : author_name) ?? "" }
}

/** One letter of one body, ready to be made. */
export const paperOfOne = async (textId: string, given: Circumstances): Promise<LettersPaper & { name: string }> => {
  const [letter] = await findPrinted([textId], given)
  if (!letter) return refuse("not_found", {}, 404)
  const house = await houseOf(letter.body_id, given)
  return { ...paperOf([oneLetter(letter, house, given.now)], house, given.now), name: letter.reference ?? "projet" }
}
