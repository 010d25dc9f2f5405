import { type ComponentType, lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const at = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }))

export const { pages, find, beside }: ModulePages = {
  pages: [
    {
      path: "/mandats",
      component: at(() => import("./register-page.tsx"), "RegisterPage"),
      chapter: { of: "/personnes", words: "offices.title", order: 4 },
      setting: { words: "offices.title", lead: "offices.lead", order: 6 },
    },
    { path: "/mandats/nouveau", component: at(() => import("./edit-pages.tsx"), "NewPage") },
    { path: "/mandats/institutions", component: at(() => import("./institutions-page.tsx"), "InstitutionsPage") },
    { path: "/mandats/declarations", component: at(() => import("./declarations-page.tsx"), "DeclarationsPage") },
    { path: "/mandats/liste-publique", component: at(() => import("./public-list-page.tsx"), "PublicListPage") },
    { path: "/mandats/$officeId", component: at(() => import("./office-page.tsx"), "OfficePage") },
    { path: "/mandats/$officeId/modifier", component: at(() => import("./edit-pages.tsx"), "ChangePage") },
  ],
  find: [
    { words: "offices.title", to: "/mandats" },
    { words: "offices.new", to: "/mandats/nouveau" },
  ],
  beside: {
    counterpart: lazy(async () => ({ default: (await import("./counterpart-offices.tsx")).CounterpartOffices })),
    person: lazy(async () => ({ default: (await import("./person-offices.tsx")).PersonOffices })),
  },
}
