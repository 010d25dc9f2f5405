import { countedBy } from "../../../kernel/counting/counted-by.ts"
import { ranksInWords } from "../../../kernel/counting/ranks-in-words.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { spoken } from "../../../kernel/sealed-ballots/urn.ts"
import type { PaperFact } from "../../../kernel/typeset/paper-head.ts"
import type { VoteOfRecord } from "../../../kernel/typeset/voting-papers.ts"
import { moment } from "../../../kernel/words/dates.ts"
import { number } from "../../../kernel/words/numbers.ts"
import type { Language } from "../../../kernel/words/words.ts"
import type { Ballot } from "../ballot.ts"
import { hasUrn } from "../ballot.ts"
import type { Choice } from "../choice.ts"
import { ruleOfMajority } from "../open.ts"
import { roomOnPaper } from "../meeting-room.ts"
import type { Operation } from "../operation/operation.ts"
import { foundOf } from "../found.ts"
import { ballotsOf } from "../outcome.ts"
import { listOf, outcomeInWords } from "../outcome-in-words.ts"
import { contestedUntil } from "../contest/contestable.ts"
import { urnOfBallot } from "../secret/lay-urn.ts"
import { whoVotedWhat } from "../who-voted.ts"
import { roundOf } from "./ballot-papers.ts"
import { type Handled, handledOf } from "./handled.ts"
import type { Named } from "./names-of.ts"
import type { Words } from "./record.ts"

type Around = {
  ballots: readonly Ballot[]
  operation: Operation
  isAlone: boolean
  /** Of a confidential meeting only those who hold the vote read who was there. */
  tellsRoom: boolean
  zone: string
  people: Named
  t: Words
}

/** One vote of the record, or one round of it: what was asked, by which rule, what was found, and what came out. */
export const voteOfRecord = async (ballot: Ballot, around: Around, given: Circumstances): Promise<VoteOfRecord> => {
  const { t } = around
  const { language } = given.actor
  const outcome = ballot.result && outcomeInWords(ballot, ballot.result, language)
  const handled = await handledOf(ballot, given)
  const laid = ballot.manner === "secret" ? await urnOfBallot(ballot.id, given) : undefined
  const signed = handled.screen + handled.paper
  const differs = ballot.manner === "secret" && outcome !== null && signed !== outcome.voters
  const isWhole = hasUrn(ballot) && (ballot.manner !== "secret" || laid !== undefined)
  const round = roundOf(ballot, language)
  return {
    // By itself, its title is that of the paper.
    title: around.isAlone ? (around.ballots.length > 1 ? round : "") : ballot.title,
    round: around.isAlone ? "" : round,
    question: ballot.question,
    facts: [
      ...(await factsOf(ballot, around, given)),
      // On a line of its own: read aloud, it is not cut.
      ...(laid ? [[t("votes.record.code"), await spoken(laid.urn)] as PaperFact] : []),
    ],
    figures: outcome ? figuresOf(ballot, outcome, handled, around, given) : [],
    voices: {
      columns: [
        t(`votes.record.one.${ballot.kind}`),
        t(ballot.method === "majority_judgment" ? "votes.record.median" : "votes.record.voices"),
        ballot.kind === "lists" ? t("votes.record.seats") : "",
      ],
      rows: outcome
        ? await voicesOf(ballot, outcome, { ...around, isGone: ballot.manner === "secret" && !laid }, given)
        : [],
    },
    ...(outcome ? { result: { word: t("votes.result"), sentence: outcome.sentence } } : {}),
    steps: { word: t("votes.how_counted"), list: stepsOf(ballot, outcome) },
    notes: notesOf(ballot, {
      ...around,
      handled,
      gone: ballot.manner === "secret" && !laid,
      outcome,
      differs,
      language,
    }),
    explain: differs ? t("votes.record.differ", { signed, voters: outcome.voters }) : "",
    ...(isWhole
      ? {
          recount: {
            lead: t("votes.record.recount"),
            address: `${given.origin}/votes/${ballot.id}`,
            command: countedBy(ballot),
          },
        }
      : {}),
  }
}

/** Of a motion that one round adopts the result says all: nobody stood, and nobody is elected. */
const stepsOf = ({ kind, method }: Ballot, outcome: Outcome | null): string[] =>
  !outcome || (kind === "motions" && method === "plurality" && outcome.trace.length < 2)
    ? []
    : outcome.trace.map((steps) => steps.join(" "))

/** Who voted what by name, in the order of the names. */
export const namesOfVote = async (ballot: Ballot, t: Words, given: Circumstances) => {
  const { rows } = await whoVotedWhat(ballot.id, { limit: 100_000, after: 0 }, given)
  return {
    title: [t("votes.who_what"), ballot.title, roundOf(ballot, given.actor.language)].filter(Boolean).join(", "),
    columns: [t("votes.record.name"), t("votes.record.vote")],
    rows: rows.map(({ name, choice }) => [name.trim() || t("votes.erased"), choiceInWords(ballot, choice, t)]),
  }
}

const choiceInWords = (ballot: Ballot, choice: Choice, t: Words): string => {
  if ("answer" in choice) return t(`votes.answer.${choice.answer}`)
  if (choice.ranks.length === 0) return t("votes.answer.blank")
  if (ballot.kind === "lists") return listOf(ballot.candidates[choice.ranks[0]![0]!]!).name
  if (ballot.method !== "majority_judgment") return ranksInWords(ballot, choice.ranks)
  return choice.ranks
    .flatMap((rank, grade) =>
      rank.map((at) => t("votes.grade.of", { name: ballot.candidates[at]!, grade: t(`votes.grade.${grade}`) })),
    )
    .join(", ")
}

type Outcome = ReturnType<typeof outcomeInWords>

const factsOf = async (ballot: Ballot, around: Around, given: Circumstances): Promise<PaperFact[]> => {
  const { zone, people, operation, t } = around
  const { language } = given.actor
  const rule = await ruleOfMajority(ballot, given)
  const at = (instant: Temporal.Instant | null) => (instant ? moment(language, instant, zone) : "")
  const how =
    ballot.kind === "yes_no"
      ? rule
        ? valueInWords(language, { unit: "majority", value: rule })
        : t("votes.method.majority")
      : // Between motions no seat is given: the rest of the words is of people.
        ballot.kind === "motions" && ballot.method === "plurality"
        ? t("votes.record.motions")
        : `${t(`votes.method.${ballot.method}`)}. ${t(`votes.method.${ballot.method}.hint`)}`
  const withdrew = withdrawnBefore(ballot, around)
  const room = around.tellsRoom ? roomOnPaper(ballot.meeting_room, language) : ""
  const facts: (PaperFact | false)[] = [
    [t("votes.field.manner"), t(`votes.manner.${ballot.manner}`)],
    [t("votes.field.method"), how],
    ballot.rounds > 1 && [
      t("votes.field.rounds"),
      `${t(`votes.rounds.${ballot.rounds > 2 ? "3" : "2"}`)}. ${t(`votes.rounds.${ballot.rounds > 2 ? "3" : "2"}.hint`)}`,
    ],
    ballot.seats > 0 && ballot.kind !== "motions" && [t("votes.field.seats"), number(language, ballot.seats)],
    // A list is written with those who are on it.
    ballot.kind !== "yes_no" &&
      (ballot.kind === "lists" || !ballot.result?.count) && [
        t(`votes.record.what.${ballot.kind}`),
        ballot.candidates.join(ballot.kind === "lists" ? "\n" : ", "),
      ],
    withdrew.length > 0 && [t("votes.record.withdrew"), withdrew.join(", ")],
    ballot.parity && [t("votes.field.parity"), parityOf(ballot, t)],
    ballot.kind !== "yes_no" && [t("votes.field.equals"), equalsOf(ballot, around, at, t)],
    !!ballot.opened_at && [t("votes.opened"), actOf(at(ballot.opened_at), people(ballot.opened_by), t)],
    room !== "" && [t("votes.record.room"), room],
    !!ballot.closed_at && [t("votes.closed"), actOf(at(ballot.closed_at), people(ballot.closed_by), t)],
    !!ballot.closed_at &&
      operation.challenge_days > 0 && [
        t("votes.contested_until"),
        at(contestedUntil(ballot, operation.challenge_days)),
      ],
  ]
  return facts.filter((one) => one !== false)
}

const actOf = (at: string, name: string, t: Words) => (name ? t("votes.record.act", { at, name }) : at)

const parityOf = ({ bounds, candidates }: Ballot, t: Words) =>
  [
    `${t("votes.parity.yes")}.`,
    ...(bounds ?? [])
      .filter(({ of }) => of.length > 0)
      .map(({ of, least, most }) =>
        t(least === most ? "votes.record.exactly" : "votes.record.bounds", {
          least,
          most,
          names: of.map((one) => candidates[one]).join(", "),
        }),
      ),
  ].join(" ")

const equalsOf = (
  { lot, between_equals, candidates, drawn_at, drawn_by }: Ballot,
  { people }: Around,
  at: (instant: Temporal.Instant | null) => string,
  t: Words,
) =>
  lot
    ? t("votes.record.lot", {
        names: lot.map((one) => candidates[one]).join(", "),
        when: actOf(at(drawn_at), people(drawn_by), t),
      })
    : `${t(`votes.equals.${between_equals}`)}.`

/** Those who might have stood in this round, and do not. */
const withdrawnBefore = (ballot: Ballot, { ballots }: Around): string[] => {
  const before = ballots.find(({ id }) => id === ballot.follows_id)
  const stayed = new Set(ballot.candidates.map((name, at) => ballot.people[at] ?? name))
  return (before?.result?.count?.next?.candidates ?? []).flatMap((at) =>
    stayed.has(before!.people[at] ?? before!.candidates[at]!) ? [] : [before!.candidates[at]!],
  )
}

const figuresOf = (
  ballot: Ballot,
  { voters, blank, void: spoilt }: Outcome,
  { screen, paper, proxies }: Handled,
  { operation, t }: Around,
  { actor: { language } }: Circumstances,
): VoteOfRecord["figures"] => {
  const n = (value: number) => number(language, value)
  const all: (VoteOfRecord["figures"][number] | false)[] = [
    [t("votes.record.enrolled"), n(ballot.entitled ?? 0)],
    ballot.manner === "secret" && [t("votes.record.signed.screen"), n(screen)],
    ballot.manner === "secret" && [t("votes.record.signed.paper"), n(paper)],
    // Signed by hand on the printed list: nobody has told how many.
    ballot.manner === "paper" && [t("votes.record.signed.list"), ""],
    operation.proxies_each > 0 &&
      (ballot.manner === "secret" || ballot.manner === "named") && [t("votes.record.by_proxy"), n(proxies)],
    [
      t(ballot.manner === "secret" || ballot.manner === "paper" ? "votes.record.found" : "votes.record.voted"),
      n(voters),
    ],
    [t("votes.figure.blank"), n(blank)],
    [t("votes.figure.void"), n(spoilt)],
    ballot.kind !== "yes_no" && ballot.manner !== "hand" && [t("votes.record.expressed"), n(voters - blank - spoilt)],
  ]
  return all.filter((one) => one !== false)
}

const voicesOf = async (
  ballot: Ballot,
  { voices, votes }: Outcome,
  { t, isGone }: Around & { isGone: boolean },
  given: Circumstances,
): Promise<VoteOfRecord["voices"]["rows"]> => {
  const { language } = given.actor
  if (votes)
    return (["for", "against", "abstained"] as const).map((key) => [
      t(`votes.figure.${key}`),
      number(language, votes[key]),
      "",
    ])
  if (ballot.kind === "lists") {
    // The urn is destroyed with what each list had; its seats stay.
    const had = isGone ? null : await votesOfLists(ballot, given)
    return voices.map(({ name, votes: seats }, at) => [name, had ? number(language, String(had[at])) : "", seats])
  }
  const word = (at: number) =>
    ballot.kind === "motions"
      ? t("votes.record.elected.motion")
      : t("votes.record.elected.person", { form: ballot.forms[at] ?? "n" })
  return voices.map(({ name, votes: has, elected }, at) => [name, has, elected ? word(at) : ""])
}

const votesOfLists = async (ballot: Ballot, given: Circumstances): Promise<bigint[]> => {
  const { choices, figures } = await foundOf(ballot, given)
  const packets = ballotsOf(choices, figures)
  return ballot.candidates.map((_, list) =>
    packets.reduce((sum, { weight, ranks }) => (ranks[0]?.[0] === list ? sum + weight : sum), 0n),
  )
}

/** Whose hands counted, and what is still to be known of this vote. */
const notesOf = (
  ballot: Ballot,
  {
    t,
    ballots,
    handled: { openers, typists, copies },
    gone,
    outcome,
    differs,
    language,
  }: Around & { handled: Handled; gone: boolean; outcome: Outcome | null; differs: boolean; language: Language },
): string[] => {
  if (!outcome) return [t("votes.record.not_counted")]
  const follows = ballots.some(({ follows_id }) => follows_id === ballot.id)
  const and = new Intl.ListFormat(language)
  const names = and.format(typists)
  return [
    ballot.manner === "secret" && !differs ? t("votes.record.agrees") : "",
    openers.length ? t("votes.record.openers", { names: and.format(openers) }) : "",
    copies ? t("votes.record.copies", { count: copies }) : "",
    typists.length ? t(ballot.manner === "hand" ? "votes.record.hands" : "votes.record.typists", { names }) : "",
    ballot.result?.count?.next && !follows ? t("votes.record.round_left") : "",
    gone && ballot.closed_at ? t("votes.record.urn_gone") : "",
  ].filter(Boolean)
}
