import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/secretariat/territoires",
      component: lazy(async () => ({ default: (await import("./places-page.tsx")).PlacesPage })),
      setting: { words: "territories.title", lead: "territories.lead", order: 1 },
    },
  ],
  find: [{ words: "territories.title", to: "/secretariat/territoires" }],
}
