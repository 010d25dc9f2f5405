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
    {
      path: "/secretariat/themes",
      component: lazy(async () => ({ default: (await import("./themes-page.tsx")).ThemesPage })),
      setting: { words: "matters.themes.title", lead: "matters.themes.lead", order: 2 },
    },
    {
      path: "/secretariat/programme",
      component: lazy(async () => ({ default: (await import("./programme-page.tsx")).ProgrammePage })),
      setting: { words: "programme.title", lead: "programme.lead", order: 2 },
    },
  ],
  find: [
    { words: "matters.new", to: "/dossiers/nouveau" },
    { words: "matters.themes.title", to: "/secretariat/themes" },
    { words: "programme.title", to: "/secretariat/programme" },
  ],
}
