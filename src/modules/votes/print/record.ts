import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { PaperFact } from "../../../kernel/typeset/paper-head.ts"
import type { VotingRecord } from "../../../kernel/typeset/voting-papers.ts"
import { day, dayAndHour, moment } from "../../../kernel/words/dates.ts"
import { format, type Language, type Values } from "../../../kernel/words/words.ts"
import { findBodyEvenClosed, numbered } from "../../bodies/contract.ts"
import { findMeeting } from "../../meetings/contract.ts"
import { findRoll } from "../../members/contract.ts"
import type { Ballot } from "../ballot.ts"
import { codesIn } from "../links/codes-in-record.ts"
import type { Operation } from "../operation/operation.ts"
import { contestedUntil } from "../contest/contestable.ts"
import { ballotsOf } from "../seen.ts"
import { asOperation, roundsOfVote } from "./record-alone.ts"
import { inRounds } from "./in-rounds.ts"
import { namesOfVote, voteOfRecord } from "./record-vote.ts"
import { type Named, namesOf } from "./names-of.ts"

export type Words = (key: string, values?: Values) => string

/** The whole operation on paper, from the roll to the signatures: a draft until all its votes are counted. */
export const recordOf = async (
  operation: Operation,
  { keeps }: { keeps: boolean },
  given: Circumstances,
): Promise<VotingRecord> =>
  recordWith(operation, { keeps, ballots: inRounds(await ballotsOf(operation.id, given)) }, given)

/** The same of a vote outside an operation, with its rounds. */
export const recordOfVote = async (ballot: Ballot, given: Circumstances): Promise<VotingRecord> =>
  recordWith(asOperation(ballot), { keeps: true, ballots: await roundsOfVote(ballot, given), isAlone: true }, given)

const recordWith = async (
  operation: Operation,
  { keeps, ballots, isAlone = false }: { keeps: boolean; ballots: readonly Ballot[]; isAlone?: boolean },
  given: Circumstances,
): Promise<VotingRecord> => {
  const { actor, db, now } = given
  const { language } = actor
  const t: Words = (key, values) => format(language, key, values)
  const body = (await findBodyEvenClosed(operation.body_id, db))!
  const left = ballots.filter(({ closed_at }) => !closed_at).length
  const isDraft = left > 0 || ballots.length === 0
  const meeting = operation.meeting_id ? await findMeeting(operation.meeting_id, db) : undefined
  const tellers = await tellersOf(operation.id, given)
  const people = await namesOf(
    [meeting?.chair_id, meeting?.scribe_id, ...ballots.flatMap((one) => [one.drawn_by, one.opened_by, one.closed_by])],
    db,
  )
  const votes = []
  const annexes = []
  const tellsRoom = keeps || !meeting?.confidential
  const around = { ballots, operation, isAlone, tellsRoom, zone: body.zone, people, t }
  for (const ballot of ballots) {
    votes.push(await voteOfRecord(ballot, around, given))
    if (ballot.manner === "named" && ballot.closed_at) annexes.push(await namesOfVote(ballot, t, given))
  }
  return {
    body: body.name,
    title: operation.title,
    date: dayOf(now, body.zone).toString(),
    lang: language,
    kind: t(isAlone ? "votes.record.alone" : "votes.record"),
    when: meeting
      ? [
          meeting.title,
          dayAndHour(language, meeting.starts),
          // Where a confidential meeting is held is told to whoever is invited, not to all who vote.
          keeps || !meeting.confidential ? meeting.place : "",
        ]
          .filter(Boolean)
          .join(" · ")
      : "",
    ...(isDraft ? { stamp: t("votes.record.draft"), status: t("votes.record.draft.lead", { left }) } : {}),
    facts: await factsOf(operation, { ballots, tellers, isAlone, zone: body.zone, language, t }, given),
    votes,
    isAlone,
    none: t("votes.record.no_vote"),
    closing: t("votes.record.closing"),
    // Nobody opens or counts what each votes by name on their own page.
    signatures: signaturesOf(
      isAlone && ballots.every(({ manner }) => manner === "named") ? null : tellers,
      meeting,
      people,
      t,
    ),
    annexes,
  }
}

type Teller = { name: string; form: "m" | "f" | "n" }

const tellersOf = async (operationId: string, { db }: Circumstances) => {
  const { rows } = await sql<Teller>`
    select p.given_name || ' ' || p.family_name as name, p.form
      from operation_tellers t join people p on (p.organisation_id, p.id) = (t.organisation_id, t.person_id)
     where t.operation_id = ${operationId} order by p.folded collate "C", p.id`.execute(db)
  return rows
}

const factsOf = async (
  operation: Operation,
  {
    ballots,
    tellers,
    isAlone,
    zone,
    language,
    t,
  }: {
    ballots: readonly Ballot[]
    tellers: readonly Teller[]
    isAlone: boolean
    zone: string
    language: Language
    t: Words
  },
  given: Circumstances,
): Promise<PaperFact[]> => {
  const roll = operation.roll_id ? await findRoll(operation.roll_id, given.db) : undefined
  const opened = ballots.flatMap(({ opened_at }) => opened_at ?? []).toSorted(Temporal.Instant.compare)
  const closed = ballots.flatMap(({ closed_at }) => closed_at ?? []).toSorted(Temporal.Instant.compare)
  const proxies = await given.db
    .selectFrom("operation_proxies")
    .select(({ fn }) => [fn.countAll<string>().as("all"), fn.count<string>("holder_id").distinct().as("holders")])
    .where("operation_id", "=", operation.id)
    .executeTakeFirstOrThrow()
  const codes = await codesIn(operation.id, given)
  const cancelled = await given.db
    .selectFrom("ballots")
    .select(["title", "cancelled_at"])
    .where("operation_id", "=", operation.id)
    .where("cancelled_at", "is not", null)
    .where("opened_at", "is not", null)
    .orderBy("cancelled_at")
    .execute()
  const last = closed.at(-1)
  const facts: (PaperFact | false)[] = [
    // What a vote by itself says of its moments, it says once.
    !isAlone && [
      t("votes.record.when"),
      [
        opened[0] && t("votes.record.opened", { at: moment(language, opened[0], zone) }),
        last &&
          opened[0] &&
          closed.length === ballots.length &&
          t("votes.record.closed", { at: moment(language, last, zone) }),
      ]
        .filter(Boolean)
        .join(", ") || t("votes.record.not_open"),
    ],
    [t("votes.field.electorate"), await electorate(operation, roll, t, given)],
    roll
      ? [
          t("votes.record.roll"),
          t("votes.record.roll.of", {
            reference: numbered(roll.code, roll.year, "LE", roll.number),
            day: day(language, roll.on_day),
            at: moment(language, roll.frozen_at, zone),
            entitled: roll.entitled,
            others: roll.others,
          }),
        ]
      : [t("votes.record.roll"), t("votes.record.roll.none", { day: day(language, operation.on_day) })],
    !!roll && [t("votes.record.roll.hash"), roll.hash.replaceAll(/(.{8})(?=.)/g, "$1 ")],
    !isAlone && [
      t("votes.tellers"),
      tellers.length
        ? t("votes.record.tellers", {
            names: new Intl.ListFormat(language).format(tellers.map(({ name }) => name)),
            needed: operation.needed,
          })
        : t("votes.record.tellers.none"),
    ],
    !isAlone && [
      t("votes.proxies"),
      operation.proxies_each === 0
        ? t("votes.record.proxies.none")
        : t("votes.record.proxies", {
            all: Number(proxies.all),
            holders: Number(proxies.holders),
            most: operation.proxies_each,
          }),
    ],
    codes !== null && [t("votes.links"), t("votes.record.codes", codes)],
    !isAlone && [
      t("votes.record.challenge"),
      t("votes.record.challenge.days", { count: operation.challenge_days }) +
        (last && closed.length === ballots.length
          ? ` ${t("votes.record.challenge.last", { at: moment(language, contestedUntil({ closed_at: last }, operation.challenge_days)!, zone) })}`
          : ""),
    ],
    cancelled.length > 0 && [
      t("votes.record.cancelled"),
      cancelled.map(({ title, cancelled_at }) => `${title} (${moment(language, cancelled_at!, zone)})`).join(" ; "),
    ],
  ]
  return facts.filter((one) => one !== false)
}

/** Who votes, as the roll was made: "les membres à jour de cotisation, après 3 mois, à partir de 16 ans". */
const electorate = async (
  operation: Operation,
  roll: Awaited<ReturnType<typeof findRoll>>,
  t: Words,
  { db }: Circumstances,
): Promise<string> => {
  const who = roll?.rule.who ?? operation.electorate
  const names = roll?.rule.functions.length
    ? await db
        .selectFrom("functions")
        .select("name_n")
        .where("body_id", "=", operation.body_id)
        .where("key", "in", roll.rule.functions)
        .orderBy("name_n")
        .execute()
    : []
  return [
    t(`votes.electorate.${who}`) + (names.length ? ` (${names.map(({ name_n }) => name_n).join(", ")})` : ""),
    roll?.rule.waiting_months ? t("votes.record.waiting", { count: roll.rule.waiting_months }) : "",
    roll?.rule.age_years ? t("votes.record.age", { count: roll.rule.age_years }) : "",
    operation.electorate === "rulebook" ? t("votes.record.by_rulebook") : "",
  ]
    .filter(Boolean)
    .join(", ")
}

const signaturesOf = (
  tellers: readonly Teller[] | null,
  meeting: { chair_id: string | null; scribe_id: string | null } | undefined,
  people: Named,
  t: Words,
) => [
  { role: t("votes.record.chair"), name: people(meeting?.chair_id) },
  { role: t("votes.record.secretary"), name: people(meeting?.scribe_id) },
  ...(!tellers || tellers.length
    ? (tellers ?? [])
    : [
        { name: "", form: "n" as const },
        { name: "", form: "n" as const },
      ]
  ).map(({ name, form }) => ({ role: t("votes.record.teller", { form }), name })),
]
