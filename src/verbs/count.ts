import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { readBlt } from "../kernel/counting/blt.ts"
import { countInWords } from "../kernel/counting/count-in-words.ts"
import type { Count, Election } from "../kernel/counting/count.ts"
import { rankedMethodNames, rankedMethods } from "../kernel/counting/methods.ts"
import type { Language } from "../kernel/environment.ts"
import { Refusal } from "../kernel/refusal.ts"
import { number } from "../kernel/words/numbers.ts"
import { format } from "../kernel/words/words.ts"
import type { Verb } from "../verbs.ts"

/** `count FILE.blt --method NAME --seats N`: anybody counts a published urn again, without Permanence's database. */
export const count: Verb = {
  says: {
    fr: "FICHIER.blt --method NOM --seats N --json : recompte une urne publiée, tour par tour",
    en: "FILE.blt --method NAME --seats N --json: counts a published urn again, round by round",
  },
  options: ["method", "seats", "json"],
  async run(args, { language }) {
    const says = said[language]
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      strict: false,
      options: { method: { type: "string" }, seats: { type: "string" }, json: { type: "boolean" } },
    })
    const [path] = positionals
    const method = rankedMethodNames.find((name) => name === values["method"])
    if (!path || !method) return fails(`${says.usage}\n${says.methods(rankedMethodNames.join(", "))}`)
    const text = await readFile(path, "utf8").catch(() => undefined)
    if (text === undefined) return fails(says.unread(path))
    try {
      const written = readBlt(text)
      const seats = values["seats"] === undefined ? written.seats : Number(values["seats"])
      if (!Number.isInteger(seats) || seats < 1) return fails(says.seats)
      const election = { ...written, seats }
      const result = rankedMethods[method](election)
      console.log(values["json"] ? asJson(election, result) : asText(language, election, result, says))
      return 0
    } catch (error) {
      if (error instanceof Refusal) return fails(format(language, `refused.${error.code}`, error.facts as never))
      throw error
    }
  },
}

/** The count as data, candidates by their names. */
const asJson = ({ title, candidates, ties }: Election, { elected, ranking, open, ...result }: Count): string =>
  JSON.stringify(
    {
      title,
      ...result,
      candidates,
      ties,
      elected: elected.map((one) => candidates[one]),
      ranking: ranking?.map((layer) => layer.map((one) => candidates[one])) ?? null,
      open: open && { among: open.among.map((one) => candidates[one]), seats: open.seats },
    },
    null,
    2,
  )

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

const sign = { elected: "✓", hopeful: "·", excluded: "✗" }

const fails = (words: string): number => {
  console.error(words)
  return 1
}

const said = {
  fr: {
    usage: "npm run permanence -- count FICHIER.blt --method NOM --seats N",
    methods: (names: string) => `Méthodes : ${names}`,
    unread: (path: string) => `Le fichier ${path} ne se lit pas.`,
    seats: "Le nombre de sièges est un nombre entier, 1 ou plus.",
    round: (n: number) => `Tour ${n}`,
  },
  en: {
    usage: "npm run permanence -- count FILE.blt --method NAME --seats N",
    methods: (names: string) => `Methods: ${names}`,
    unread: (path: string) => `The file ${path} cannot be read.`,
    seats: "The number of seats is a whole number, 1 or more.",
    round: (n: number) => `Round ${n}`,
  },
}
