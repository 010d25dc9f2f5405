import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { LettersPaper, OneLetter } from "../../../kernel/typeset/letter-paper.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { say } from "../../../words.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import type { Capability } from "../../mandates/contract.ts"
import { writtenIn } from "../../meetings/contract.ts"
import { addressLines } from "../../people/contract.ts"
import type { Ballot } from "../ballot.ts"
import { electedOf } from "./elected.ts"
import { houseLanguage } from "./house-language.ts"
import { othersToTell } from "./others.ts"
import { unreached } from "./tell.ts"

type Kind = "vote-elected" | "vote-not-elected"
type Proclamation = { letter: string; others_letter: string | null; decision_id: string; signed_by: string }

/** Whom a proclamation was to tell and no mail reaches: who was elected, and who was not where they were written to. */
export const withoutMail = async (
  ballot: Ballot,
  given: Circumstances,
): Promise<{ person_id: string; kind: Kind }[]> => {
  const found = await proclamationOf(ballot, given)
  if (!found) return []
  const elected = electedOf(ballot).flatMap(({ person_id }) =>
    person_id ? [{ person_id, kind: "vote-elected" as const }] : [],
  )
  const others = found.others_letter ? await othersToTell(ballot, given) : []
  const all = [...elected, ...others.map(({ person_id }) => ({ person_id, kind: "vote-not-elected" as const }))]
  const left = await unreached(
    all.map(({ person_id }) => person_id),
    given,
  )
  return all.filter(({ person_id }) => left.includes(person_id))
}

/** Their letters, for window envelopes: the words of the mail that the others had. Null where there is nobody. */
export const lettersOnPaper = async (ballot: Ballot, given: Circumstances): Promise<LettersPaper | null> => {
  const people = await withoutMail(ballot, given)
  const found = await proclamationOf(ballot, given)
  if (people.length === 0 || !found) return null
  const language = await houseLanguage(given)
  const body = (await findBodyEvenClosed(ballot.body_id, given.db))!
  const today = dayOf(given.now, body.zone)
  const told = await toldOf(ballot, found.decision_id, people, given)
  const letters = people.flatMap(({ person_id, kind }): OneLetter[] => {
    const one = told.find(({ id }) => id === person_id)
    if (!one) return []
    const subject = say(language, `votes.letter.${kind}.subject`, { title: ballot.title })
    const written = kind === "vote-elected" ? found.letter : found.others_letter!
    const mandate =
      kind === "vote-elected" && one.since
        ? [
            `${say(language, "votes.letter.function")}\u00a0: ${one.function_name}`,
            `${say(language, "votes.letter.since")}\u00a0: ${dayOnly(language, one.since)}`,
            ...(one.until ? [`${say(language, "votes.letter.until")}\u00a0: ${dayOnly(language, one.until)}`] : []),
            ...(one.capabilities.length > 0 ? ["", say(language, "votes.letter.may")] : []),
            ...one.capabilities.map((what) => `– ${say(language, `capability.${what}`)}`),
          ].join("\n")
        : null
    return [
      {
        subject,
        address: [`${one.given_name} ${one.family_name}`, ...addressLines(one)],
        place_and_date: writtenIn(body, today, language),
        references: [],
        called: say(language, "votes.letter.paper.hello", { name: one.given_name }),
        text: [written, mandate].filter(Boolean).join("\n\n"),
        closing: "",
        sign: [body.name],
        signed_by: found.signed_by,
        enclosed: [],
      },
    ]
  })
  const title = say(language, "votes.letter.paper.title", { title: ballot.title })
  return {
    body: body.name,
    title,
    date: today.toString(),
    lang: language,
    region: body.country,
    sender: [],
    side: "right",
    letters,
  }
}

const proclamationOf = async ({ id }: Ballot, { db }: Pick<Circumstances, "db">) => {
  const { rows } = await sql<Proclamation>`
    select o.letter, o.others_letter, o.decision_id, coalesce(p.given_name || ' ' || p.family_name, '') as signed_by
      from ballot_proclamations o
      left join people p on (p.organisation_id, p.id) = (o.organisation_id, o.proclaimed_by)
     where o.ballot_id = ${id}`.execute(db)
  return rows[0]
}

type Told = {
  id: string
  given_name: string
  family_name: string
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  function_name: string
  capabilities: Capability[]
  since: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
}

const toldOf = async (
  { function_id }: Ballot,
  decisionId: string,
  people: readonly { person_id: string }[],
  { db }: Circumstances,
): Promise<Told[]> => {
  const { rows } = await sql<Told>`
    select p.id, p.given_name, p.family_name, p.street, p.postcode, p.town, p.country, m.since, m.until, f.capabilities,
           case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end as function_name
      from people p
      join functions f on f.organisation_id = p.organisation_id and f.id = ${function_id}
      left join mandates m on (m.organisation_id, m.person_id) = (p.organisation_id, p.id) and m.origin_id = ${decisionId}
           and (m.until is null or m.until >= m.since)
     where p.id = any(${people.map(({ person_id }) => person_id)}::uuid[])`.execute(db)
  return rows
}
