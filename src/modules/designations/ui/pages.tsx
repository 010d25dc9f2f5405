import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/designations",
      component: at(() => import("./designations-page.tsx"), "DesignationsPage"),
      chapter: { of: "/decisions", words: "designations.title", order: 4 },
    },
    { path: "/designations/nouvelle", component: at(() => import("./write-pages.tsx"), "NewPage") },
    {
      path: "/designations/$designationId",
      component: at(() => import("./designation-page.tsx"), "DesignationPage"),
    },
    { path: "/designations/$designationId/modifier", component: at(() => import("./write-pages.tsx"), "ChangePage") },
    { path: "/designations/$designationId/cle/$of", component: at(() => import("./key-page.tsx"), "KeyPage") },
    { path: "/designations/$designationId/liste", component: at(() => import("./list-page.tsx"), "ListPage") },
  ],
  find: [{ words: "designations.new", to: "/designations/nouvelle" }],
}
