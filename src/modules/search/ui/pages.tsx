import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    { path: "/chercher", component: lazy(async () => ({ default: (await import("./search-page.tsx")).SearchPage })) },
  ],
  find: [{ words: "search.title", to: "/chercher" }],
}
