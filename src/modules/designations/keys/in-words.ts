import { number } from "../../../kernel/words/numbers.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { decimal, isAverage, nextDivisor, quotas, seatBySeat } from "./by-hand.ts"
import type { Key } from "./key.ts"
import { rulesOf, type Where } from "./key-rules.ts"
import { openTie, type Share, type Stage } from "./share.ts"

/** One sharing as it is shown on a page and on paper: every division, so that anybody can do it again by hand. */
export type ShownStage = { title: string | null; columns: string[]; rows: string[][]; notes: string[] }

export type ShownShare = {
  method: string
  lines: { name: string; weight: number; together: string | null; seats: number | null; ours: boolean }[]
  stages: ShownStage[]
  /** In one sentence, what it comes to. */
  sentence: string
  /** Equals between whom somebody has to decide. */
  open: { of: string | null; among: string[]; seats: number } | null
  rules: string[]
}

export const shownShare = (key: Key, share: Share, seats: number, where: Where, language: Language): ShownShare => {
  const tie = openTie(share)
  return {
    method: say(language, `designations.method.${key.method}`),
    lines: key.lines.map(({ name, weight, together }, at) => ({
      name,
      weight,
      together,
      seats: share.seats[at]!,
      ours: at === key.ours,
    })),
    stages: share.stages.map((stage) => shownStage(stage, key, language)),
    sentence: sentenceOf(key, share, seats, language),
    open: tie
      ? {
          of: tie.of || null,
          among: tie.result.tie!.among.map((at) => tie.names[at]!),
          seats: tie.result.tie!.seats,
        }
      : null,
    rules: rulesOf(key.method, where)
      .filter(({ confidence }) => confidence !== "?" || share.stages.some(({ result }) => result.tie))
      .map(({ basis, source, confidence }) =>
        say(language, "designations.rule", {
          basis,
          source,
          sure: confidence === "?" ? "no" : "yes",
          how: confidence === "?" ? "" : say(language, `offices.confidence.${confidence}`),
        }),
      ),
  }
}

const sentenceOf = ({ ours, lines }: Key, { seats: found }: Share, seats: number, language: Language): string => {
  const total = lines.reduce((sum, { weight }) => sum + weight, 0)
  const one = (at: number) =>
    found[at] === null
      ? say(language, "designations.share.open", { name: lines[at]!.name })
      : say(language, "designations.share.of", {
          name: lines[at]!.name,
          weight: lines[at]!.weight,
          total,
          count: found[at]!,
          seats,
        })
  return ours === null ? lines.map((_, at) => one(at)).join(" ") : one(ours)
}

const shownStage = (stage: Stage, key: Key, language: Language): ShownStage => {
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const divided = (above: bigint, below: bigint) => number(language, decimal(above, below))
  const title = stage.of ? t("designations.stage.within", { name: stage.of, seats: stage.seats }) : null
  const notes = tieNotes(stage, key, language)
  if (isAverage(key.method)) {
    const method = key.method
    const division = (at: number, divisor: bigint) =>
      t("designations.division", {
        weight: stage.weights[at]!,
        divisor: Number(divisor),
        quotient: divided(BigInt(stage.weights[at]!), divisor),
      })
    // The quotients of equals between whom nobody decided are still at stake.
    const { tie, open } = stage.result
    const next = stage.names.flatMap((name, at) =>
      open && tie!.among.includes(at)
        ? []
        : t("designations.next.of", { name, division: division(at, nextDivisor(stage, at, method)) }),
    )
    return {
      title,
      columns: [t("designations.column.seat"), t("designations.column.whom"), t("designations.column.division")],
      rows: seatBySeat(stage, method).map(({ nth, at, divisor }) => [
        number(language, nth),
        stage.names[at]!,
        division(at, divisor),
      ]),
      notes: next.length > 0 ? [...notes, t("designations.next", { list: next.join("\u202f; ") })] : notes,
    }
  }
  return {
    title,
    columns: [
      t("designations.column.name"),
      t("designations.column.division"),
      t("designations.column.whole"),
      t("designations.column.rest"),
      t("designations.column.seats"),
    ],
    rows: quotas(stage).map(({ at, whole, rest, total }) => [
      stage.names[at]!,
      t("designations.quota", {
        weight: stage.weights[at]!,
        seats: stage.seats,
        total: Number(total),
        quotient: total ? divided(BigInt(stage.weights[at]!) * BigInt(stage.seats), total) : "0",
      }),
      number(language, whole),
      total ? t("designations.rest", { rest: Number(rest), total: Number(total), decimal: divided(rest, total) }) : "0",
      stage.result.open && stage.result.tie!.among.includes(at)
        ? t("designations.seats.at_least", { seats: stage.result.seats[at]! })
        : number(language, stage.result.seats[at]!),
    ]),
    notes,
  }
}

/** Equals for the last seats, and who decided between them. */
const tieNotes = ({ names, result: { tie, seats, open }, settled }: Stage, key: Key, language: Language): string[] => {
  if (!tie) return []
  const listed = (of: readonly number[]) => new Intl.ListFormat(language).format(of.map((at) => names[at]!))
  const said = say(language, "designations.tie", { lists: listed(tie.among), seats: tie.seats })
  if (open) return [`${said} ${say(language, "designations.tie.open")}`]
  if (settled)
    return [
      `${said} ${say(language, "designations.tie.settled", { lists: listed(settled.first), seats: tie.seats, how: settled.how, words: settled.words })}`,
    ]
  return seats && key.equal === "most" ? [`${said} ${say(language, "designations.tie.most")}`] : [said]
}
