import { fold, likenessTo } from "../../../kernel/tables/likeness.ts"

type Paper = { file_id: string; name: string; received_at: Temporal.Instant; state: string }

/** The paper of an earlier arrival that this one is a later version of, by the likeness of their names; annexes keep their own. */
export const versionOf = (paper: Paper, papers: readonly Paper[]): string | null => {
  const name = bareName(paper.name)
  const earlier = papers
    .filter((one) => one.state === "read" && Temporal.Instant.compare(one.received_at, paper.received_at) < 0)
    .map((one) => ({ one, likeness: likenessTo([bareName(one.name)], name) }))
    .filter(({ likeness }) => likeness >= 0.6)
    .toSorted((a, b) => b.likeness - a.likeness || Temporal.Instant.compare(b.one.received_at, a.one.received_at))
  return paper.state === "read" ? (earlier[0]?.one.file_id ?? null) : null
}

// "Rapport 214 - Plan vélo, version 2.pdf", "… (corrigé)", "… V3"
const bareName = (name: string) =>
  fold(name.replace(/\.[A-Za-z0-9]{1,5}$/, ""))
    .replaceAll(
      /\b(?:version|v|vf|def|definitif|definitive|corrige|corrigee|modifie|modifiee|nouveau|nouvelle|rectifie)\b ?\d*/g,
      "",
    )
    .trim()
