import { toPlain } from "../rich-text/plain.ts"
import type { RichText } from "../rich-text/schema.ts"
import { type MinutesItem, minutesFacts, type MinutesPaper } from "./minutes-paper.ts"
import { afterDecision, labelsOf, type PaperDecision, type PaperTask } from "./paper-head.ts"

/** The minutes as text to paste in a chat: nothing that only lines up in a fixed font, no markup. */
export function minutesPlain(paper: MinutesPaper): string {
  const labels = labelsOf(paper)
  const pair = (word: string, sentence: string) => `${word}${labels.colon} ${sentence}`
  const part = (...lines: (string | undefined)[]) => lines.filter(Boolean).join("\n")
  return [
    part(
      `${paper.body} · ${labels.minutes}${paper.stamp ? ` (${paper.stamp})` : ""}`,
      paper.title,
      paper.when,
      paper.status,
    ),
    part(...minutesFacts(paper).map(([word, sentence]) => pair(word, sentence))),
    paper.opening && words(paper.opening),
    ...paper.items.map((item, index) => itemPlain(item, index, labels.decision)),
    paper.closing,
    paper.afterword && words(paper.afterword),
    paper.corrections?.length &&
      part(labels.corrections, ...paper.corrections.map(({ place, text }) => `– ${place ? pair(place, text) : text}`)),
    part(...paper.signatures.map(({ role, name }) => pair(role, name))),
    part(paper.reference, paper.fingerprint && pair(labels.fingerprint, paper.fingerprint)),
  ]
    .filter(Boolean)
    .join("\n\n")
}

function itemPlain(item: MinutesItem, index: number, decision: string) {
  const title = `${item.number ?? index + 1}. ${item.title}${item.time ? ` (${item.time})` : ""}`
  return [
    [title, item.lead].filter(Boolean).join("\n"),
    words(item.notes),
    ...(item.decisions ?? []).map((one) => decisionPlain(one, decision)),
    (item.tasks ?? []).map(taskPlain).join("\n"),
  ]
    .filter((part) => part.trim())
    .join("\n\n")
}

const decisionPlain = (decision: PaperDecision, word: string) =>
  [[word, decision.number].filter(Boolean).join(" "), words(decision.text), ...afterDecision(decision)]
    .filter(Boolean)
    .join("\n")

export const taskPlain = ({ what, who, by }: PaperTask) => {
  const rest = [who, by].filter(Boolean).join(", ")
  return `→ ${what}${rest ? ` — ${rest}` : ""}`
}

const words = (text: RichText | string) => (typeof text === "string" ? text : toPlain(text)).trim()
