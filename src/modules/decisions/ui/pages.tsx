import { lazy } from "react"
import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find, beside }: ModulePages = {
  pages: [
    {
      path: "/decisions",
      component: at(() => import("./list-page.tsx"), "ListPage"),
      place: { words: "decisions.place", order: 6 },
    },
    { path: "/decisions/$decisionId", component: at(() => import("./decision-page.tsx"), "DecisionPage") },
    { path: "/decisions/$decisionId/remplacer", component: at(() => import("./change-pages.tsx"), "SupersedePage") },
    { path: "/decisions/$decisionId/reexamen", component: at(() => import("./change-pages.tsx"), "ReviewPage") },
  ],
  beside: {
    body: lazy(async () => ({ default: (await import("./of-body.tsx")).BodyDecisions })),
    decision: lazy(async () => ({ default: (await import("./decision-named.tsx")).DecisionNamed })),
  },
}
