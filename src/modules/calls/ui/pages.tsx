import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/appels",
      component: at(() => import("./calls-page.tsx"), "CallsPage"),
      chapter: { of: "/decisions", words: "calls.title", order: 2 },
    },
    { path: "/appels/nouveau", component: at(() => import("./write-pages.tsx"), "NewPage") },
    { path: "/appels/$callId", component: at(() => import("./call-page.tsx"), "CallPage") },
    { path: "/appels/$callId/modifier", component: at(() => import("./write-pages.tsx"), "ChangePage") },
  ],
  find: [{ words: "calls.new", to: "/appels/nouveau" }],
}
