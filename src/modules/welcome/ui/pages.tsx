import { type ComponentType, lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const at = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }))

export const { pages, find, beside }: ModulePages = {
  beside: { person: lazy(async () => ({ default: (await import("./beside-person.tsx")).Arrival })) },
  pages: [
    {
      path: "/arrivants",
      component: at(() => import("./board-page.tsx"), "BoardPage"),
      chapter: { of: "/personnes", words: "welcome.title", order: 2 },
      setting: { words: "welcome.title", lead: "welcome.lead", order: 8 },
    },
    { path: "/arrivants/noter", component: at(() => import("./note-page.tsx"), "NotePage") },
    { path: "/arrivants/liste", component: at(() => import("./list-page.tsx"), "NewcomersPage") },
    { path: "/arrivants/annee", component: at(() => import("./statistics-page.tsx"), "StatisticsPage") },
    { path: "/arrivants/page", component: at(() => import("./page-page.tsx"), "PagePage") },
    { path: "/arrivants/etapes", component: at(() => import("./steps-page.tsx"), "StepsPage") },
    { path: "/arrivants/mes-coordonnees", component: at(() => import("./details-page.tsx"), "DetailsPage") },
    { path: "/arrivants/$newcomerId", component: at(() => import("./newcomer-page.tsx"), "NewcomerPage") },
    { path: "/arrivants/$newcomerId/corriger", component: at(() => import("./correct-page.tsx"), "CorrectPage") },
  ],
  find: [
    { words: "welcome.find.note", to: "/arrivants/noter" },
    { words: "welcome.find.board", to: "/arrivants" },
    { words: "welcome.find.page", to: "/arrivants/page" },
    { words: "welcome.find.year", to: "/arrivants/annee" },
  ],
}
