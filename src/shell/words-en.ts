import type { Catalogue } from "../kernel/words/words.ts"

/** The words of every module in one file, so that the browser asks once and not once for each module. */
export const words: readonly Catalogue[] = Object.values(
  import.meta.glob<Catalogue>(["../**/words/en.json"], { eager: true, import: "default" }),
)
