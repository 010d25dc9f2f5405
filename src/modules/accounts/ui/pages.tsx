import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const Welcome = lazy(() => import("./welcome.tsx").then(({ Welcome: component }) => ({ default: component })))
const Enter = lazy(() => import("./enter.tsx").then(({ Enter: component }) => ({ default: component })))
const OpenLink = lazy(() => import("./open-link.tsx").then(({ OpenLink: component }) => ({ default: component })))
const GiveFactor = lazy(() => import("./give-factor.tsx").then(({ GiveFactor: component }) => ({ default: component })))
const Account = lazy(() => import("./account.tsx").then(({ Account: component }) => ({ default: component })))

const Access = lazy(() => import("./access.tsx").then(({ Access: component }) => ({ default: component })))

export const { pages, find, beside }: ModulePages = {
  pages: [
    { path: "/bienvenue", component: Welcome, open: true },
    { path: "/entrer", component: Enter, open: true },
    { path: "/entrer/lien", component: OpenLink, open: true },
    { path: "/entrer/code", component: GiveFactor, open: true },
    { path: "/compte", component: Account },
  ],
  beside: { person: Access },
  find: [{ words: "accounts.account.title", to: "/compte" }],
}
