import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/secretariat/journal",
      setting: { words: "journal.title", lead: "journal.lead", order: 7 },
      component: lazy(async () => ({ default: (await import("./journal-page.tsx")).JournalPage })),
    },
  ],
  find: [{ words: "journal.title", to: "/secretariat/journal" }],
}
