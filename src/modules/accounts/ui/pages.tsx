import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const Welcome = lazy(() => import("./welcome.tsx").then(({ Welcome: component }) => ({ default: component })))
const Enter = lazy(() => import("./enter.tsx").then(({ Enter: component }) => ({ default: component })))
const OpenLink = lazy(() => import("./open-link.tsx").then(({ OpenLink: component }) => ({ default: component })))

export const { pages }: ModulePages = {
  pages: [
    { path: "/bienvenue", component: Welcome, open: true },
    { path: "/entrer", component: Enter, open: true },
    { path: "/entrer/lien", component: OpenLink, open: true },
  ],
}
