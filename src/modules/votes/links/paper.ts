import { isRanked } from "../../../kernel/counting/fitting.ts"
import { type Hole, type Html, html } from "../../../kernel/html.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { Ballot } from "../ballot.ts"
import { answers, type Choice } from "../choice.ts"

// From the best, in the order of majority judgment.
const grades = [0, 1, 2, 3, 4, 5, 6] as const

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
  const each = (options: string[]) =>
    candidates.map(
      (name, at) =>
        html`<div class="field">
          <label for="${id}${forId}-${at}">${name}</label>
          <select class="input" id="${id}${forId}-${at}" name="c${at}">
            <option value="">–</option>
            ${options.map((words, value) => html`<option value="${value + 1}">${words}</option>`)}
          </select>
        </div>`,
    )
  if (isRanked(method)) {
    const places = candidates.map((_, at) => t("votes.place", { n: at + 1 }))
    return group(t("votes.rank"), each(places), t("votes.rank.hint"))
  }
  if (method === "majority_judgment") {
    const words = grades.map((grade) => t(`votes.grade.${grade}`))
    return group(t("votes.grades"), each(words), t("votes.grades.hint"))
  }
  if (kind === "lists" || ((method === "plurality" || method === "absolute") && seats === 1)) {
    const names = candidates.map((name, at) => radio("one", String(at), name))
    const blank = radio("one", "blank", t("votes.answer.blank"))
    return group(t("votes.your_vote"), html`<span class="options">${[...names, blank]}</span>`)
  }
  const boxes = candidates.map((name, at) => option(html`<input type="checkbox" name="c${at}" value="1" />`, name))
  return group(
    method === "approval" ? t("votes.any") : t("votes.up_to", { count: seats }),
    html`<span class="options">${boxes}</span>`,
    t("votes.none_is_blank"),
  )
}

/** The choice in words, to be looked at once more before it counts. */
export const inWords = (choice: Choice, ballot: Ballot, language: Language): string[] => {
  if ("answer" in choice) return [say(language, `votes.answer.${choice.answer}`)]
  if (choice.ranks.length === 0) return [say(language, "votes.answer.blank")]
  const { candidates, method } = ballot
  const beside = (at: number): string | null => {
    if (method === "majority_judgment") return say(language, `votes.grade.${grades[at]!}`)
    return isRanked(method) ? say(language, "votes.place", { n: at + 1 }) : null
  }
  return choice.ranks.flatMap((rank, at) =>
    rank.map((one) => (beside(at) ? `${candidates[one]} (${beside(at)})` : candidates[one]!)),
  )
}
