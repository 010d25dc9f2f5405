import { createHash } from "node:crypto"
import { sql } from "kysely"
import { type CalendarEvent, writeCalendar } from "../../kernel/calendar/write.ts"
import { dayOf } from "../../kernel/clock.ts"
import { type Db, inOrganisation } from "../../kernel/db.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { refuse } from "../../kernel/refusal.ts"
import { say } from "../../words.ts"
import { bodiesOf } from "../mandates/contract.ts"
import { feedNamed } from "./address.ts"
import { feedEvents } from "./feed-events.ts"

/** What a feed shows: of one person, or of one body. */
export type Feed = {
  id: string
  person_id: string
  person_name: string
  language: "fr" | "en"
  body_id: string | null
  body_name: string | null
  organisation_name: string
  with_tasks: boolean
  /** Of a body: whether its reader still belongs to it. */
  still: boolean
}

/** GET /agenda/<token>.ics: a calendar program comes without session, again and again, and hears "nothing new" most times. */
export const serveFeed = async ({ params, headers, db, equipment }: Request): Promise<Reply> => {
  const now = Temporal.Now.instant()
  const { organisation, id } =
    feedNamed(params["token"] ?? "", { secret: equipment.secret, now }) ?? refuse("not_found", {}, 404)
  const calendar = await inOrganisation(db, organisation, async (tx) => {
    const feed = await findFeed(id, dayOf(now), tx)
    if (!feed?.still) return refuse("not_found", {}, 404)
    await noteUse(feed.id, now, tx)
    return calendarOf(feed, await feedEvents(feed, { db: tx, now, origin: equipment.origin }))
  })
  const etag = `"${createHash("sha256").update(calendar).digest("base64url").slice(0, 27)}"`
  const common = { etag, "cache-control": "private, no-cache", "x-robots-tag": "noindex" }
  // A proxy that compresses on its way makes the tag a weak one.
  if (String(headers["if-none-match"] ?? "").includes(etag)) return { status: 304, headers: common }
  return {
    type: "text/calendar; charset=utf-8",
    headers: { ...common, "content-disposition": 'inline; filename="agenda.ics"' },
    body: calendar,
  }
}

const findFeed = async (id: string, today: Temporal.PlainDate, db: Db): Promise<Feed | undefined> => {
  const found = await db
    .selectFrom("calendar_feeds")
    .select("person_id")
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst()
  if (!found) return undefined
  const { rows } = await sql<Feed>`
    select f.id, f.person_id, p.given_name || ' ' || p.family_name as person_name, p.language, f.body_id, b.name as body_name,
           o.name as organisation_name, f.with_tasks,
           (p.left_on is null or p.left_on > ${today}::date)
             and (f.body_id is null or f.body_id in (${bodiesOf(found.person_id, today)})) as still
      from calendar_feeds f
      join organisations o on o.id = f.organisation_id
      join people p on (p.organisation_id, p.id) = (f.organisation_id, f.person_id)
      left join bodies b on (b.organisation_id, b.id) = (f.organisation_id, f.body_id)
     where f.id = ${id}`.execute(db)
  return rows[0]
}

// Clients come every hour or every quarter: the row is written once an hour at most.
const noteUse = (id: string, now: Temporal.Instant, db: Db) =>
  sql`update calendar_feeds set used_at = ${now}
       where id = ${id} and (used_at is null or used_at < ${now.subtract({ hours: 1 })})`.execute(db)

const calendarOf = (feed: Feed, events: CalendarEvent[]): string =>
  writeCalendar({
    name: feed.body_name ?? say(feed.language, "calendar.feed.name", { organisation: feed.organisation_name }),
    events,
  })
