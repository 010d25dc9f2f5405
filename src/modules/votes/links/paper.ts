import { type Hole, type Html, html } from "../../../kernel/html.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { Ballot } from "../ballot.ts"
import { answers, type Choice, isRanked } from "../choice.ts"

type Said = {
  answer?: Choice extends infer C ? (C extends { answer: infer A } ? A : never) : never
  ranks?: number[][]
}

/** The ballot paper as a form without script: large answers, nothing chosen beforehand. */
export const paper = (ballot: Ballot, language: Language, forId = ""): Html => {
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const { id, kind, method, seats, candidates } = ballot
  const option = (input: Html, words: string) => html`<label class="option">${input}<span>${words}</span></label>`
  const radio = (name: string, value: string, words: string) =>
    option(html`<input type="radio" name="${name}" value="${value}" required />`, words)
  const group = (legend: string, inner: Hole, soft?: string) =>
    html`<fieldset class="field">
      <legend>${legend}</legend>
      ${soft && html`<span class="hint">${soft}</span>`} ${inner}
    </fieldset>`
  if (kind === "yes_no")
    return group(
      t("votes.your_vote"),
      html`<span class="options">${answers.map((one) => radio("answer", one, t(`votes.answer.${one}`)))}</span>`,
    )
  if (isRanked(method)) {
    const places = candidates.map(
      (_, at) => html`<option value="${at + 1}">${t("votes.place", { n: at + 1 })}</option>`,
    )
    const rows = candidates.map(
      (name, at) =>
        html`<div class="field">
          <label for="${id}${forId}-${at}">${name}</label>
          <select class="input" id="${id}${forId}-${at}" name="c${at}">
            <option value="">–</option>
            ${places}
          </select>
        </div>`,
    )
    return group(t("votes.rank"), rows, t("votes.rank.hint"))
  }
  if (method === "plurality" && seats === 1) {
    const each = candidates.map((name, at) => radio("one", String(at), name))
    return group(
      t("votes.your_vote"),
      html`<span class="options">${[...each, radio("one", "blank", t("votes.answer.blank"))]}</span>`,
    )
  }
  const boxes = candidates.map((name, at) => option(html`<input type="checkbox" name="c${at}" value="1" />`, name))
  return group(
    method === "approval" ? t("votes.any") : t("votes.up_to", { count: seats }),
    html`<span class="options">${boxes}</span>`,
    t("votes.none_is_blank"),
  )
}

/** What the form said, as the command takes it. */
export const saidIn = ({ kind, method, candidates }: Ballot, body: Record<string, unknown>): Said => {
  if (kind === "yes_no") {
    const answer = answers.find((one) => one === body["answer"])
    return answer ? { answer } : {}
  }
  const all = candidates.map((_, at) => at)
  if (isRanked(method)) {
    const placeOf = (at: number) => Number(body[`c${at}`] || 0)
    const places = [...new Set(all.map(placeOf))].filter((place) => place > 0).toSorted((a, b) => a - b)
    return { ranks: places.map((place) => all.filter((at) => placeOf(at) === place)) }
  }
  const named = all.filter((at) => body[`c${at}`] === "1" || body["one"] === String(at))
  return { ranks: named.length ? [named] : [] }
}

/** The choice in words, to be looked at once more before it counts. */
export const inWords = (choice: Choice, { candidates, method }: Ballot, language: Language): string[] => {
  if ("answer" in choice) return [say(language, `votes.answer.${choice.answer}`)]
  if (choice.ranks.length === 0) return [say(language, "votes.answer.blank")]
  return choice.ranks.flatMap((rank, place) =>
    rank.map((at) =>
      isRanked(method) ? `${candidates[at]} (${say(language, "votes.place", { n: place + 1 })})` : candidates[at]!,
    ),
  )
}
