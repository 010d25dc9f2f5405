import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { empty } from "../../../kernel/rich-text/schema.ts"
import { secondsOf } from "../../../kernel/rich-text/count.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { PaperFact } from "../../../kernel/typeset/papers.ts"
import type { TextPaper } from "../../../kernel/typeset/text-paper.ts"
import { day, dayOnly, lastingSeconds } from "../../../kernel/words/dates.ts"
import { number } from "../../../kernel/words/numbers.ts"
import { say } from "../../../words.ts"
import { isMatterSeen } from "../../matters/contract.ts"
import { isSittingSeen } from "../../sittings/contract.ts"
import { openStates } from "../flow.ts"
import { type FieldName, kindOf } from "../kinds.ts"
import { isTextSeen, type Text } from "../seen.ts"
import { paceFor } from "../speech/pace-for.ts"

type Printed = Text & {
  body_name: string
  country: string
  zone: string
  town: string | null
  author_name: string | null
  signer_name: string | null
  matter_title: string | null
  assembly: string | null
  sits_on: Temporal.PlainDate | null
  item: string | null
}

// Said under the text with a title of their own; the others stand above it as facts.
const below: readonly FieldName[] = ["grounds", "balance", "source"]
const days: readonly FieldName[] = ["embargo", "valid_until"]

/** A text as its kind is laid on paper: whose it is and for whom above, its words, its grounds, and who signs. */
export const paperOf = async (textId: string, given: Circumstances): Promise<TextPaper> => {
  const text = (await findPrinted(textId, given)) ?? refuse("not_found", {}, 404)
  const { language } = given.actor
  const form = kindOf(text.kind)
  const pace = await paceFor(text.author_id, given)
  const today = dayOf(given.now, text.zone)
  const isDraft = openStates.includes(text.state)
  const value = (name: FieldName) => {
    const said = text.fields[name]
    return said && days.includes(name) ? day(language, said) : said
  }
  const facts: (PaperFact | false | null | undefined)[] = [
    text.author_name !== null && [say(language, "texts.paper.author"), text.author_name],
    ...form.fields
      .filter((name) => !below.includes(name))
      .map((name): PaperFact | undefined => {
        const said = value(name)
        return said ? [say(language, `texts.form.${name}`), said] : undefined
      }),
    text.item !== null && [say(language, "texts.field.item"), text.item],
    text.matter_title !== null && [say(language, "texts.field.matter"), text.matter_title],
    text.their_number !== null && [say(language, "texts.field.their_number"), text.their_number],
    length(text, pace.words, language),
  ]
  return {
    body: text.body_name,
    title: text.title,
    date: (text.lodged_on ?? today).toString(),
    lang: language,
    region: text.country,
    kind: say(language, `texts.kind.${text.kind}`),
    ...(text.reference ? { reference: text.reference } : {}),
    ...(text.assembly ? { when: `${text.assembly}, ${dayOnly(language, text.sits_on!)}` } : {}),
    ...(isDraft ? { stamp: say(language, "texts.paper.draft") } : {}),
    facts: facts.filter((one) => Boolean(one)) as PaperFact[],
    text: text.doc ?? empty(),
    parts: form.fields
      .filter((name) => below.includes(name) && text.fields[name])
      .map((name) => ({ heading: say(language, `texts.form.${name}`), text: text.fields[name]! })),
    ...(form.signed ? { place_and_date: placeAndDate(text, text.lodged_on ?? today, language) } : {}),
    signatures: form.signed
      ? [
          {
            role: say(language, "texts.paper.for", { body: text.body_name }),
            name: text.signer_name ?? text.author_name ?? "",
          },
          ...(await cosignersOf(textId, given)),
        ]
      : [],
  }
}

const cosignersOf = async (textId: string, { db, actor }: Circumstances) => {
  const rows = await db
    .selectFrom("text_cosignatures")
    .select(["name", "quality"])
    .where("text_id", "=", textId)
    .where("state", "=", "signed")
    .orderBy("answered_at")
    .execute()
  return rows.map(({ name, quality }) => ({ role: quality ?? say(actor.language, "texts.cosign.with_us"), name }))
}

const placeAndDate = ({ town }: Printed, on: Temporal.PlainDate, language: "fr" | "en") =>
  town ? say(language, "texts.paper.done_at", { town, day: dayOnly(language, on) }) : dayOnly(language, on)

// What is said aloud has its time on it, what is printed by others its signs.
const length = (text: Printed, pace: number, language: "fr" | "en"): PaperFact | undefined => {
  const { path } = kindOf(text.kind)
  if (text.limit_signs !== null)
    return [
      say(language, "texts.paper.length"),
      say(language, "texts.paper.signs", {
        signs: number(language, text.signs),
        limit: number(language, text.limit_signs),
      }),
    ]
  if (path !== "question" && path !== "spoken") return undefined
  const lasts = lastingSeconds(language, secondsOf(text.words, pace))
  return [say(language, "texts.paper.length"), say(language, "texts.spoken", { time: lasts })]
}

const findPrinted = async (textId: string, { actor, db, now }: Circumstances): Promise<Printed | undefined> => {
  const [me, today] = [actor.personId!, dayOf(now)]
  const { rows } = await sql<Printed>`
    select w.*, b.name as body_name, b.country, b.zone, b.town, a.given_name || ' ' || a.family_name as author_name,
           g.given_name || ' ' || g.family_name as signer_name, x.title as matter_title, s.assembly, s.sits_on, s.item
      from texts w
      join bodies b on (b.organisation_id, b.id) = (w.organisation_id, w.body_id)
      left join people a on (a.organisation_id, a.id) = (w.organisation_id, w.author_id)
      left join people g on (g.organisation_id, g.id) = (w.organisation_id, w.signed_by)
      left join lateral (select x.title from matters x
                          where (x.organisation_id, x.id) = (w.organisation_id, w.matter_id) and ${isMatterSeen(me, today)}) x on true
      left join lateral (
        select c.name as assembly, s.starts::date as sits_on, concat_ws(' · ', i.number, i.title) as item
          from sitting_items i
          join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
          join assemblies c on (c.organisation_id, c.id) = (s.organisation_id, s.assembly_id)
         where (i.organisation_id, i.id) = (w.organisation_id, w.sitting_item_id) and ${isSittingSeen(me, today)}) s on true
     where w.id = ${textId} and ${isTextSeen(me, today)}`.execute(db)
  return rows[0]
}
