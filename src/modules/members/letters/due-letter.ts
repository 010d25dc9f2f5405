import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Db } from "../../../kernel/db.ts"
import { writtenCommunication, writtenIban } from "../../../kernel/law/structured-communication.ts"
import { layOut, type Part } from "../../../kernel/mail/layout.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { money } from "../../../kernel/words/numbers.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { stopLink } from "../../people/contract.ts"
import type { Composed, Composer } from "../../post/contract.ts"
import { euros } from "./order.ts"

/** The call of a year, the first reminder, the second. */
export type Step = 1 | 2 | 3

/** What the letter of one due is written from, as things stand when it leaves. */
export type ToldDue = {
  id: string
  person_id: string
  body_id: string
  year: number
  cents: bigint | null
  paid: bigint
  communication: string
  is_covered: boolean
  dues_until: Temporal.PlainDate | null
  given_name: string
  family_name: string
  form: "m" | "f" | "n"
  language: string
  body_name: string
  country: string
  place: string | null
  iban: string | null
  holder: string | null
  how: string | null
  /** The amounts one may choose, where the due is free or the scale is by income. */
  scale: { label: string; note: string | null; cents: string | null }[]
}

export const toldDue = async (dueId: string, db: Db): Promise<ToldDue | undefined> => {
  const { rows } = await sql<ToldDue>`
    select d.id, d.person_id, d.body_id, d.year, d.cents, d.communication, d.covered_at is not null as is_covered,
           coalesce((select sum(x.cents)::int8 from dues_payments x
                      where (x.organisation_id, x.due_id) = (d.organisation_id, d.id) and x.cancelled_at is null), 0) as paid,
           (select max(m.dues_until) from memberships m
             where (m.organisation_id, m.person_id, m.body_id) = (d.organisation_id, d.person_id, d.body_id)) as dues_until,
           p.given_name, p.family_name, p.form, p.language, b.name as body_name, b.country, b.place,
           k.iban, k.holder, k.how,
           coalesce((select jsonb_agg(jsonb_build_object('label', a.label, 'note', a.note, 'cents', a.cents::text) order by a.place)
              from dues_amounts a
             where (a.organisation_id, a.body_id, a.year) = (d.organisation_id, d.body_id, d.year) and a.ended_at is null), '[]') as scale
      from dues d
      join people p on (p.organisation_id, p.id) = (d.organisation_id, d.person_id)
      join bodies b on (b.organisation_id, b.id) = (d.organisation_id, d.body_id)
      left join dues_accounts k on (k.organisation_id, k.body_id) = (d.organisation_id, d.body_id)
     where d.id = ${dueId}`.execute(db)
  return rows[0]
}

export const duesSubject = (language: Language, step: number, told: { year: number; body_name: string }): string =>
  say(language, step === 1 ? "members.letter.call.subject" : "members.letter.reminder.subject", {
    year: String(told.year),
    body: told.body_name,
  })

/** The sentences and the facts of a call or a reminder: the same by e-mail and on paper. */
export const duesWords = (told: ToldDue, step: Step, language: Language, on: Temporal.PlainDate) => {
  const t = (key: Parameters<typeof say>[1], values = {}) => say(language, key, values)
  const words = { year: String(told.year), body: told.body_name, form: told.form }
  const left = told.cents === null ? null : told.cents - told.paid
  const others = told.scale.filter(({ cents }) => cents !== String(told.cents))
  return {
    hello: t("members.letter.hello", { name: told.given_name }),
    opening: t(`members.letter.step_${step}`, words),
    until: told.dues_until
      ? t(
          Temporal.PlainDate.compare(told.dues_until, on) < 0 ? "members.letter.was_paid" : "members.letter.paid_until",
          {
            day: dayOnly(language, told.dues_until),
          },
        )
      : t("members.letter.never_paid"),
    facts: [
      [
        t("members.letter.amount"),
        left === null ? t("members.letter.free") : money(language, euros(left > 0n ? left : 0n)),
      ],
      ...(told.paid > 0n ? [[t("members.letter.already"), money(language, euros(told.paid))]] : []),
      ...(told.iban
        ? [[t("members.letter.account"), [writtenIban(told.iban), told.holder].filter(Boolean).join(", ")]]
        : []),
      [t("members.letter.communication"), writtenCommunication(told.communication)],
      ...(told.how ? [[t("members.letter.how"), told.how]] : []),
    ] as [string, string][],
    scale:
      others.length && told.paid === 0n
        ? [
            t("members.letter.scale"),
            ...others.map(({ label, note, cents }) =>
              [label, cents !== null && money(language, euros(BigInt(cents))), note && `(${note})`]
                .filter(Boolean)
                .join(" "),
            ),
          ]
        : [],
    closing: t("members.letter.closing", words),
  }
}

/** The letter of a call or a reminder. Nothing to say to who has paid in the meantime. */
export const duesLetter: Composer = async (
  { content, person_id },
  { db, actor, ...given },
): Promise<Composed | null> => {
  const told = await toldDue(content.due_id, db)
  if (!told || told.is_covered || told.person_id !== person_id) return null
  const language = languageOf(told.language)
  const said = duesWords(told, content.step, language, dayOf(given.now))
  const [scale, ...amounts] = said.scale
  const stop =
    content.step > 1 && stopLink(given, { organisation: actor.organisation, personId: told.person_id, kind: "dues" })
  const parts: Part[] = [
    { kind: "heading", text: duesSubject(language, content.step, told) },
    { kind: "paragraph", text: said.hello },
    { kind: "paragraph", text: `${said.opening} ${said.until}` },
    { kind: "facts", facts: said.facts.map(([label, value]) => ({ label, value })) },
    ...(scale
      ? [
          { kind: "paragraph" as const, text: scale },
          { kind: "list" as const, items: amounts },
        ]
      : []),
    { kind: "note", text: said.closing },
  ]
  return {
    subject: duesSubject(language, content.step, told),
    to_name: `${told.given_name} ${told.family_name}`,
    from_name: told.body_name,
    ...(stop && { unsubscribe: { url: stop, one_click: true } }),
    ...layOut({
      lang: language,
      sender: told.body_name,
      parts,
      footer: {
        text: say(language, "members.letter.footer", { body: told.body_name }),
        ...(stop ? { links: [{ label: say(language, "people.letters.foot"), href: stop }] } : {}),
      },
    }),
  }
}
