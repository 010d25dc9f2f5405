import { readFile } from "node:fs/promises"
import type { Bounds } from "../kernel/counting/bounds.ts"
import type { Candidate, Election } from "../kernel/counting/count.ts"
import type { Told } from "../kernel/counting/methods.ts"
import { type RoundsRule, roundsRuleSchema, threeRounds } from "../kernel/counting/rounds.ts"

/** What the command line says beside the ballots. */
export const toldOptions = {
  "at-most": { type: "string", multiple: true },
  "at-least": { type: "string", multiple: true },
  unmet: { type: "string" },
  expressed: { type: "string" },
  blank: { type: "string" },
  enrolled: { type: "string" },
  withdrew: { type: "string" },
  rounds: { type: "string" },
  rule: { type: "string" },
  round: { type: "string" },
} as const

/** An option that cannot be followed, and what it said. */
export class Misunderstood extends Error {
  readonly option: string
  readonly said: string
  constructor(option: string, said: string) {
    super(`--${option} ${said}`)
    this.option = option
    this.said = said
  }
}

type Values = Record<string, unknown>

export const toldOf = async (values: Values, election: Election): Promise<Told> => {
  const bounds = boundsOf(values, election)
  const round = wholeOf(values, "round")
  const figures = (["expressed", "blank", "enrolled"] as const).flatMap((name) => {
    const many = wholeOf(values, name)
    return many === undefined ? [] : [[name, BigInt(many)] as const]
  })
  const withdrew = said(values, "withdrew").flatMap((names) => candidatesOf("withdrew", names, election))
  const [file] = said(values, "rule")
  return {
    ...(bounds.length > 0 ? { bounds } : {}),
    ...(round === undefined ? {} : { round }),
    ...(file !== undefined ? { rule: await ruleOf(file) } : roundsOf(values)),
    turnout: { ...Object.fromEntries(figures), withdrew },
  }
}

const said = (values: Values, option: string): string[] =>
  [values[option] ?? []].flat().filter((one) => typeof one === "string")

/** `--at-most "1:Anne Roy,Lise Petit"`: by name or by number, as the file has them. */
const boundsOf = (values: Values, election: Election): Bounds[] => {
  const [unmet = "vacant"] = said(values, "unmet")
  if (unmet !== "vacant" && unmet !== "filled") throw new Misunderstood("unmet", unmet)
  return (["at-least", "at-most"] as const).flatMap((option) =>
    said(values, option).map((words): Bounds => {
      const [, many, names] = /^(\d{1,4}):(.*)$/s.exec(words) ?? []
      if (many === undefined) throw new Misunderstood(option, words)
      const of = candidatesOf(option, names!, election)
      return option === "at-least"
        ? { of, least: Number(many), most: election.seats, unmet }
        : { of, least: 0, most: Number(many), unmet }
    }),
  )
}

const candidatesOf = (option: string, names: string, { candidates }: Election): Candidate[] =>
  names
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const at = candidates.indexOf(name)
      const number = Number(name)
      if (at !== -1 && candidates.lastIndexOf(name) === at) return at
      if (at === -1 && Number.isInteger(number) && number >= 1 && number <= candidates.length) return number - 1
      throw new Misunderstood(option, name)
    })

const wholeOf = (values: Values, option: string): number | undefined => {
  const [words] = said(values, option)
  if (words === undefined) return undefined
  if (!/^\d{1,15}$/.test(words) || (option === "round" && Number(words) < 1)) throw new Misunderstood(option, words)
  return Number(words)
}

/** A rule of several rounds, as it was declared: a file of JSON. */
/** `--rounds 3`: as the votes held here have them; two unless told. */
const roundsOf = (values: Values): { rule?: RoundsRule } => {
  const rounds = wholeOf(values, "rounds")
  if (rounds === undefined || rounds === 2) return {}
  if (rounds !== 3) throw new Misunderstood("rounds", String(rounds))
  return { rule: threeRounds }
}

const ruleOf = async (path: string) => {
  const text = await readFile(path, "utf8").catch(() => {
    throw new Misunderstood("rule", path)
  })
  try {
    return roundsRuleSchema.parse(JSON.parse(text))
  } catch {
    throw new Misunderstood("rule", path)
  }
}
