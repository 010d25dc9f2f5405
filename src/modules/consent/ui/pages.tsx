import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/elections-sans-candidat",
      component: at(() => import("./elections-page.tsx"), "ElectionsPage"),
      chapter: { of: "/decisions", words: "consent.title", order: 3 },
    },
    { path: "/elections-sans-candidat/nouvelle", component: at(() => import("./write-pages.tsx"), "NewPage") },
    {
      path: "/elections-sans-candidat/$electionId",
      component: at(() => import("./election-page.tsx"), "ElectionPage"),
    },
    {
      path: "/elections-sans-candidat/$electionId/modifier",
      component: at(() => import("./write-pages.tsx"), "ChangePage"),
    },
  ],
  find: [{ words: "consent.new", to: "/elections-sans-candidat/nouvelle" }],
}
