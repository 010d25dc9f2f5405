import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const besides = () => import("./besides.tsx")

export const { pages, find, beside }: ModulePages = {
  pages: [
    {
      path: "/competences",
      chapter: { of: "/personnes", words: "skills.title", order: 3 },
      component: lazy(async () => ({ default: (await import("./skills-page.tsx")).SkillsPage })),
    },
    {
      path: "/competences/liste",
      component: lazy(async () => ({ default: (await import("./list-page.tsx")).ListPage })),
    },
    {
      path: "/competences/inviter",
      component: lazy(async () => ({ default: (await import("./ask-page.tsx")).AskPage })),
    },
    {
      path: "/competences/personnes/$personId",
      component: lazy(async () => ({ default: (await import("./sheet-page.tsx")).SheetPage })),
    },
  ],
  beside: {
    person: lazy(async () => ({ default: (await besides()).PersonSkills })),
    account: lazy(async () => ({ default: (await besides()).OwnSkills })),
    chosenPeople: lazy(async () => ({ default: (await import("./ask-chosen.tsx")).AskChosen })),
    task: lazy(async () => ({ default: (await import("./who-for-task.tsx")).WhoForTask })),
  },
  find: [
    { words: "skills.find", to: "/competences" },
    { words: "skills.ask.find", to: "/competences/inviter" },
  ],
}
