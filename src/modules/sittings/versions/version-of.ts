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

/**
 * Each paper with the one it is a later version of, and whether a later one stands in its place: the last version first, then those
 * before it, in the order in which the first of each came.
 */
export const withVersions = <P extends Paper>(
  papers: readonly P[],
): (P & { version_of: string | null; is_replaced: boolean })[] => {
  const before = new Map(papers.map((paper) => [paper.file_id, versionOf(paper, papers)]))
  const replaced = new Set(before.values())
  const first = (id: string): string => {
    const earlier = before.get(id)
    return earlier ? first(earlier) : id
  }
  const places = papers.map(({ file_id }) => file_id)
  return papers
    .map((paper) => ({
      ...paper,
      version_of: before.get(paper.file_id) ?? null,
      is_replaced: replaced.has(paper.file_id),
    }))
    .toSorted(
      (a, b) =>
        places.indexOf(first(a.file_id)) - places.indexOf(first(b.file_id)) ||
        Temporal.Instant.compare(b.received_at, a.received_at),
    )
}

// "Rapport 214 - Plan vélo, version 2.pdf", "… (corrigé)", "… V3"
const bareName = (name: string) =>
  fold(name.replace(/\.[A-Za-z0-9]{1,5}$/, ""))
    .replaceAll(
      /\b(?:version|v|vf|def|definitif|definitive|corrige|corrigee|modifie|modifiee|nouveau|nouvelle|rectifie)\b ?\d*/g,
      "",
    )
    .trim()
