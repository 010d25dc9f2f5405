import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const at = <Name extends string>(
  load: () => Promise<Record<Name, () => React.ReactNode>>,
  name: Name,
): React.LazyExoticComponent<() => React.ReactNode> => lazy(async () => ({ default: (await load())[name] }))

export const { pages, find }: ModulePages = {
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
}
