import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { SigningList } from "../../../kernel/typeset/voting-papers.ts"
import { day, moment } from "../../../kernel/words/dates.ts"
import { format, type Values } from "../../../kernel/words/words.ts"
import { findBodyEvenClosed, numbered } from "../../bodies/contract.ts"
import { computeRoll, findRoll, votersOfRoll } from "../../members/contract.ts"
import type { Ballot } from "../ballot.ts"
import { rollRuleFor } from "../operation/roll.ts"
import { roundOf } from "./ballot-papers.ts"

/** What has a roll: an operation, or a vote that stands alone. */
type Rolled = Pick<Ballot, "body_id" | "title" | "electorate" | "functions" | "on_day" | "roll_id" | "operation_id">

const MOST = 10_000

/** The list that voters sign, one box for each vote that goes into an urn; before the roll is frozen, as it would be now. */
export const signingListOf = async (
  it: Rolled,
  ballots: readonly Ballot[],
  given: Circumstances,
): Promise<SigningList> => {
  const { actor, db, now } = given
  const { language } = actor
  const t = (key: string, values?: Values) => format(language, key, values)
  const body = (await findBodyEvenClosed(it.body_id, db))!
  const roll = it.roll_id ? await findRoll(it.roll_id, db) : undefined
  const voters = await votersOf(it, body, given)
  if (voters.length > MOST) refuse("votes.too_many_to_print", { most: MOST })
  const proxies = await holdersOf(it.operation_id, given)
  const signed = ballots.filter(({ manner }) => manner === "secret" || manner === "paper")
  const votes = await Promise.all(
    signed.map(async (ballot, at) => {
      const how = await signaturesOf(ballot.id, given)
      return {
        letter: String.fromCodePoint(65 + (at % 26)).repeat(1 + Math.floor(at / 26)),
        title: [ballot.title, roundOf(ballot, language)].filter(Boolean).join(", "),
        signed: new Map(
          voters.flatMap(({ person_id }, place) => {
            const mark = how.get(person_id)
            return mark ? [[place, t(`votes.print.signed.${mark}`)] as const] : []
          }),
        ),
      }
    }),
  )
  return {
    body: body.name,
    title: it.title,
    ...(roll ? { reference: numbered(roll.code, roll.year, "LE", roll.number) } : {}),
    date: dayOf(now, body.zone).toString(),
    lang: language,
    kind: t("votes.list_of_voters"),
    when: t("votes.print.list.on", { day: day(language, it.on_day) }),
    ...(roll
      ? {}
      : {
          stamp: t("votes.record.draft"),
          status: t("votes.print.list.not_frozen", { at: moment(language, now, body.zone) }),
        }),
    facts: [
      [t("votes.entitled"), t("votes.print.list.count", { count: voters.length })],
      [t("votes.print.list.printed"), moment(language, now, body.zone)],
    ],
    words: { number: t("votes.print.list.number"), name: t("votes.record.name"), proxy: t("votes.print.list.proxy") },
    people: voters.map(({ person_id, name }) => ({
      name: name || t("votes.erased"),
      proxy: proxies.get(person_id) ?? "",
    })),
    votes: votes.length ? votes : [{ letter: "", title: t("votes.print.list.signature"), signed: new Map() }],
    closing: [t("votes.print.list.closing"), roll && t("members.roll.fingerprint", { hash: roll.hash })]
      .filter(Boolean)
      .join("\n"),
    signatures: [
      { role: t("votes.record.chair"), name: "" },
      { role: t("votes.record.teller", { form: "n" }), name: "" },
    ],
  }
}

const votersOf = async (it: Rolled, body: Parameters<typeof rollRuleFor>[1], given: Circumstances) => {
  if (it.roll_id) return (await votersOfRoll(it.roll_id, { limit: MOST + 1, after: 0 }, given.db)).rows
  const lines = await computeRoll(it.body_id, await rollRuleFor(it, body, given), it.on_day, given.db)
  return lines.filter(({ entitled }) => entitled)
}

/** By whose hand somebody votes. */
const holdersOf = async (operationId: string | null, { db }: Circumstances): Promise<Map<string, string>> => {
  const { rows } = await sql<{ giver_id: string; holder: string }>`
    select x.giver_id, h.given_name || ' ' || h.family_name as holder
      from operation_proxies x join people h on (h.organisation_id, h.id) = (x.organisation_id, x.holder_id)
     where x.operation_id = ${operationId}`.execute(db)
  return new Map(rows.map(({ giver_id, holder }) => [giver_id, holder]))
}

const signaturesOf = async (ballotId: string, { db }: Circumstances) => {
  const rows = await db
    .selectFrom("ballot_signatures")
    .select(["person_id", "how"])
    .where("ballot_id", "=", ballotId)
    .execute()
  return new Map(rows.map(({ person_id, how }) => [person_id, how]))
}
