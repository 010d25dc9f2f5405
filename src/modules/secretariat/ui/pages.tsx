import { type ComponentType, lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const at = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }))

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/secretariat",
      component: at(() => import("./secretariat-page.tsx"), "SecretariatPage"),
      place: { words: "secretariat.title", order: 9 },
    },
    {
      path: "/secretariat/instances",
      component: at(() => import("./bodies-page.tsx"), "BodiesPage"),
      setting: { words: "secretariat.bodies", lead: "secretariat.bodies.lead", order: 1 },
    },
    {
      path: "/secretariat/arbre",
      component: at(() => import("./tree-page.tsx"), "TreePage"),
      setting: { words: "secretariat.tree", lead: "secretariat.tree.lead", order: 1 },
    },
    { path: "/secretariat/instances/$bodyId", component: at(() => import("./body-page.tsx"), "BodyPage") },
    { path: "/secretariat/instances/nouvelle", component: at(() => import("./new-body-page.tsx"), "NewBodyPage") },
    {
      path: "/secretariat/reglement",
      component: at(() => import("./rulebook-page.tsx"), "RulebookPage"),
      setting: { words: "secretariat.rulebook", lead: "secretariat.rulebook.lead", order: 2 },
    },
    { path: "/secretariat/reglement/questions", component: at(() => import("./questions-page.tsx"), "QuestionsPage") },
    { path: "/secretariat/reglement/$key", component: at(() => import("./override-page.tsx"), "OverridePage") },
    {
      path: "/secretariat/fonctions",
      component: at(() => import("./functions-page.tsx"), "FunctionsPage"),
      setting: { words: "secretariat.functions", lead: "secretariat.functions.lead", order: 3 },
    },
    {
      path: "/secretariat/sensibilites",
      component: at(() => import("./affiliations-page.tsx"), "AffiliationsPage"),
      setting: { words: "secretariat.affiliations", lead: "secretariat.affiliations.lead", order: 5 },
    },
    { path: "/secretariat/fonctions/nouvelle", component: at(() => import("./function-page.tsx"), "NewFunctionPage") },
    { path: "/secretariat/fonctions/$functionId", component: at(() => import("./function-page.tsx"), "FunctionPage") },
  ],
  find: [
    { words: "secretariat.bodies.create", to: "/secretariat/instances/nouvelle" },
    { words: "secretariat.tree", to: "/secretariat/arbre" },
  ],
}
