import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Actor } from "../../kernel/rule.ts"
import { settleIncoming } from "../letters/incoming/change.ts"
import { registerIncoming } from "../letters/incoming/register.ts"
import { type World, world } from "../../../tests/world.ts"
import { readEvents } from "../../kernel/calendar/read.ts"
import type { Request } from "../../kernel/http/route.ts"
import { newId } from "../../kernel/id.ts"
import { cancelMeeting } from "../meetings/cancel.ts"
import { addCounterpart } from "../counterparts/file/add.ts"
import { logExchange } from "../counterparts/exchanges/log.ts"
import { closeMatter } from "../matters/close.ts"
import { openMatter } from "../matters/open.ts"
import { beginText } from "../texts/begin.ts"
import { recordOffice } from "../offices/record.ts"
import { prepareMeeting } from "../meetings/prepare.ts"
import { calendarBetween } from "./between.ts"
import { serveFeed } from "./feed.ts"
import { listFeeds } from "./list-feeds.ts"
import { revokeFeed } from "./revoke.ts"
import { subscribeToBody, subscribeToMine } from "./subscribe.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

// A feed is asked at the hour it is: what is prepared for it lies ahead of the day the tests run.
const ahead = Temporal.Now.plainDateISO().add({ days: 20 })
const prepared = async (more: object = {}) => {
  const { meetingId } = await w.do(
    prepareMeeting,
    { bodyId: w.lisle, title: "Assemblée", day: ahead.toString(), at: "19:30", place: "Tanneurs", ...more },
    w.people.amina,
  )
  return meetingId
}
const addressOf = async (feedId: string, actor = w.people.dario) =>
  (await w.ask(listFeeds, {}, actor)).feeds.find(({ id }) => id === feedId)!.address
const asked = (address: string, headers: Record<string, string> = {}) => {
  const token = /\/agenda\/(.+)\.ics$/.exec(address)![1]!
  return serveFeed({ params: { token }, headers, db: w.db, equipment: w.equipment } as unknown as Request)
}
const eventsAt = async (address: string) => readEvents(String((await asked(address)).body)).events

describe("calendar.between", () => {
  const may = { from: "2026-05-01", to: "2026-05-31" }

  it("shows the days by which texts must leave, to who carries them and who sees them off", async () => {
    const { textId } = await w.do(
      beginText,
      { bodyId: w.lisle, kind: "op_ed", title: "La tribune du mois", authorId: w.amina, dueOn: "2026-05-20" },
      w.people.amina,
    )
    const days = async (actor: typeof w.people.amina) =>
      (await w.ask(calendarBetween, may, actor)).entries
        .filter(({ kind }) => kind === "text")
        .map(({ day, title, at }) => [String(day), title, at])
    const due = [["2026-05-20", "La tribune du mois", `/textes/${textId}`]]
    assert.deepEqual(await days(w.people.amina), due)
    assert.deepEqual(await days(await w.holding(["texts.write", "texts.manage"])), due)
    assert.deepEqual(await days(await w.holding(["texts.write"])), [])
    assert.deepEqual(await days(w.people.oscar), [])
  })

  it("shows the day by which a letter that came is answered, to whoever has it and who keeps the register", async () => {
    const told = {
      bodyId: w.lisle,
      receivedOn: "2026-04-30",
      about: "Guichet",
      sender: "SNCB",
      answerDue: "2026-08-12",
    }
    const { incomingId } = await w.do(registerIncoming, { ...told, givenTo: w.dario }, w.people.amina)
    const august = async (actor: Actor) =>
      (await w.ask(calendarBetween, { from: "2026-08-01", to: "2026-08-31" }, actor)).entries
        .filter(({ kind }) => kind === "letter")
        .map(({ day, title, at }) => [String(day), title, at])
    const shown = [["2026-08-12", "Guichet", `/courrier/arrivees/${incomingId}`]]
    assert.deepEqual(await august(w.people.dario), shown)
    assert.deepEqual(await august(w.people.amina), shown)
    assert.deepEqual(await august(w.people.oscar), [])
    assert.deepEqual(await august(await w.holding(["texts.write"])), [])
    await w.do(settleIncoming, { incomingId }, w.people.dario)
    assert.deepEqual(await august(w.people.dario), [])
  })

  it("shows the ends of external mandates, what is to be declared and the answers due, to whom they concern", async () => {
    const place = { name: "Conseil de Lisle", kind: "municipal_council", level: "local" }
    const sits = { bodyId: w.lisle, personId: w.dario, institution: place, role: "councillor", origin: "elected" }
    const { officeId } = await w.do(recordOffice, { ...sits, since: "2024-12-02", until: "2026-06-20" }, w.people.amina)
    const { counterpartId } = await w.do(
      addCounterpart,
      { bodyId: w.lisle, nature: "organisation", kind: "public_service", name: "Cadastre" },
      w.people.amina,
    )
    const asks = { kind: "request", on: "2026-05-01", about: "Plan du quai", theirsIds: [counterpartId] }
    const { exchangeId } = await w.do(
      logExchange,
      { bodyId: w.lisle, ...asks, answerDue: "2026-06-10" },
      w.people.amina,
    )
    const june = async (actor = w.people.amina) =>
      (await w.ask(calendarBetween, { from: "2026-06-01", to: "2026-06-30" }, actor)).entries
        .filter(({ kind }) => ["office_end", "declaration", "answer"].includes(kind))
        .map(({ kind, day, title, at }) => [kind, String(day), title, at])
    const end = ["office_end", "2026-06-20", "Dario Lemmens, Conseil de Lisle", `/mandats/${officeId}`]
    const declares = (title: string) => ["declaration", "2026-06-01", title, "/mandats/declarations"]
    assert.deepEqual(await june(), [
      declares("Organe de contrôle wallon (une personne)"),
      ["answer", "2026-06-10", "Plan du quai", `/interlocuteurs/echanges/${exchangeId}`],
      end,
    ])
    assert.deepEqual(await june(w.people.dario), [declares("Organe de contrôle wallon"), end])
    assert.deepEqual(await june(w.people.ines), [])
    assert.deepEqual(await june(w.people.oscar), [])
  })

  it("shows the next step of a matter to who leads it or works on it", async () => {
    const step = { nextStep: "Réunir les riverains", nextOn: "2026-09-14" }
    const led = { bodyId: w.lisle, title: "Place du Marché", leadId: w.dario }
    const { matterId } = await w.do(openMatter, { ...led, ...step }, w.people.amina)
    const secret = { bodyId: w.lisle, title: "Litige", leadId: w.dario, confidential: true }
    await w.do(openMatter, { ...secret, nextStep: "Transiger", nextOn: "2026-09-20" }, w.people.amina)
    const september = async (actor: Actor) =>
      (await w.ask(calendarBetween, { from: "2026-09-01", to: "2026-09-30" }, actor)).entries
        .filter(({ kind }) => kind === "next_step")
        .map(({ day, title, at }) => [String(day), title, at])
    assert.deepEqual((await september(w.people.dario))[0], [
      "2026-09-14",
      "Place du Marché · Réunir les riverains",
      `/dossiers/${matterId}`,
    ])
    assert.equal((await september(w.people.dario)).length, 2)
    assert.deepEqual(await september(w.people.amina), [], "who only reads it is not told")
    assert.deepEqual(await september(w.people.oscar), [])
    await w.do(closeMatter, { matterId }, w.people.amina)
    assert.equal((await september(w.people.dario)).length, 1)
  })

  it("shows the meetings of one's bodies, one's tasks, and the day until which items are proposed", async () => {
    await prepared({ title: "En mai", day: "2026-05-21" })
    await w.look((db) =>
      db
        .insertInto("tasks")
        .values({
          organisation_id: w.organisation,
          id: newId(),
          body_id: w.lisle,
          what: "Réserver la salle",
          owner_id: w.dario,
          due: Temporal.PlainDate.from("2026-05-11"),
          created_at: w.now,
        } as never)
        .execute(),
    )
    const { entries } = await w.ask(calendarBetween, { ...may, bodyId: w.lisle }, w.people.dario)
    assert.deepEqual(
      entries.map(({ kind, day, title }) => [kind, day.toString(), title]),
      [
        ["task", "2026-05-11", "Réserver la salle"],
        ["propose", "2026-05-20", "En mai"],
        ["meeting", "2026-05-21", "En mai"],
      ],
    )
  })

  it("shows the last day to convene to who convenes, by the rulebook", async () => {
    const type = await w.look((db) =>
      db
        .selectFrom("meeting_types")
        .select(["id", "notice_rule"])
        .where("body_id", "=", w.lisle)
        .where("notice_rule", "is not", null)
        .executeTakeFirst(),
    )
    if (!type) return
    await prepared({ title: "Statutaire", day: "2026-06-25", typeId: type.id })
    const { entries } = await w.ask(calendarBetween, { from: "2026-05-01", to: "2026-06-30" }, w.people.amina)
    const last = entries.find(({ kind, title }) => kind === "convene" && title === "Statutaire")
    assert.ok(last && Temporal.PlainDate.compare(last.day, "2026-06-25") < 0)
    const { entries: others } = await w.ask(calendarBetween, { from: "2026-05-01", to: "2026-06-30" }, w.people.dario)
    assert.ok(others.every(({ kind }) => kind !== "convene"))
  })

  it("shows nothing of a body one does not belong to", async () => {
    const { entries } = await w.ask(calendarBetween, may, w.people.ines)
    assert.deepEqual(entries, [])
  })

  it("refuses a year at once, and a span that ends before it begins", async () => {
    for (const to of ["2027-05-01", "2026-04-01"])
      await assert.rejects(
        async () => w.ask(calendarBetween, { from: "2026-05-01", to }, w.people.dario),
        /too_long_a_span/,
      )
  })
})

describe("a calendar feed", () => {
  it("is read without session, with the hours of its zone, and says when nothing is new", async () => {
    await prepared({ title: "Conseil" })
    const { feedId } = await w.do(subscribeToMine, {}, w.people.dario)
    const address = await addressOf(feedId)
    const first = await asked(address)
    assert.match(String(first.body), /TZID:Europe\/Brussels/)
    const event = (await eventsAt(address)).find(({ summary }) => summary.startsWith("Conseil"))!
    assert.equal((event.start as Temporal.ZonedDateTime).toPlainTime().toString(), "19:30:00")
    const again = await asked(address, { "if-none-match": String(first.headers!["etag"]) })
    assert.equal(again.status, 304)
  })

  it("says a meeting that is called off, under the same uid", async () => {
    const meetingId = await prepared({ title: "Annulée" })
    const { feedId } = await w.do(subscribeToMine, {}, w.people.dario)
    const address = await addressOf(feedId)
    const before = (await eventsAt(address)).find(({ summary }) => summary.startsWith("Annulée"))!
    await w.do(cancelMeeting, { meetingId, reason: "La salle est prise." }, w.people.amina)
    const after = (await eventsAt(address)).find(({ uid }) => uid === before.uid)!
    assert.deepEqual([before.status, after.status], ["TENTATIVE", "CANCELLED"])
  })

  it("tells of a confidential meeting only that there is one", async () => {
    const meetingId = await prepared({ title: "Licenciement", place: "Chez le notaire" })
    await w.look((db) => db.updateTable("meetings").set({ confidential: true }).where("id", "=", meetingId).execute())
    const feeds = [
      await w.do(subscribeToMine, {}, w.people.dario),
      await w.do(subscribeToBody, { bodyId: w.lisle }, w.people.dario),
    ]
    const bodies = await Promise.all(
      feeds.map(async ({ feedId }) => String((await asked(await addressOf(feedId))).body)),
    )
    assert.doesNotMatch(bodies[1]!, /Licenciement|notaire/)
    assert.doesNotMatch(bodies[0]!, /Licenciement|notaire/)
    assert.match(bodies[0]!, /SUMMARY:Réunion/)
  })

  it("holds the tasks when they were asked for, and only then", async () => {
    const id = newId()
    await w.look((db) =>
      db
        .insertInto("tasks")
        .values({
          organisation_id: w.organisation,
          id,
          body_id: w.lisle,
          what: "Coller les affiches",
          owner_id: w.dario,
          due: ahead,
          created_at: w.now,
        } as never)
        .execute(),
    )
    const without = await w.do(subscribeToMine, { withTasks: false }, w.people.dario)
    const withTasks = await w.do(subscribeToMine, { withTasks: true }, w.people.dario)
    assert.doesNotMatch(String((await asked(await addressOf(without.feedId))).body), /affiches/)
    assert.match(String((await asked(await addressOf(withTasks.feedId))).body), /affiches/)
  })

  it("holds the next steps beside the tasks, and of a confidential matter only that there is one", async () => {
    const ofDario = { bodyId: w.lisle, leadId: w.dario, nextOn: ahead.toString() }
    await w.do(openMatter, { ...ofDario, title: "Halle", nextStep: "Visiter" }, w.people.amina)
    await w.do(openMatter, { ...ofDario, title: "Zibeline", nextStep: "Transiger", confidential: true }, w.people.amina)
    const { feedId } = await w.do(subscribeToMine, { withTasks: true }, w.people.dario)
    const address = await addressOf(feedId)
    const summaries = (await eventsAt(address)).map(({ summary }) => summary)
    assert.ok(summaries.includes("Étape : Halle, Visiter"), summaries.join("; "))
    assert.ok(summaries.includes("Étape d’un dossier"))
    assert.doesNotMatch(summaries.join(), /Zibeline|Transiger/)
    const again = await asked(address, { "if-none-match": String((await asked(address)).headers!["etag"]) })
    assert.equal(again.status, 304, "what has not changed is not sent again")
  })

  it("ends when its owner closes it, when they leave the body, and for an address that was made up", async () => {
    const { feedId } = await w.do(subscribeToBody, { bodyId: w.lisle }, w.people.dario)
    const address = await addressOf(feedId)
    await assert.rejects(w.do(revokeFeed, { feedId }, w.people.amina), { code: "not_found" })
    await w.do(revokeFeed, { feedId }, w.people.dario)
    await assert.rejects(asked(address), { code: "not_found" })
    await assert.rejects(asked(address.replace(/.\.ics/, "A.ics").replace("v1.-.", "v1.-.x")), { code: "not_found" })

    const leaver = await w.holding(["meetings.prepare"])
    const other = await w.do(subscribeToBody, { bodyId: w.lisle }, leaver)
    const theirs = await addressOf(other.feedId, leaver)
    assert.equal((await asked(theirs)).status, undefined)
    const past = { since: Temporal.PlainDate.from("2020-01-01"), until: Temporal.PlainDate.from("2020-02-01") }
    for (const table of ["mandates", "memberships"] as const)
      await w.look((db) => db.updateTable(table).set(past).where("person_id", "=", leaver.personId).execute())
    await assert.rejects(asked(theirs), { code: "not_found" })
  })
})

describe("calendar.subscribeBody", () => {
  it("is refused to who does not belong to the body, and does not exist for another organisation", async () => {
    await assert.rejects(w.do(subscribeToBody, { bodyId: w.lisle }, w.people.ines), { code: "not_allowed" })
    await assert.rejects(w.do(subscribeToBody, { bodyId: w.lisle }, w.people.oscar), { code: "not_found" })
  })
})
