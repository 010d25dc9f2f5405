import { z } from "zod"
import type { RoomEvent } from "./room.ts"

/** The value of a rule of unit `proxies`: how many one member may hold; 0, none at all. */
export const proxyRuleSchema = z.object({ per_holder: z.int().min(0) })

export type ProxyRule = z.infer<typeof proxyRuleSchema>

/** `from` is absent and votes by the hand of `to`. */
export type Proxy = { from: string; to: string }

export type SetAside = Proxy & {
  why:
    | "not_a_member"
    | "given_to_oneself"
    | "holder_left"
    | "holder_not_here"
    | "giver_came"
    | "giver_here"
    | "over_cap"
}

/**
 * The proxies that hold once these events (in order) have happened.
 * A proxy is for a person: it lapses for good when its holder leaves, and when its giver comes in person; leaving
 * again, the giver gives a new one. Given before the holder has come, it waits. A newer one replaces an older one.
 * Over the cap the first given count (CGCT L4132-15: one received per councillor).
 */
export function liveProxies(
  events: readonly RoomEvent[],
  members: ReadonlySet<string>,
  { per_holder }: ProxyRule,
): { represented: Proxy[]; set_aside: SetAside[] } {
  const given = new Map<string, Proxy>()
  const lapsed = new Map<string, SetAside>()
  const room = new Set<string>()
  for (const event of events) {
    if (event.kind === "proxy_given") {
      // Deleted first, so that the order of the map is the order of giving.
      given.delete(event.from)
      lapsed.delete(event.from)
      given.set(event.from, { from: event.from, to: event.to })
    }
    if (event.kind === "proxy_withdrawn") {
      given.delete(event.from)
      lapsed.delete(event.from)
    }
    if (event.kind === "arrived") {
      room.add(event.person)
      const own = given.get(event.person)
      if (own) lapse(own, "giver_came")
    }
    if (event.kind === "left") {
      room.delete(event.person)
      for (const proxy of given.values()) if (proxy.to === event.person) lapse(proxy, "holder_left")
    }
  }
  const held = new Map<string, number>()
  const represented: Proxy[] = []
  const set_aside = [...lapsed.values()]
  for (const proxy of given.values()) {
    const why = obstacle(proxy)
    if (why) set_aside.push({ ...proxy, why })
    else represented.push(proxy)
  }
  return { represented, set_aside }

  function lapse(proxy: Proxy, why: SetAside["why"]) {
    given.delete(proxy.from)
    lapsed.set(proxy.from, { ...proxy, why })
  }

  function obstacle({ from, to }: Proxy): SetAside["why"] | null {
    if (from === to) return "given_to_oneself"
    if (!members.has(from) || !members.has(to)) return "not_a_member"
    if (room.has(from)) return "giver_here"
    if (!room.has(to)) return "holder_not_here"
    const already = held.get(to) ?? 0
    if (already >= per_holder) return "over_cap"
    held.set(to, already + 1)
    return null
  }
}
