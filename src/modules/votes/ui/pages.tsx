import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/votes",
      component: at(() => import("./ballots-page.tsx"), "BallotsPage"),
      chapter: { of: "/decisions", words: "votes.title", order: 1 },
    },
    { path: "/votes/nouveau", component: at(() => import("./write-pages.tsx"), "NewPage") },
    {
      path: "/votes/operations/nouvelle",
      component: at(() => import("./operation/operation-write-pages.tsx"), "NewOperationPage"),
    },
    {
      path: "/votes/operations/$operationId",
      component: at(() => import("./operation/operation-page.tsx"), "OperationPage"),
    },
    {
      path: "/votes/operations/$operationId/modifier",
      component: at(() => import("./operation/operation-write-pages.tsx"), "ChangeOperationPage"),
    },
    { path: "/votes/operations/$operationId/urnes", component: at(() => import("./secret/urns-page.tsx"), "UrnsPage") },
    { path: "/votes/comptes", component: at(() => import("./accounts-page.tsx"), "AccountsPage") },
    { path: "/compter", component: at(() => import("./count/count-page.tsx"), "CountPage"), open: true },
    // Without account: the votes of a code are on a page of the server, which stands without script.
    {
      path: "/v/$linkId/$ballotId",
      component: at(() => import("./secret/secret-by-link-page.tsx"), "SecretByLinkPage"),
      open: true,
    },
    { path: "/votes/$ballotId", component: at(() => import("./ballot-page.tsx"), "BallotPage") },
    { path: "/votes/$ballotId/modifier", component: at(() => import("./write-pages.tsx"), "ChangePage") },
  ],
  find: [
    { words: "votes.new", to: "/votes/nouveau" },
    { words: "votes.operation.new", to: "/votes/operations/nouvelle" },
    { words: "votes.accounts", to: "/votes/comptes" },
    { words: "votes.count", to: "/compter" },
  ],
}
