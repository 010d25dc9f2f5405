import { type ReadOf, useRead } from "./api.ts"
import { useWords } from "./use-words.ts"

/**
 * The links that give a list as a file: what is asked of the list, and what the address says of it. None for who may not
 * take the list away.
 */
export const useExports = (
  what: ReadOf<"exports.rights">["lists"][number],
  more: Readonly<{ bodyId?: string | undefined } & Record<string, string | undefined>>,
  address: Readonly<Record<string, string>> = {},
): { words: string; href: string }[] => {
  const t = useWords()
  const { data } = useRead("exports.rights", more.bodyId ? { bodyId: more.bodyId } : {})
  if (!data?.may["exports.make"]) return []
  const { instance: _, vue: __, tri, ...filters } = address
  const asked = Object.entries({ ...filters, sort: tri, ...more }).filter((pair): pair is [string, string] => !!pair[1])
  return (what === "people" ? (["csv", "xlsx", "vcf"] as const) : (["csv", "xlsx"] as const)).map((format) => ({
    words: t(`shell.export.${format}`),
    href: `/exports/${what}.${format}?${new URLSearchParams(asked)}`,
  }))
}
