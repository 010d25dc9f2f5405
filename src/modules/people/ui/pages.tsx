import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

const PeoplePage = lazy(() => import("./list-page.tsx").then(({ PeoplePage: component }) => ({ default: component })))
const NewPage = lazy(() => import("./new-page.tsx").then(({ NewPage: component }) => ({ default: component })))
const PersonPage = lazy(() => import("./person-page.tsx").then(({ PersonPage: component }) => ({ default: component })))
const ChangePage = lazy(() => import("./change-page.tsx").then(({ ChangePage: component }) => ({ default: component })))

const ImportPage = lazy(() => import("./import-page.tsx").then(({ ImportPage: component }) => ({ default: component })))
const ImportReportPage = lazy(() =>
  import("./import-report-page.tsx").then(({ ImportReportPage: component }) => ({ default: component })),
)

const DuplicatesPage = lazy(() =>
  import("./duplicates-page.tsx").then(({ DuplicatesPage: component }) => ({ default: component })),
)
const ComparePage = lazy(() =>
  import("./compare-page.tsx").then(({ ComparePage: component }) => ({ default: component })),
)
const ChooseOtherPage = lazy(() =>
  import("./choose-other-page.tsx").then(({ ChooseOtherPage: component }) => ({ default: component })),
)

export const { pages, find }: ModulePages = {
  pages: [
    { path: "/personnes", component: PeoplePage, place: { words: "people.title", order: 8 } },
    { path: "/personnes/nouvelle", component: NewPage },
    { path: "/personnes/importer", component: ImportPage },
    { path: "/personnes/importer/$importId", component: ImportReportPage },
    { path: "/personnes/doublons", component: DuplicatesPage },
    { path: "/personnes/$personId", component: PersonPage },
    { path: "/personnes/$personId/comparer", component: ChooseOtherPage },
    { path: "/personnes/$personId/comparer/$otherId", component: ComparePage },
    { path: "/personnes/$personId/modifier", component: ChangePage },
  ],
  find: [
    { words: "people.find.new", to: "/personnes/nouvelle" },
    { words: "people.import", to: "/personnes/importer" },
    { words: "people.duplicates.find", to: "/personnes/doublons" },
  ],
}
