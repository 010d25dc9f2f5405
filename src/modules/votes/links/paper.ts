import { type Html, html } from "../../../kernel/html.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { Ballot } from "../ballot.ts"
import { answers, type Choice, isRanked } from "../choice.ts"

type Said = {
  answer?: Choice extends infer C ? (C extends { answer: infer A } ? A : never) : never
  ranks?: number[][]
}

/** The ballot paper as a form without script: large answers, nothing chosen beforehand. */
export const paper = (ballot: Ballot, language: Language): Html => {
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const { id, kind, method, seats, candidates } = ballot
  const radio = (name: string, value: string, words: string) =>
    html`<label class="check"
      ><input type="radio" name="${name}" value="${value}" required /><span>${words}</span></label
    >`
  if (kind === "yes_no")
    return html`<fieldset>
      <legend>${t("votes.your_vote")}</legend>
      ${answers.map((one) => radio("answer", one, t(`votes.answer.${one}`)))}
    </fieldset>`
  if (isRanked(method))
    return html`<fieldset>
      <legend>${t("votes.rank")}</legend>
      <p class="soft">${t("votes.rank.hint")}</p>
      ${candidates.map(
        (name, at) =>
          html`<div class="field">
            <label for="${id}-${at}">${name}</label>
            <select class="input" id="${id}-${at}" name="c${at}">
              <option value="">–</option>
              ${candidates.map((_, place) => html`<option value="${place + 1}">${t("votes.place", { n: place + 1 })}</option>`)}
            </select>
          </div>`,
      )}
    </fieldset>`
  if (method === "plurality" && seats === 1)
    return html`<fieldset>
      <legend>${t("votes.your_vote")}</legend>
      ${candidates.map((name, at) => radio("one", String(at), name))} ${radio("one", "blank", t("votes.answer.blank"))}
    </fieldset>`
  return html`<fieldset>
    <legend>${method === "approval" ? t("votes.any") : t("votes.up_to", { count: seats })}</legend>
    <p class="soft">${t("votes.none_is_blank")}</p>
    ${candidates.map(
      (name, at) =>
        html`<label class="check"><input type="checkbox" name="c${at}" value="1" /><span>${name}</span></label>`,
    )}
  </fieldset>`
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
      isRanked(method) ? `${say(language, "votes.place", { n: place + 1 })} : ${candidates[at]}` : candidates[at]!,
    ),
  )
}
