import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/taches",
      component: at(() => import("./list-page.tsx"), "ListPage"),
      place: { words: "tasks.place", order: 7 },
    },
    { path: "/taches/nouvelle", component: at(() => import("./give-page.tsx"), "GivePage") },
    { path: "/taches/$taskId", component: at(() => import("./task-page.tsx"), "TaskPage") },
    { path: "/taches/$taskId/modifier", component: at(() => import("./change-page.tsx"), "ChangePage") },
  ],
  find: [{ words: "tasks.new.title", to: "/taches/nouvelle" }],
}
