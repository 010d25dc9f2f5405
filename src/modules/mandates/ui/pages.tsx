import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const RightsPage = lazy(() => import("./rights-page.tsx").then(({ RightsPage: component }) => ({ default: component })))

export const { pages }: ModulePages = {
  pages: [{ path: "/personnes/$personId/droits", component: RightsPage }],
}
