import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const TodayPage = lazy(() => import("./today-page.tsx").then(({ TodayPage: page }) => ({ default: page })))

export const { pages }: ModulePages = {
  pages: [{ path: "/", component: TodayPage, place: { words: "today.place", order: 1, count: "waiting" } }],
}
