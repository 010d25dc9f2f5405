import type { Catalogue } from "../kernel/words/words.ts"

/** All that the other pages say, in one file. */
export const words: readonly Catalogue[] = Object.values(
  import.meta.glob<Catalogue>(["../**/words/en.json"], { eager: true, import: "default", query: "?rest" }),
)
