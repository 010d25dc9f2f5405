import type { FastifyReply, FastifyRequest } from "fastify"
import { refuse } from "../refusal.ts"
import type { Actor } from "../rule.ts"
import type { Equipment } from "../equipment.ts"

/** Server-sent events: the names of what was done in the organisation, never its content. */
export const live =
  (equipment: Equipment, whoAsks: (request: FastifyRequest) => Promise<Actor | undefined>) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const actor = (await whoAsks(request)) ?? refuse("not_signed_in", {}, 401)
    // It tells the names of all that is done, whatever a key was limited to.
    if (actor.only) refuse("key_is_limited", { name: "live" }, 403)
    reply.hijack()
    const out = reply.raw
    out.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" })
    out.write("retry: 3000\n\n")
    const stop = equipment.live.listen(actor.organisation, (names) =>
      out.write(`data: ${JSON.stringify({ names })}\n\n`),
    )
    // Proxies close a silent connection after a minute or so. A session that has ended is noticed here too.
    const beat = setInterval(() => {
      whoAsks(request).then(
        (still) => (still ? out.write(": \n\n") : out.end()),
        () => out.write(": \n\n"),
      )
    }, 25_000)
    request.raw.on("close", () => {
      clearInterval(beat)
      stop()
    })
  }
