/** What happened in the room, in any order. At the same instant, in the order given. */
export type RoomEvent =
  | { at: Temporal.Instant; kind: "arrived" | "left"; person: string }
  | { at: Temporal.Instant; kind: "proxy_given"; from: string; to: string }
  | { at: Temporal.Instant; kind: "proxy_withdrawn"; from: string }

export function inOrder(events: readonly RoomEvent[]): RoomEvent[] {
  return events.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
}

export function inTheRoom(events: RoomEvent[]): Set<string> {
  const room = new Set<string>()
  for (const event of events) {
    if (event.kind === "arrived") room.add(event.person)
    if (event.kind === "left") room.delete(event.person)
  }
  return room
}
