import { lazy } from "react"
import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find, beside }: ModulePages = {
  pages: [
    {
      path: "/textes",
      component: at(() => import("./list-page.tsx"), "ListPage"),
      chapter: { of: "/seances", words: "texts.place", order: 1 },
    },
    { path: "/textes/nouveau", component: at(() => import("./new-page.tsx"), "NewPage") },
    { path: "/textes/$textId", component: at(() => import("./text-page.tsx"), "TextPage") },
    { path: "/textes/$textId/ecrire", component: at(() => import("./write-page.tsx"), "WritePage") },
    { path: "/textes/$textId/modifier", component: at(() => import("./change-page.tsx"), "ChangePage") },
    { path: "/textes/$textId/comparer", component: at(() => import("./compare-page.tsx"), "ComparePage") },
    { path: "/textes/$textId/dire", component: at(() => import("./speech/prompter-page.tsx"), "PrompterPage") },
    {
      path: "/secretariat/modeles-de-textes",
      component: at(() => import("./models-page.tsx"), "ModelsPage"),
      setting: { words: "texts.models", lead: "texts.models.lead", order: 3 },
    },
    {
      path: "/secretariat/modeles-de-textes/$modelId",
      component: at(() => import("./model-page.tsx"), "ModelPage"),
    },
  ],
  find: [{ words: "texts.new", to: "/textes/nouveau" }],
  beside: {
    matter: lazy(async () => ({ default: (await import("./for-matter.tsx")).ForMatter })),
    followedSitting: lazy(async () => ({ default: (await import("./for-sitting.tsx")).ForSitting })),
    sitting: lazy(async () => ({ default: (await import("./for-sitting.tsx")).ForComingSitting })),
    sittingItem: lazy(async () => ({ default: (await import("./for-item.tsx")).ForItem })),
  },
}
