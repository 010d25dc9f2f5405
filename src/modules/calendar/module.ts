import { sql } from "kysely"
import { itsBody } from "../../kernel/held.ts"
import { module } from "../../kernel/module.ts"
import { calendarBetween } from "./between.ts"
import * as events from "./events.ts"
import { serveFeed } from "./feed.ts"
import { listFeeds } from "./list-feeds.ts"
import { revokeFeed } from "./revoke.ts"
import { subscribeToBody, subscribeToMine } from "./subscribe.ts"

export const calendar = module({
  name: "calendar",
  layer: "reader",
  at: import.meta.url,
  held: [
    {
      table: "calendar_feeds",
      person: "person_id",
      says: { on: sql`t.created_at`, where: itsBody },
      erased: "deleted",
    },
  ],
  commands: [subscribeToMine, subscribeToBody, revokeFeed],
  reads: [calendarBetween, listFeeds],
  events: Object.values(events),
  // The pages below /agenda/ belong to the browser; only what ends in .ics is a feed.
  routes: [
    { method: "GET", path: "/agenda/:token(^[A-Za-z0-9_.-]+).ics", limit: 240, standsFor: "link", handle: serveFeed },
  ],
})
