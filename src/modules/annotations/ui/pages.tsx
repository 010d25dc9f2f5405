import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages }: ModulePages = {
  pages: [{ path: "/pieces/$fileId", component: at(() => import("./paper-page.tsx"), "PaperPage") }],
}
