import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const Welcome = lazy(() => import("./welcome.tsx").then(({ Welcome: component }) => ({ default: component })))

export const { pages }: ModulePages = {
  pages: [{ path: "/bienvenue", component: Welcome, open: true }],
}
