import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { fromPlain, toPlain } from "../../../kernel/rich-text/plain.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import type { FrozenQuorum } from "../../decisions/contract.ts"
import { arrive } from "./arrive.ts"
import { changeStay, removeStay } from "./change-stay.ts"
import { charge } from "./charge.ts"
import { closeMeeting, reopenMeeting } from "./close.ts"
import { finishItem, startItem } from "./hold-item.ts"
import { leave } from "./leave.ts"
import { noteItem } from "./note-item.ts"
import { openMeeting, waiveQuorum } from "./open.ts"
import { handProxy, takeBackProxy } from "./proxies.ts"
import { readHold } from "./read-hold.ts"
import { morningMeeting } from "./room-for-tests.ts"
import { correctTaken, takeDecision } from "./take-decision.ts"

describe("a meeting that is held", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const opened = async (present = 5, more = {}) => {
    const meeting = await morningMeeting(w, more)
    const { meetingId, members } = meeting
    await w.do(openMeeting, { meetingId, chairId: w.amina, at: "09:34" }, w.people.amina)
    if (present) await w.do(arrive, { meetingId, personIds: members.slice(0, present), at: "09:35" }, w.people.amina)
    return meeting
  }
  const stayOf = async (meetingId: string, personId: string) =>
    (await read(meetingId)).people.find(({ person_id }) => person_id === personId)!.stays.at(-1)!.id
  const read = (meetingId: string, as = w.people.amina) => w.ask(readHold, { meetingId }, as)
  const show = (forIt: number, against: number, abstained = 0, blank = 0) => ({
    how: "show_of_hands" as const,
    votes: { for: forIt, against, abstained, blank },
  })
  const motion = "La locale demande un essai de six mois."

  trio(
    () => w,
    [
      {
        command: openMeeting,
        capability: "meetings.hold",
        input: async () => ({ meetingId: (await morningMeeting(w)).meetingId, chairId: w.amina }),
      },
      {
        command: waiveQuorum,
        capability: "meetings.hold",
        input: async () => ({ meetingId: (await opened(0)).meetingId, reason: "Deuxième convocation, art. 14" }),
      },
      {
        command: closeMeeting,
        capability: "meetings.hold",
        input: async () => ({ meetingId: (await opened(0)).meetingId }),
      },
      {
        command: reopenMeeting,
        capability: "meetings.hold",
        input: async () => {
          const { meetingId } = await opened(0)
          await w.do(closeMeeting, { meetingId }, w.people.amina)
          return { meetingId }
        },
      },
      {
        command: arrive,
        capability: "meetings.hold",
        input: async () => {
          const { meetingId, members } = await opened(0)
          return { meetingId, personIds: members }
        },
      },
      {
        command: leave,
        capability: "meetings.hold",
        input: async () => {
          const { meetingId, members } = await opened(2)
          return { meetingId, personIds: [members[0]] }
        },
      },
      {
        command: changeStay,
        capability: "meetings.hold",
        input: async () => ({ stayId: await stayOf((await opened(1)).meetingId, w.dario), arrivedAt: "09:50" }),
      },
      {
        command: removeStay,
        capability: "meetings.hold",
        input: async () => ({ stayId: await stayOf((await opened(1)).meetingId, w.dario) }),
      },
      {
        command: handProxy,
        capability: "meetings.hold",
        input: async () => {
          const { meetingId, members } = await opened(2)
          return { meetingId, giverId: members[4], holderId: members[1] }
        },
      },
      {
        command: takeBackProxy,
        capability: "meetings.hold",
        input: async () => {
          const { meetingId, members } = await opened(2)
          return w.do(handProxy, { meetingId, giverId: members[4], holderId: members[1] }, w.people.amina)
        },
      },
      {
        command: startItem,
        capability: "meetings.hold",
        input: async () => ({ itemId: (await opened(0)).deciding.id }),
      },
      {
        command: finishItem,
        capability: "meetings.hold",
        input: async () => ({ itemId: (await opened(0)).deciding.id, outcome: "discussed" }),
      },
      {
        command: noteItem,
        capability: "minutes.write",
        input: async () => ({ itemId: (await opened(0)).deciding.id, notes: fromPlain("Un tour."), base: null }),
      },
      {
        command: takeDecision,
        capability: "meetings.hold",
        input: async () => ({ itemId: (await opened()).deciding.id, text: motion, how: "consent" }),
      },
      {
        command: correctTaken,
        capability: "meetings.hold",
        input: async () => {
          const itemId = (await opened()).deciding.id
          const { decisionId } = await w.do(takeDecision, { itemId, text: motion, how: "consent" }, w.people.amina)
          return { decisionId, text: `${motion} Un bilan suit.`, how: "consent" }
        },
      },
      {
        command: charge,
        capability: "minutes.write",
        input: async () => ({ itemId: (await opened(0)).deciding.id, what: "Déposer le point", ownerId: w.dario }),
      },
    ],
  )

  describe("meetings.open", () => {
    it("lets the one asked to chair do what the function would allow", async () => {
      const { meetingId, members } = await opened(0)
      await assert.rejects(w.do(arrive, { meetingId, personIds: members }, w.people.dario), { code: "not_allowed" })
      const other = await morningMeeting(w)
      await w.do(openMeeting, { meetingId: other.meetingId, chairId: w.dario }, w.people.amina)
      await w.do(arrive, { meetingId: other.meetingId, personIds: members }, w.people.dario)
    })
    it("is done once by two people who open at the same time", async () => {
      const { meetingId } = await morningMeeting(w)
      const tries = await Promise.allSettled(
        [1, 2].map(() => w.do(openMeeting, { meetingId, chairId: w.amina }, w.people.amina)),
      )
      assert.deepEqual(tries.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    })
    it("is refused before its day", async () => {
      const { meetingId } = await morningMeeting(w)
      await w.look((tx) =>
        tx
          .updateTable("meetings")
          .set({ starts: Temporal.PlainDateTime.from("2026-05-21T19:30") })
          .where("id", "=", meetingId)
          .execute(),
      )
      await assert.rejects(w.do(openMeeting, { meetingId, chairId: w.amina }, w.people.amina), {
        issues: [{ path: ["at"], code: "in_the_future", facts: {} }],
      })
    })
  })

  describe("attendance", () => {
    it("moves the quorum as people come and go", async () => {
      const { meetingId, members } = await opened(3)
      await w.do(arrive, { meetingId, personIds: [members[3]!], at: "09:45" }, w.people.amina)
      await w.do(leave, { meetingId, personIds: [members[0]!], at: "09:55" }, w.people.amina)
      const { quorum, over_time } = await read(meetingId)
      assert.deepEqual(
        over_time.map(({ counted, reached }) => [counted, reached]),
        [
          [3, false],
          [4, true],
          [3, false],
        ],
      )
      assert.deepEqual([quorum.counted, quorum.required, quorum.reached], [3, 4, false])
      assert.match(quorum.explanation.at(-1)!, /n’est pas atteint/)
    })
    it("keeps one stay when chair and scribe tick the same list at once", async () => {
      const { meetingId, members } = await opened(0)
      await Promise.all([1, 2].map(() => w.do(arrive, { meetingId, personIds: members }, w.people.amina)))
      const { people } = await read(meetingId)
      assert.deepEqual(
        people.filter(({ person_id }) => members.includes(person_id)).map(({ stays }) => stays.length),
        members.map(() => 1),
      )
    })
    it("gives somebody who was not convened no vote", async () => {
      const { meetingId } = await opened(4)
      await w.known(w.ines)
      await w.do(arrive, { meetingId, personIds: [w.ines] }, w.people.amina)
      const { quorum, people } = await read(meetingId)
      assert.equal(quorum.counted, 4)
      assert.deepEqual(
        people.filter(({ guest }) => guest).map(({ person_id, voting }) => [person_id, voting]),
        [[w.ines, false]],
      )
    })
    it("refuses an hour to come, and a departure before the arrival", async () => {
      const { meetingId, members } = await opened(1)
      for (const [at, code] of [
        ["11:00", "in_the_future"],
        ["09:31", "before_arrival"],
      ])
        await assert.rejects(w.do(leave, { meetingId, personIds: members, at }, w.people.amina), {
          issues: [{ path: ["at"], code, facts: {} }],
        })
    })
    it("keeps two stays apart when one is put right", async () => {
      const { meetingId, members } = await opened(1)
      await w.do(leave, { meetingId, personIds: members, at: "09:40" }, w.people.amina)
      await w.do(arrive, { meetingId, personIds: [w.dario], at: "09:50" }, w.people.amina)
      const stayId = await stayOf(meetingId, w.dario)
      await assert.rejects(w.do(changeStay, { stayId, arrivedAt: "09:38" }, w.people.amina), {
        issues: [{ path: ["arrivedAt"], code: "was_still_here", facts: {} }],
      })
    })
  })

  describe("attendance.handProxy", () => {
    it("counts for the quorum while its holder is in the room", async () => {
      const { meetingId, members } = await opened(3)
      await w.do(handProxy, { meetingId, giverId: members[8]!, holderId: members[1]! }, w.people.amina)
      assert.equal((await read(meetingId)).quorum.reached, true)
      await w.do(leave, { meetingId, personIds: [members[1]!] }, w.people.amina)
      assert.equal((await read(meetingId)).quorum.counted, 2)
    })
    it("never passes the cap, whoever gives at the same time", async () => {
      const { meetingId, members } = await opened(2)
      const tries = await Promise.allSettled(
        members
          .slice(3, 8)
          .map((giverId) => w.do(handProxy, { meetingId, giverId, holderId: members[1]! }, w.people.amina)),
      )
      assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1)
      assert.ok(tries.every((one) => one.status === "fulfilled" || one.reason.code === "attendance.proxy_cap"))
    })
    it("is refused where the rulebook has none", async () => {
      const { meetingId, members } = await opened(2, { proxies: { per_holder: 0 } })
      await assert.rejects(
        w.do(handProxy, { meetingId, giverId: members[5]!, holderId: members[1]! }, w.people.amina),
        { code: "attendance.no_proxies" },
      )
    })
  })

  describe("agenda.note", () => {
    it("keeps the words of both when chair and scribe write at once", async () => {
      const { deciding, meetingId } = await opened(0)
      const base = fromPlain("Le bureau présente le projet.")
      await w.do(noteItem, { itemId: deciding.id, notes: base, base: null }, w.people.amina)
      const texts = ["Le bureau présente le projet. Georgette demande un délai.", "Hier, le bureau présente le projet."]
      await Promise.all(
        texts.map((text) => w.do(noteItem, { itemId: deciding.id, notes: fromPlain(text), base }, w.people.amina)),
      )
      const { items } = await read(meetingId)
      const kept = toPlain(items.find(({ id }) => id === deciding.id)!.notes as RichText)
      assert.match(kept, /Hier/)
      assert.match(kept, /Georgette demande un délai/)
    })
  })

  describe("decisions.take", () => {
    it("freezes the quorum of its moment, and counts by the rulebook", async () => {
      const { meetingId, members, deciding } = await opened(5)
      const taken = await w.do(takeDecision, { itemId: deciding.id, text: motion, ...show(3, 1, 1) }, w.people.amina)
      assert.equal(taken.adopted, true)
      await w.do(leave, { meetingId, personIds: members.slice(0, 3) }, w.people.amina)
      const row = await w.look((tx) =>
        tx.selectFrom("decisions").selectAll().where("id", "=", taken.decisionId).executeTakeFirstOrThrow(),
      )
      assert.deepEqual(
        [
          (row.quorum as FrozenQuorum).counted,
          (row.majority as { result: { required: number } }).result.required,
          row.votes_for,
          row.abstentions,
        ],
        [5, 3, 3, 1],
      )
      const item = (await read(meetingId)).items.find(({ id }) => id === deciding.id)!
      assert.equal(item.outcome, "decided")
      assert.match(item.decisions[0]!.explanation.join(" "), /Majorité absolue/)
    })
    it("is refused without a quorum, unless the meeting is valid without", async () => {
      const { meetingId, deciding } = await opened(3)
      const take = () => w.do(takeDecision, { itemId: deciding.id, text: motion, how: "consent" }, w.people.amina)
      await assert.rejects(take(), { code: "decisions.no_quorum", facts: { counted: 3, required: 4 } })
      await w.do(waiveQuorum, { meetingId, reason: "Deuxième convocation, art. 14" }, w.people.amina)
      assert.equal((await take()).adopted, true)
    })
    it("refuses more votes than there are voters", async () => {
      const { deciding } = await opened(5)
      await assert.rejects(w.do(takeDecision, { itemId: deciding.id, text: motion, ...show(4, 2) }, w.people.amina), {
        code: "decisions.too_many_votes",
      })
    })
    it("counts a roll call from its names, the represented included, and nobody else", async () => {
      const { meetingId, members, deciding } = await opened(4)
      await w.do(handProxy, { meetingId, giverId: members[8]!, holderId: members[1]! }, w.people.amina)
      const roll = [0, 1, 2, 8].map((n) => ({ personId: members[n]!, vote: n === 2 ? "against" : "for" }))
      const taken = await w.do(
        takeDecision,
        { itemId: deciding.id, text: motion, how: "roll_call", roll },
        w.people.amina,
      )
      const { items } = await read(meetingId)
      assert.deepEqual([taken.adopted, items.find(({ id }) => id === deciding.id)!.decisions[0]!.votes_for], [true, 3])
      const absent = [...roll, { personId: members[7]!, vote: "for" }]
      await assert.rejects(
        w.do(takeDecision, { itemId: deciding.id, text: motion, how: "roll_call", roll: absent }, w.people.amina),
        { issues: [{ path: ["roll", 4, "personId"], code: "has_no_vote", facts: {} }] },
      )
    })
    it("numbers what was voted down too, and keeps it as rejected", async () => {
      const { deciding } = await opened(5)
      const taken = await w.do(takeDecision, { itemId: deciding.id, text: motion, ...show(1, 4) }, w.people.amina)
      const { state } = await w.look((tx) =>
        tx.selectFrom("decisions").select("state").where("id", "=", taken.decisionId).executeTakeFirstOrThrow(),
      )
      assert.deepEqual([taken.adopted, state, taken.number > 0], [false, "rejected", true])
    })
    it("gives twenty taken at once, and some refused among them, numbers without a gap", async () => {
      const rooms = await Promise.all([opened(5), opened(5)])
      const before = await lastNumber()
      const tries = await Promise.allSettled(
        Array.from({ length: 25 }, (_, n) =>
          w.do(
            takeDecision,
            { itemId: rooms[n % 2]!.deciding.id, text: motion, ...(n % 5 === 4 ? show(9, 9) : show(4, 1)) },
            w.people.amina,
          ),
        ),
      )
      const numbers = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value.number] : []))
      assert.deepEqual(
        numbers.toSorted((a, b) => a - b),
        Array.from({ length: 20 }, (_, n) => before + n + 1),
      )
    })
    it("is counted anew when its figures are put right, under the same number", async () => {
      const { deciding } = await opened(5)
      const taken = await w.do(takeDecision, { itemId: deciding.id, text: motion, ...show(4, 1) }, w.people.amina)
      const corrected = await w.do(
        correctTaken,
        { decisionId: taken.decisionId, text: motion, ...show(1, 4) },
        w.people.amina,
      )
      assert.deepEqual([corrected.wasAdopted, corrected.adopted], [true, false])
    })
    const lastNumber = () =>
      w.look(async (tx) => {
        const row = await tx
          .selectFrom("decisions")
          .select(({ fn }) => fn.max("number").as("last"))
          .where("body_id", "=", w.lisle)
          .executeTakeFirst()
        return row?.last ?? 0
      })
  })

  describe("meetings.close", () => {
    it("ends what is open, and postpones what was not touched", async () => {
      const { meetingId, items, deciding } = await opened(5)
      await w.do(startItem, { itemId: items[0]!.id, at: "09:40" }, w.people.amina)
      await w.do(startItem, { itemId: deciding.id, at: "09:50" }, w.people.amina)
      await w.do(takeDecision, { itemId: deciding.id, text: motion, how: "consent" }, w.people.amina)
      await w.do(closeMeeting, { meetingId }, w.people.amina)
      const held = await read(meetingId)
      const outcomes = new Map(held.items.map(({ id, outcome }) => [id, outcome]))
      assert.equal(outcomes.get(items[0]!.id), "informed")
      assert.equal(outcomes.get(deciding.id), "decided")
      assert.equal(held.items.filter(({ outcome }) => outcome === "postponed").length, held.items.length - 2)
      assert.equal(held.items[0]!.closed_at!.toString(), "2026-05-02T07:50:00Z")
    })
  })
})
