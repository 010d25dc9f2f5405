import { lazy } from "react"
import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find, beside }: ModulePages = {
  pages: [
    {
      path: "/amendements",
      component: at(() => import("./list-page.tsx"), "ListPage"),
      chapter: { of: "/seances", words: "amendments.place", order: 2 },
    },
    { path: "/amendements/nouveau", component: at(() => import("./bring-page.tsx"), "BringPage") },
    { path: "/amendements/$baseId", component: at(() => import("./base-page.tsx"), "BasePage") },
    { path: "/amendements/$baseId/version", component: at(() => import("./version-page.tsx"), "VersionPage") },
    { path: "/amendements/$baseId/relire", component: at(() => import("./mend-page.tsx"), "MendPage") },
    { path: "/amendements/$baseId/tableau", component: at(() => import("./table-page.tsx"), "TablePage") },
    {
      path: "/amendements/$baseId/ensemble",
      component: at(() => import("./consolidated-page.tsx"), "ConsolidatedPage"),
    },
    { path: "/amendements/$baseId/ecrire", component: at(() => import("./write-pages.tsx"), "BeginPage") },
    { path: "/amendements/$baseId/reprendre", component: at(() => import("./take-page.tsx"), "TakePage") },
    { path: "/amendements/$baseId/autre", component: at(() => import("./write-pages.tsx"), "OtherPage") },
    {
      path: "/amendements/$baseId/lire/$amendmentId",
      component: at(() => import("./amendment-page.tsx"), "AmendmentPage"),
    },
    {
      path: "/amendements/$baseId/lire/$amendmentId/sous-amender",
      component: at(() => import("./sub-pages.tsx"), "SubBeginPage"),
    },
    {
      path: "/amendements/$baseId/lire/$amendmentId/autre",
      component: at(() => import("./sub-pages.tsx"), "SubOtherPage"),
    },
    {
      path: "/amendements/$baseId/lire/$amendmentId/modifier",
      component: at(() => import("./write-pages.tsx"), "WritePage"),
    },
  ],
  find: [{ words: "amendments.bring", to: "/amendements/nouveau" }],
  beside: {
    sittingItem: lazy(async () => ({ default: (await import("./for-item.tsx")).ForItem })),
    text: lazy(async () => ({ default: (await import("./of-text.tsx")).OfText })),
  },
}
