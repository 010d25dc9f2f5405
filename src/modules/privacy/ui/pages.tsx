import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const OwnLink = lazy(async () => ({ default: (await import("./links.tsx")).OwnLink }))
const PersonLink = lazy(async () => ({ default: (await import("./links.tsx")).PersonLink }))

export const { pages, find, beside }: ModulePages = {
  pages: [
    { path: "/compte/donnees", component: lazy(async () => ({ default: (await import("./own-page.tsx")).OwnPage })) },
    {
      path: "/personnes/$personId/vie-privee",
      component: lazy(async () => ({ default: (await import("./person-page.tsx")).PersonPage })),
    },
    {
      path: "/personnes/$personId/vie-privee/effacer",
      component: lazy(async () => ({ default: (await import("./erase-page.tsx")).ErasePage })),
    },
    {
      path: "/secretariat/vie-privee",
      component: lazy(async () => ({ default: (await import("./office-page.tsx")).OfficePage })),
      setting: { words: "privacy.setting", lead: "privacy.setting.lead", order: 9 },
    },
  ],
  beside: { person: PersonLink, account: OwnLink },
  find: [{ words: "privacy.mine", to: "/compte/donnees" }],
}
