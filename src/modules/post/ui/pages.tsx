import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/secretariat/courrier",
      setting: { words: "post.title", lead: "post.lead", order: 8 },
      component: lazy(async () => ({ default: (await import("./outbox-page.tsx")).OutboxPage })),
    },
    {
      path: "/secretariat/courrier/$sendingId",
      component: lazy(async () => ({ default: (await import("./letter-page.tsx")).LetterPage })),
    },
  ],
  find: [{ words: "post.title", to: "/secretariat/courrier" }],
}
