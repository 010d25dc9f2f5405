import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const at = <Name extends string>(
  load: () => Promise<Record<Name, () => React.ReactNode>>,
  name: Name,
): React.LazyExoticComponent<() => React.ReactNode> => lazy(async () => ({ default: (await load())[name] }))

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/reunions",
      component: at(() => import("./list-page.tsx"), "ListPage"),
      place: { words: "meetings.place", order: 3 },
    },
    { path: "/reunions/nouvelle", component: at(() => import("./new-page.tsx"), "NewPage") },
    { path: "/reunions/$meetingId", component: at(() => import("./current-step-page.tsx"), "CurrentStepPage") },
    { path: "/reunions/$meetingId/preparer", component: at(() => import("./prepare-page.tsx"), "PreparePage") },
  ],
  find: [{ words: "meetings.list.new", to: "/reunions/nouvelle" }],
}
