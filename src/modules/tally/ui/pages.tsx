import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/seances/bilan",
      component: at(() => import("./tally-page.tsx"), "TallyPage"),
      chapter: { of: "/seances", words: "tally.place", order: 3 },
    },
    { path: "/seances/bilan/lignes", component: at(() => import("./lines-page.tsx"), "LinesPage") },
  ],
  find: [{ words: "tally.title", to: "/seances/bilan" }],
}
