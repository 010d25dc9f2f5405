import type { Route } from "../../../kernel/http/route.ts"
import { codeSheets } from "./code-sheets.ts"
import { readLinks } from "./read-links.ts"
import { castByLink, readByLink } from "./secret-by-link.ts"
import { enterCode, votePage } from "./vote-page.ts"

// Many voters of one assembly come from one address: what keeps codes from being tried is counted apart, for wrong ones only.
const often = 600

/** The page that a code opens, without account; what the page of a secret vote asks and gives; the sheets with codes to print. */
export const linkRoutes: Route[] = [
  { method: "GET", path: "/v", limit: often, standsFor: "link", handle: enterCode },
  { method: "POST", path: "/v", limit: often, standsFor: "link", handle: enterCode },
  { method: "GET", path: "/v/:code", limit: often, standsFor: "link", handle: votePage },
  { method: "POST", path: "/v/:code", limit: often, standsFor: "link", handle: votePage },
  { method: "GET", path: "/api/votes.byLink", limit: often, standsFor: "link", handle: readByLink },
  { method: "POST", path: "/api/votes.castByLink", limit: often, standsFor: "link", handle: castByLink },
  {
    method: "GET",
    path: "/api/votes/operations/:operationId/codes.pdf",
    limit: 30,
    standsFor: readLinks,
    handle: codeSheets,
  },
]
