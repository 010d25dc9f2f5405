import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { DesignationPaper } from "../../../kernel/typeset/designation-paper.ts"
import type { PaperFact } from "../../../kernel/typeset/paper-head.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { say } from "../../../words.ts"
import { type Designation, seatsOf } from "../designation.ts"
import { shownShare } from "../keys/in-words.ts"
import { type Listed, peopleOf } from "../people/store.ts"
import { decidedBy } from "../read-designation.ts"

type Words = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => string

/**
 * What one carries into the hemicycle, or sends to the institution. By which component somebody is put forward is nobody’s business
 * there, and is not on it.
 */
export const paperOf = async (designation: Designation, given: Circumstances): Promise<DesignationPaper> => {
  const { actor, now } = given
  const { language } = actor
  const t: Words = (key, values) => say(language, key, values)
  const { country, institution, institution_kind: kind, role, groups_key, seats, since, until, zone } = designation
  const people = await peopleOf(designation.id, given)
  const { groups } = seatsOf(designation)
  const share = groups && shownShare(groups_key!, groups, seats, { country, kind, role }, language)
  const today = dayOf(now, zone)
  // Under the title already, unless somebody left or follows.
  const isOfOneSpan = people.every((one) => !one.office_id || (same(one.since, since) && same(one.until, until)))
  return {
    body: designation.body_name,
    title: t("designations.of", { institution }),
    date: today.toString(),
    lang: language,
    region: country,
    kind: t("designations.paper.kind"),
    when: [
      designation.title ?? t(`offices.role.${designation.role}`, { form: "n", country }),
      t("designations.span", {
        since: dayOnly(language, since),
        until: until ? dayOnly(language, until) : "",
        open: String(!until),
      }),
    ].join(" · "),
    ...(designation.designated_at ? {} : { stamp: t("designations.paper.draft") }),
    facts: await factsOf(designation, share?.sentence ?? null, t, given),
    people: {
      title: t(designation.designated_at ? "designations.people.done" : "designations.people"),
      columns: [
        { title: t("designations.column.place"), width: null, align: "right" },
        { title: t("designations.column.person"), width: 3 },
        { title: t("designations.column.as"), width: 2 },
        ...(isOfOneSpan ? [] : [{ title: t("designations.column.days"), width: 3 }]),
      ],
      rows: people.map((one, at) => rowOf(one, at, designation, t, given).slice(0, isOfOneSpan ? 3 : 4)),
      none: t("designations.people.none"),
    },
    groups: share
      ? [
          {
            heading: t("designations.groups"),
            intro: [share.method, groups_key!.basis ?? ""].filter(Boolean).join(" · "),
            tables: share.stages.map(({ title, columns, rows, notes }) => ({
              ...(title ? { title } : {}),
              columns: columns.map((one, at) => ({ title: one, width: at === 0 && columns.length === 3 ? null : 2 })),
              rows,
              notes,
            })),
            notes: share.rules,
          },
        ]
      : [],
    place_and_date: t("designations.paper.made", { day: dayOnly(language, today) }),
    signatures: [{ role: t("designations.paper.signed", { body: designation.body_name }), name: await signer(given) }],
  }
}

const same = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null) => String(one) === String(other)

const factsOf = async (
  designation: Designation,
  sentence: string | null,
  t: Words,
  given: Circumstances,
): Promise<PaperFact[]> => {
  const { sent_by_name, basis, given_seats, given_reason } = designation
  const { ours } = seatsOf(designation)
  const facts: (PaperFact | false)[] = [
    !!sent_by_name && [t("designations.field.origin"), sent_by_name],
    !!basis && [t("designations.basis"), basis],
    ours !== null && [
      t("designations.ours"),
      [t("designations.seats.count", { count: ours }), sentence ?? (given_seats === null ? "" : (given_reason ?? ""))]
        .filter(Boolean)
        .join(" · "),
    ],
    [t("designations.decided"), await decidedWords(designation, t, given)],
  ]
  return facts.filter((one) => one !== false)
}

const decidedWords = async (designation: Designation, t: Words, given: Circumstances): Promise<string> => {
  const decided = await decidedBy(designation, given)
  if (!decided) return t("designations.decided.not_yet")
  const { decision, ballot, told_by, told_on } = decided
  if (decision) return t("designations.decided.decision", { reference: decision.reference, title: decision.title })
  if (ballot) return t("designations.decided.ballot", { title: ballot.title })
  return told_by && told_on
    ? t("designations.decided.told", { by: told_by, on: dayOnly(given.actor.language, told_on) })
    : t(`designations.decided.how.${decided.how}`)
}

const rowOf = (one: Listed, at: number, designation: Designation, t: Words, { actor }: Circumstances): string[] => {
  const { role, title, country } = designation
  const { form, seat } = one
  const name = one.name || t("designations.people.erased")
  const [since, until] = [one.since ?? designation.since, one.since ? one.until : designation.until]
  return [
    String(at + 1),
    one.follows ? t("designations.follows.of", { name, leaver: one.follows }) : name,
    seat === "full" ? (title ?? t(`offices.role.${role}`, { form, country })) : t("offices.role.substitute", { form }),
    t("designations.span", {
      since: dayOnly(actor.language, since),
      until: until ? dayOnly(actor.language, until) : "",
      open: String(!until),
    }),
  ]
}

const signer = async ({ actor, db }: Circumstances): Promise<string> => {
  const { rows } = await sql<{ name: string }>`
    select trim(given_name || ' ' || family_name) as name from people where id = ${actor.personId}`.execute(db)
  return rows[0]?.name ?? ""
}
