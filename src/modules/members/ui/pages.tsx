import { type ComponentType, lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"
import { useMayReadMembers } from "./use-may.ts"

const at = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }))

export const { pages, find, beside }: ModulePages = {
  pages: [
    {
      path: "/membres",
      component: at(() => import("./members-page.tsx"), "MembersPage"),
      chapter: { of: "/personnes", words: "members.title", order: 1, useMay: useMayReadMembers },
      setting: { words: "members.title", lead: "members.lead", order: 7 },
    },
    { path: "/membres/demandes", component: at(() => import("./applications-page.tsx"), "ApplicationsPage") },
    { path: "/membres/demandes/nouvelle", component: at(() => import("./application-form.tsx"), "NewApplicationPage") },
    {
      path: "/membres/demandes/$applicationId",
      component: at(() => import("./application-page.tsx"), "ApplicationPage"),
    },
    {
      path: "/membres/demandes/$applicationId/completer",
      component: at(() => import("./application-form.tsx"), "CompleteApplicationPage"),
    },
    { path: "/membres/cotisations", component: at(() => import("./dues-page.tsx"), "DuesPage") },
    { path: "/membres/cotisations/$personId", component: at(() => import("./member-dues-page.tsx"), "MemberDuesPage") },
    { path: "/membres/paiements", component: at(() => import("./payments-page.tsx"), "PaymentsPage") },
    { path: "/membres/bareme", component: at(() => import("./scale-page.tsx"), "ScalePage") },
    { path: "/membres/appels", component: at(() => import("./calls-page.tsx"), "CallsPage") },
    { path: "/membres/listes", component: at(() => import("./rolls-page.tsx"), "RollsPage") },
    { path: "/membres/listes/nouvelle", component: at(() => import("./new-roll-page.tsx"), "NewRollPage") },
    { path: "/membres/listes/$rollId", component: at(() => import("./roll-page.tsx"), "RollPage") },
    { path: "/membres/imprimer", component: at(() => import("./print-page.tsx"), "PrintPage") },
    { path: "/membres/statistiques", component: at(() => import("./statistics-page.tsx"), "StatisticsPage") },
  ],
  find: [
    { words: "members.find.application", to: "/membres/demandes/nouvelle" },
    { words: "members.find.dues", to: "/membres/cotisations" },
    { words: "members.find.call", to: "/membres/appels" },
    { words: "members.find.roll", to: "/membres/listes/nouvelle" },
    { words: "members.find.print", to: "/membres/imprimer" },
    { words: "members.find.statistics", to: "/membres/statistiques" },
  ],
  beside: { person: lazy(async () => ({ default: (await import("./beside-person.tsx")).BesidePerson })) },
}
