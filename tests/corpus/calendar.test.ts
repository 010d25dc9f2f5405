import assert from "node:assert/strict"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, it } from "node:test"
import { readEvents, readReply } from "../../src/kernel/calendar/read.ts"
import { writeCalendar } from "../../src/kernel/calendar/write.ts"
import { missing, sharedFolder } from "./shared.ts"

const folder = sharedFolder("data/02-calendar-contacts/ics")
const files = folder ? (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ics")).sort() : []
const text = (file: string) => readFile(join(folder ?? "", file), "utf8")

describe("calendars made by others", { skip: missing(folder) }, () => {
  it("are read without a fault", async (t) => {
    for (const file of files) {
      const { events, unread } = readEvents(await text(file))
      readReply(await text(file))
      t.diagnostic(`${file}: ${events.length} read, ${unread} not`)
    }
    assert.ok(files.length > 20)
  })

  it("say the same after being written again by us", async () => {
    for (const file of files) {
      const { events } = readEvents(await text(file))
      const stamp = Temporal.Instant.from("2026-01-01T00:00Z")
      const again = readEvents(
        writeCalendar({
          events: events.map(({ rule, except, status: _, end, ...event }) => ({
            ...event,
            stamp,
            end,
            recurrence: rule ? { rule, except } : undefined,
          })),
        }),
      )
      const facts = (list: typeof events) =>
        list.map((e) => [e.uid, `${e.start}`, e.end && `${e.end}`, e.summary, e.description, e.location, e.rule])
      const clean = (value: string) => value.replace(/\r\n|\r/g, "\n")
      assert.deepEqual(
        facts(again.events),
        facts(events.map((e) => ({ ...e, summary: clean(e.summary), description: clean(e.description) }))),
        file,
      )
    }
  })

  it("give the public holidays of France", async () => {
    const { events } = readEvents(await text("jours-feries-fr/jours_feries_metropole.ics"))
    const found = events.find(({ start, summary }) => `${start}` === "2026-07-14" && /14 juillet/i.test(summary))
    assert.ok(found)
    assert.equal(`${found.end}`, "2026-07-14")
  })
})
