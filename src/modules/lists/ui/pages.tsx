import { lazy } from "react"
import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find, beside }: ModulePages = {
  beside: { chosenPeople: lazy(async () => ({ default: (await import("./list-chosen.tsx")).ListChosen })) },
  pages: [
    {
      path: "/listes",
      component: at(() => import("./lists-page.tsx"), "ListsPage"),
      chapter: { of: "/personnes", words: "lists.title", order: 6 },
    },
    { path: "/listes/nouvelle", component: at(() => import("./new-page.tsx"), "NewPage") },
    { path: "/listes/$listId", component: at(() => import("./list-page.tsx"), "ListPage") },
    { path: "/listes/$listId/corriger", component: at(() => import("./change-page.tsx"), "ChangePage") },
  ],
  find: [{ words: "lists.find", to: "/listes" }],
}
