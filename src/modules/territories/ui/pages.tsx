import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/secretariat/territoires",
      component: lazy(async () => ({ default: (await import("./places-page.tsx")).PlacesPage })),
      setting: { words: "territories.title", lead: "territories.lead", order: 1 },
    },
    {
      path: "/secretariat/territoires/fichiers",
      component: lazy(async () => ({ default: (await import("./import-page.tsx")).ImportPage })),
    },
    {
      path: "/secretariat/carte",
      component: lazy(async () => ({ default: (await import("./map-page.tsx")).MapPage })),
      setting: { words: "territories.map.title", lead: "territories.map.lead", order: 1 },
    },
  ],
  find: [
    { words: "territories.title", to: "/secretariat/territoires" },
    { words: "territories.map.title", to: "/secretariat/carte" },
    { words: "territories.import.title", to: "/secretariat/territoires/fichiers" },
  ],
}
