import { lazy } from "react"
import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find, beside }: ModulePages = {
  pages: [
    {
      path: "/reunions",
      component: at(() => import("./list-page.tsx"), "ListPage"),
      place: { words: "meetings.place", order: 3 },
    },
    { path: "/reunions/nouvelle", component: at(() => import("./new-page.tsx"), "NewPage") },
    { path: "/reunions/sondages/nouveau", component: at(() => import("./poll-pages.tsx"), "NewPollPage") },
    { path: "/reunions/sondages/$pollId", component: at(() => import("./poll-pages.tsx"), "PollPage") },
    {
      path: "/secretariat/types",
      component: at(() => import("./types-pages.tsx"), "TypesPage"),
      setting: { words: "meetings.types.title", lead: "meetings.types.lead", order: 4 },
    },
    { path: "/secretariat/types/$typeId", component: at(() => import("./types-pages.tsx"), "TypePage") },
    { path: "/reunions/annee", component: at(() => import("./year-page.tsx"), "YearPage") },
    { path: "/reunions/series", component: at(() => import("./series-page.tsx"), "SeriesListPage") },
    { path: "/reunions/series/nouvelle", component: at(() => import("./series-page.tsx"), "NewSeriesPage") },
    { path: "/reunions/series/$seriesId", component: at(() => import("./series-page.tsx"), "SeriesPage") },
    { path: "/reunions/$meetingId", component: at(() => import("./current-step-page.tsx"), "CurrentStepPage") },
    { path: "/reunions/$meetingId/preparer", component: at(() => import("./prepare-page.tsx"), "PreparePage") },
    { path: "/reunions/$meetingId/convoquer", component: at(() => import("./convene-page.tsx"), "ConvenePage") },
    { path: "/reunions/$meetingId/tenir", component: at(() => import("./hold-page.tsx"), "HoldPage") },
    { path: "/reunions/$meetingId/rediger", component: at(() => import("./write-page.tsx"), "WritePage") },
    { path: "/reunions/$meetingId/approuver", component: at(() => import("./approve-page.tsx"), "ApprovePage") },
    { path: "/reunions/$meetingId/points/nouveau", component: at(() => import("./item-page.tsx"), "NewItemPage") },
    { path: "/reunions/$meetingId/points/$itemId", component: at(() => import("./item-page.tsx"), "ItemPage") },
    { path: "/reunions/$meetingId/proposer", component: at(() => import("./item-page.tsx"), "ProposePage") },
    { path: "/reunions/$meetingId/modifier", component: at(() => import("./change-page.tsx"), "ChangePage") },
    { path: "/reunions/$meetingId/deplacer", component: at(() => import("./change-page.tsx"), "MovePage") },
    { path: "/reunions/$meetingId/annuler", component: at(() => import("./change-page.tsx"), "CancelPage") },
  ],
  beside: { body: lazy(async () => ({ default: (await import("./of-body.tsx")).BodyMeetings })) },
  find: [{ words: "meetings.list.new", to: "/reunions/nouvelle" }],
}
