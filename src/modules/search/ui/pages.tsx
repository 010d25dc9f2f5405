import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    { path: "/chercher", component: lazy(async () => ({ default: (await import("./search-page.tsx")).SearchPage })) },
    {
      path: "/qu-avons-nous-dit",
      component: lazy(async () => ({ default: (await import("./said-page.tsx")).SaidPage })),
      chapter: { of: "/seances", words: "search.said.chapter", order: 6 },
    },
  ],
  find: [
    { words: "search.title", to: "/chercher" },
    { words: "search.said.title", to: "/qu-avons-nous-dit" },
  ],
}
