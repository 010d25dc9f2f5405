import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { inOrganisation } from "../../../kernel/db.ts"
import { system } from "../../../kernel/job.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { prepareMeeting } from "../prepare.ts"
import { readMeeting } from "../read-meeting.ts"
import { answerPoll } from "./answer.ts"
import { pollRoutes } from "./answer-page.ts"
import { choosePollDate, closePoll } from "./choose.ts"
import { askByLetter, pollLetter } from "./letter.ts"
import { pollLink } from "./link.ts"
import { openPoll } from "./open.ts"
import { readPoll } from "./reads.ts"

describe("polls.open", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const wish = () => ({
    bodyId: w.lisle,
    title: "Réunion de rentrée",
    options: [
      { day: "2026-09-03", at: "19:30" },
      { day: "2026-09-01", at: "20:00" },
    ],
  })
  const opened = async (more = {}) => (await w.do(openPoll, { ...wish(), ...more }, w.people.amina)).pollId
  const read = (pollId: string) => w.ask(readPoll, { pollId }, w.people.dario)
  const chosen = async (more = {}) => {
    const pollId = await opened(more)
    const { options } = await read(pollId)
    return { pollId, optionId: options[0]!.id }
  }

  trio(
    () => w,
    [
      { command: openPoll, capability: "meetings.prepare", input: wish },
      { command: choosePollDate, capability: "meetings.prepare", input: () => chosen() },
      { command: closePoll, capability: "meetings.prepare", input: async () => ({ pollId: await opened() }) },
    ],
  )

  it("shows its dates in order, and counts who can come", async () => {
    const pollId = await opened()
    const { options } = await read(pollId)
    assert.deepEqual(
      options.map(({ starts }) => starts.toString()),
      ["2026-09-01T20:00:00", "2026-09-03T19:30:00"],
    )
    const answers = options.map(({ id }, index) => ({ optionId: id, answer: index === 0 ? "yes" : "no" }))
    await w.do(answerPoll, { pollId, answers }, w.people.dario)
    await w.do(answerPoll, { pollId, answers: [{ optionId: options[0]!.id, answer: "if_needed" }] }, w.people.dario)
    const after = await read(pollId)
    assert.deepEqual(
      after.options.map(({ yes, if_needed, no }) => [yes, if_needed, no]),
      [
        [0, 1, 0],
        [0, 0, 1],
      ],
    )
    assert.deepEqual([after.people.length, after.people[0]?.name], [1, "Dario Lemmens"])
  })

  it("is unseen by who belongs to another body", async () => {
    await assert.rejects(w.ask(readPoll, { pollId: await opened() }, w.people.ines), { code: "not_found" })
  })

  it("makes the meeting of the date taken, once", async () => {
    const { pollId, optionId } = await chosen()
    const { meetingId } = await w.do(choosePollDate, { pollId, optionId }, w.people.amina)
    const { meeting } = await w.ask(readMeeting, { meetingId: meetingId! }, w.people.amina)
    assert.deepEqual([meeting.title, meeting.starts.toString()], ["Réunion de rentrée", "2026-09-01T20:00:00"])
    await assert.rejects(w.do(choosePollDate, { pollId, optionId }, w.people.amina), { code: "polls.closed" })
    await assert.rejects(w.do(answerPoll, { pollId, answers: [{ optionId, answer: "yes" }] }, w.people.dario), {
      code: "polls.closed",
    })
  })

  it("moves the meeting it was asked for", async () => {
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, day: "2026-05-21", at: "19:30" },
      w.people.amina,
    )
    const { pollId, optionId } = await chosen({ meetingId })
    assert.equal((await w.do(choosePollDate, { pollId, optionId }, w.people.amina)).meetingId, meetingId)
    const { meeting } = await w.ask(readMeeting, { meetingId }, w.people.amina)
    assert.equal(meeting.starts.toString(), "2026-09-01T20:00:00")
  })

  it("no longer takes answers after its last day", async () => {
    const pollId = await opened({ until: "2026-05-02" })
    const { options } = await read(pollId)
    const answers = [{ optionId: options[0]!.id, answer: "yes" }]
    await w.do(answerPoll, { pollId, answers }, w.people.dario)
    const later = { now: Temporal.Instant.from("2026-05-03T08:00:00Z") }
    await assert.rejects(w.do(answerPoll, { pollId, answers }, w.people.dario, later), { code: "polls.over" })
  })

  it("writes to each person asked, once, with a link of their own", async () => {
    const pollId = await opened()
    const happens = () =>
      inOrganisation(w.db, w.organisation, async (db) => {
        const given = { ...w.equipment, db, actor: system(w.organisation), now: w.now }
        await askByLetter.react({ pollId }, given)
        const rows = await db.selectFrom("sendings").selectAll().where("kind", "=", "poll").execute()
        const mine = rows.filter((row) => (row.content as { poll_id: string }).poll_id === pollId)
        const letter = await pollLetter(mine[0] as never, { ...given, once: (_key, make) => make() })
        return { mine, letter }
      })
    await happens()
    const { mine, letter } = await happens()
    const people = mine.map(({ person_id }) => person_id)
    assert.equal(people.filter((id) => id === w.dario).length, 1)
    assert.ok(!people.includes(w.amina), "who asks is not written to")
    assert.match(letter!.text, /\/d\/v1\./)
    assert.match(letter!.text, /jeudi 3 septembre 2026/)
  })

  it("is answered by link, without account: opening changes nothing, sending does, a forged link leads nowhere", async () => {
    const pollId = await opened()
    const { options } = await read(pollId)
    const link = pollLink(w.equipment, { organisation: w.organisation, pollId, personId: w.dario })
    const ask = (token: string, body: Record<string, unknown> = {}) =>
      pollRoutes[0]!.handle({
        params: { token },
        query: {},
        body,
        headers: {},
        cookies: {},
        ip: "",
        files: async function* () {},
        actor: async () => undefined,
        db: w.db,
        equipment: w.equipment,
      })
    const token = link.split("/d/")[1]!
    assert.match(String((await ask(token)).body), /Réunion de rentrée/)
    assert.equal((await read(pollId)).people.length, 0)
    const sent = await ask(token, { [options[0]!.id]: "yes", [options[1]!.id]: "no" })
    assert.equal(sent.status, 303)
    assert.equal((await read(pollId)).options[0]?.yes, 1)
    assert.equal((await ask(`${token.slice(0, -4)}AAAA`)).status, 404)
    assert.equal((await ask(token, { [options[0]!.id]: "peut-être" })).status, 422)
  })
})
