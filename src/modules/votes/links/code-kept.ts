import { cookie } from "../../../kernel/http/cookies.ts"
import type { Reply, Request } from "../../../kernel/http/route.ts"

// Time to read, to be called away and to come back; on a device of several people not much more.
const SECONDS = 2 * 3600

/**
 * A code stands in no address that a browser remembers: the one of the letter sends on at once to that of the link, by its number,
 * which opens nothing. The code itself waits in a cookie that no script reads, for that page and what it asks, apart for each link:
 * two people who vote on one device do not vote for each other.
 */
const nameOf = (linkId: string) => `vote-${linkId}`
export const pageOf = (linkId: string) => `/v/${linkId}`

export const codeKept = (linkId: string, { cookies }: Pick<Request, "cookies">): string | undefined =>
  cookies[nameOf(linkId)]

/** The cookies that keep a code some time more; `""` lets go of it. */
export const keepsCode = (linkId: string, code: string, { equipment: { origin } }: Pick<Request, "equipment">) => {
  const seconds = code === "" ? 0 : SECONDS
  return [pageOf(linkId), "/api"].map((path) => cookie(nameOf(linkId), code, { origin, seconds, path }))
}

/** To the page of a link, with its code kept. */
export const entered = (linkId: string, code: string, request: Pick<Request, "equipment">): Reply => ({
  status: 303,
  headers: {
    location: pageOf(linkId),
    "set-cookie": keepsCode(linkId, code.trim(), request),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  },
})
