import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import type { Bounds } from "../kernel/counting/bounds.ts"
import type { Seats } from "../kernel/counting/apportionment.ts"
import { readBlt } from "../kernel/counting/blt.ts"
import { countInWords, stepInWords } from "../kernel/counting/count-in-words.ts"
import type { Count, Election } from "../kernel/counting/count.ts"
import { listMethods } from "../kernel/counting/fitting.ts"
import { isListMethod, seatsOfLists, votesOfLists } from "../kernel/counting/lists.ts"
import { boundedMethods, rankedMethodNames, rankedMethods, readAs, type Told } from "../kernel/counting/methods.ts"
import type { Language } from "../kernel/environment.ts"
import { Refusal } from "../kernel/refusal.ts"
import { number } from "../kernel/words/numbers.ts"
import { format } from "../kernel/words/words.ts"
import type { Verb } from "../verbs.ts"
import { Misunderstood, toldOf, toldOptions } from "./count-told.ts"

/** `count FILE.blt --method NAME --seats N`: anybody counts a published urn again, without Permanence's database. */
export const count: Verb = {
  says: {
    fr: "FICHIER.blt --method NOM --seats N --json : recompte une urne publiée, tour par tour",
    en: "FILE.blt --method NAME --seats N --json: counts a published urn again, round by round",
  },
  options: ["method", "seats", "json", ...Object.keys(toldOptions)],
  async run(args, { language }) {
    const says = said[language]
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      strict: false,
      options: { method: { type: "string" }, seats: { type: "string" }, json: { type: "boolean" }, ...toldOptions },
    })
    const [path] = positionals
    const method = [...rankedMethodNames, ...listMethods].find((name) => name === values["method"])
    if (!path || !method)
      return fails(
        `${says.usage}\n${says.methods([...rankedMethodNames, ...listMethods].join(", "))}\n${says.told(boundedMethods.join(", "))}`,
      )
    const text = await readFile(path, "utf8").catch(() => undefined)
    if (text === undefined) return fails(says.unread(path))
    try {
      const written = readBlt(text, readAs(method))
      const seats = values["seats"] === undefined ? written.seats : Number(values["seats"])
      if (!Number.isInteger(seats) || seats < 1) return fails(says.seats)
      const election = { ...written, seats }
      if (isListMethod(method)) {
        const shared = seatsOfLists(election, method)
        console.log(values["json"] ? listsAsJson(election, shared) : listsAsText(language, election, shared))
        return 0
      }
      const told = await toldOf(values, election)
      // A share that is not kept must not look as if it had been.
      if (told.bounds && !boundedMethods.includes(method)) return fails(says.unbounded(boundedMethods.join(", ")))
      const result = rankedMethods[method](election, told)
      console.log(values["json"] ? asJson(election, told, result) : asText(language, election, result, says))
      return 0
    } catch (error) {
      if (error instanceof Misunderstood) return fails(says.misunderstood(error.option, error.said))
      if (error instanceof Refusal) return fails(format(language, `refused.${error.code}`, error.facts as never))
      throw error
    }
  },
}

/** The count as data, candidates by their names. */
const asJson = (
  { title, candidates, ties }: Election,
  { bounds = [] }: Told,
  { elected, ranking, open, next, ...result }: Count,
): string => {
  const named = (some: readonly number[]) => some.map((one) => candidates[one])
  const written = (some: readonly Bounds[]) => some.map(({ of, ...rest }) => ({ of: named(of), ...rest }))
  return JSON.stringify(
    {
      title,
      ...result,
      candidates,
      ties,
      bounds: written(bounds),
      elected: named(elected),
      ranking: ranking?.map(named) ?? null,
      open: open && { ...open, among: named(open.among) },
      next: next ? { ...next, candidates: named(next.candidates), bounds: written(next.bounds) } : null,
    },
    null,
    2,
  )
}

const asText = (
  language: Language,
  { title, candidates }: Election,
  result: Count,
  says: (typeof said)["fr"],
): string => {
  const sentences = countInWords(language, result, candidates)
  const rounds = result.rounds.flatMap(({ standing }, at) => [
    says.round(at + 1),
    ...sentences[at]!.map((sentence) => `  ${sentence}`),
    ...standing
      .filter(({ votes }) => votes !== "")
      .map(({ candidate, votes, state }) => `    ${sign[state]} ${candidates[candidate]} : ${number(language, votes)}`),
  ])
  return [title, "", ...rounds, "", ...sentences.at(-1)!].join("\n")
}

/** Seats of lists as data, by their names. */
const listsAsJson = ({ title, candidates, seats, ties }: Election, shared: Seats): string =>
  JSON.stringify(
    {
      title,
      seats,
      ties,
      lists: candidates.map((name, at) => ({ name, seats: shared.seats[at] })),
      tie: shared.tie && { ...shared.tie, among: shared.tie.among.map((one) => candidates[one]) },
      open: shared.open,
    },
    null,
    2,
  )

const listsAsText = (language: Language, election: Election, { seats, open, steps }: Seats): string => {
  const votes = votesOfLists(election)
  return [
    election.title,
    "",
    ...steps.map((one) => stepInWords(language, one, election.candidates)),
    ...election.candidates.map(
      (name, at) =>
        `${open && seats[at] === 0 ? "·" : seats[at]! > 0 ? "✓" : "✗"} ${name} : ${said[language].seats_of(seats[at]!, number(language, String(votes[at])))}`,
    ),
    ...(open ? ["", said[language].open] : []),
  ].join("\n")
}

const sign = { elected: "✓", hopeful: "·", excluded: "✗" }

const fails = (words: string): number => {
  console.error(words)
  return 1
}

const said = {
  fr: {
    usage: "npm run permanence -- count FICHIER.blt --method NOM --seats N",
    methods: (names: string) => `Méthodes : ${names}`,
    told: (bounded: string) =>
      [
        `Parité, quotas (${bounded}) :`,
        '  --at-most "1:Anne Roy,Lise Petit"   au plus un siège entre elles ; --at-least au moins ; autant de fois qu’il faut',
        "  --unmet vacant|filled               faute de candidatures, le siège reste vacant, ou va à d’autres",
        "Plusieurs tours (absolute) :",
        "  --blank N --enrolled N              bulletins blancs qui ne sont pas dans le fichier, inscrits",
        '  --withdrew "Anne Roy"               qui s’est retiré après ce tour',
        "  --expressed N                       bulletins qui nomment quelqu’un, si le fichier n’a que des sommes de voix",
        "  --rounds 3                          trois tours au plus, au lieu de deux",
        "  --rule FICHIER.json --round N       la règle déclarée, et le tour que l’on compte",
      ].join("\n"),
    unbounded: (bounded: string) => `La parité et les quotas se comptent avec : ${bounded}.`,
    misunderstood: (option: string, said: string) => `--${option} ne se comprend pas : « ${said} ».`,
    unread: (path: string) => `Le fichier ${path} ne se lit pas.`,
    seats: "Le nombre de sièges est un nombre entier, 1 ou plus.",
    round: (n: number) => `Tour ${n}`,
    seats_of: (seats: number, votes: string) => `${seats} ${seats > 1 ? "sièges" : "siège"}, ${votes} voix`,
    open: "Des listes sont à égalité : aucune règle déclarée ne les départage, et ces sièges ne sont à personne.",
  },
  en: {
    usage: "npm run permanence -- count FILE.blt --method NAME --seats N",
    methods: (names: string) => `Methods: ${names}`,
    told: (bounded: string) =>
      [
        `Parity, quotas (${bounded}):`,
        '  --at-most "1:Anne Roy,Lise Petit"   at most one seat between them; --at-least at least; as often as needed',
        "  --unmet vacant|filled               with too few candidates the seat stays vacant, or goes to others",
        "Several rounds (absolute):",
        "  --blank N --enrolled N              blank ballots that are not in the file, people enrolled",
        '  --withdrew "Anne Roy"               who withdrew after this round',
        "  --expressed N                       ballots that name somebody, where the file has sums of voices only",
        "  --rounds 3                          three rounds at most, instead of two",
        "  --rule FILE.json --round N          the declared rule, and the round that is counted",
      ].join("\n"),
    unbounded: (bounded: string) => `Parity and quotas are counted with: ${bounded}.`,
    misunderstood: (option: string, said: string) => `--${option} cannot be understood: “${said}”.`,
    unread: (path: string) => `The file ${path} cannot be read.`,
    seats: "The number of seats is a whole number, 1 or more.",
    round: (n: number) => `Round ${n}`,
    seats_of: (seats: number, votes: string) => `${seats} ${seats === 1 ? "seat" : "seats"}, ${votes} votes`,
    open: "Some lists are equal: no declared rule decides between them, and those seats are nobody’s.",
  },
}
