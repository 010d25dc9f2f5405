import type { Readable } from "node:stream"
import type { Db } from "../db.ts"
import type { Actor } from "../rule.ts"
import type { Named } from "../limit.ts"
import type { Equipment } from "../equipment.ts"

/** A page without script, a file or a feed. `handle` chooses its organisation itself, from a signed link or the session. */
export type Route = {
  method: "GET" | "POST"
  /** Fastify's notation: "/r/:token". */
  path: string
  /** Requests for each address and minute, or for each browser where whoever asks is signed in; 120 unless told. */
  limit?: number
  /** Counted for each browser all the same: nothing can be tried out on it. */
  counts?: "browser"
  /**
   * The command or the read whose answer this is in another form: a key limited to chosen names passes where it might give
   * that. "link": whoever holds the signed address; "session": the browser that is signed in, or about to be. For these two
   * no key is anybody.
   */
  standsFor: Named | "link" | "session"
  handle: (request: Request) => Promise<Reply>
}

export type Request = {
  params: Record<string, string>
  query: Record<string, string>
  /** A form sent by a page without script (application/x-www-form-urlencoded), or JSON. */
  body: Record<string, unknown>
  headers: Record<string, string | string[] | undefined>
  cookies: Record<string, string>
  ip: string
  /** The parts of a multipart form, as they stream in. */
  files: () => AsyncIterable<{ name: string; type: string; stream: Readable }>
  /** Who is signed in, if anyone; nobody where the route stands for a link or a session, which it reads itself. */
  actor: () => Promise<Actor | undefined>
  db: Db
  equipment: Equipment
}

export type Reply = {
  status?: number
  type?: string
  headers?: Record<string, string | string[]>
  body?: string | Uint8Array | Readable | object
}
