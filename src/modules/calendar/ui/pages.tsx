import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const CalendarPage = lazy(() => import("./calendar-page.tsx").then(({ CalendarPage: page }) => ({ default: page })))
const FeedsPage = lazy(() => import("./feeds-page.tsx").then(({ FeedsPage: page }) => ({ default: page })))

export const { pages, find }: ModulePages = {
  pages: [
    { path: "/agenda", component: CalendarPage, place: { words: "calendar.place", order: 2 } },
    { path: "/agenda/abonnements", component: FeedsPage },
  ],
  find: [{ words: "calendar.feeds.title", to: "/agenda/abonnements" }],
}
