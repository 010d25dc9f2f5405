import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/seances",
      component: at(() => import("./list-page.tsx"), "ListPage"),
      place: { words: "sittings.place", order: 4 },
    },
    { path: "/seances/nouvelle", component: at(() => import("./new-page.tsx"), "NewPage") },
    { path: "/seances/assemblees/$assemblyId", component: at(() => import("./assembly-page.tsx"), "AssemblyPage") },
    {
      path: "/seances/assemblees/$assemblyId/reglement",
      component: at(() => import("./rules-page.tsx"), "RulesPage"),
    },
    {
      path: "/seances/assemblees/$assemblyId/membres/importer",
      component: at(() => import("./members-import-page.tsx"), "MembersImportPage"),
    },
    { path: "/seances/$sittingId", component: at(() => import("./sitting-page.tsx"), "SittingPage") },
    { path: "/seances/$sittingId/suivre", component: at(() => import("./follow-page.tsx"), "FollowPage") },
    { path: "/seances/$sittingId/modifier", component: at(() => import("./change-page.tsx"), "ChangePage") },
    { path: "/seances/$sittingId/repartir", component: at(() => import("./share-page.tsx"), "SharePage") },
    { path: "/seances/$sittingId/livret", component: at(() => import("./book-page.tsx"), "BookPage") },
    { path: "/seances/$sittingId/direct", component: at(() => import("./live-page.tsx"), "LivePage") },
    { path: "/seances/$sittingId/points/$itemId", component: at(() => import("./item-page.tsx"), "ItemPage") },
  ],
  find: [{ words: "sittings.new", to: "/seances/nouvelle" }],
}
