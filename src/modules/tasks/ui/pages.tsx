import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const at = <Name extends string>(
  load: () => Promise<Record<Name, () => React.ReactNode>>,
  name: Name,
): React.LazyExoticComponent<() => React.ReactNode> => lazy(async () => ({ default: (await load())[name] }))

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
