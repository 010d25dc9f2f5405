import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/dossiers",
      component: lazy(async () => ({ default: (await import("./list-page.tsx")).ListPage })),
      place: { words: "matters.place", order: 5 },
    },
    {
      path: "/dossiers/nouveau",
      component: lazy(async () => ({ default: (await import("./edit-pages.tsx")).NewPage })),
    },
    {
      path: "/dossiers/$matterId",
      component: lazy(async () => ({ default: (await import("./matter-page.tsx")).MatterPage })),
    },
    {
      path: "/dossiers/$matterId/modifier",
      component: lazy(async () => ({ default: (await import("./edit-pages.tsx")).ChangePage })),
    },
  ],
  find: [{ words: "matters.new", to: "/dossiers/nouveau" }],
}
