import type { Catalogue } from "../kernel/words/words.ts"

/** What the frame and Today say, of every module: what a first page waits for (the build parts the words, vite.config.ts). */
export const words: readonly Catalogue[] = Object.values(
  import.meta.glob<Catalogue>(["../**/words/en.json"], { eager: true, import: "default", query: "?first" }),
)
