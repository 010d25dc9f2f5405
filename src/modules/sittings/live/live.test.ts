import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { newId } from "../../../kernel/id.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { waitingFor } from "../../../kernel/waiting.ts"

import { addGroup } from "../assemblies/groups/add.ts"
import { addAssemblyMember } from "../assemblies/members/add.ts"
import { addSittingItem } from "../items/add.ts"
import { assignItem } from "../items/assign.ts"
import { takePosition } from "../items/take-position.ts"
import { setSpeakingTime } from "../prepare/speaking-time.ts"
import { shareSpeech } from "../prepare/share-speech.ts"
import { recordSitting } from "../record.ts"
import { callItem, endDebate } from "./call-item.ts"
import { closeSitting, reopenSitting } from "./close.ts"
import { noteGroupVote } from "./note-group-vote.ts"
import { noteVotes } from "./note-votes.ts"
import { seeNotice } from "./notices.ts"
import { readLive } from "./read-live.ts"
import { startSpeech, stopSpeech } from "./speak.ts"
import { isApartFromPosition } from "./vote.ts"

describe("a vote", () => {
  it("is apart from the position when it is another, never where it is free, undecided or absent", () => {
    assert.deepEqual(
      [
        isApartFromPosition("against", "for"),
        isApartFromPosition("apart", "abstain"),
        isApartFromPosition("for", "for"),
        isApartFromPosition("against", "free"),
        isApartFromPosition("against", null),
        isApartFromPosition("absent", "for"),
      ],
      [true, true, false, false, false, false],
    )
  })
})

describe("a sitting that is sat", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const recorded = async (day = "2026-05-02") => {
    const { sittingId, assemblyId } = await w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: "Conseil régional", kind: "fr_regional_council", seats: 5 },
        title: "Plénière",
        day,
        at: "09:30",
      },
      w.people.amina,
    )
    const group = async (short: string, isOurs: boolean) =>
      (await w.do(addGroup, { assemblyId, name: short, short, isOurs }, w.people.amina)).groupId
    const [ours, others] = [await group("RIV", true), await group("CRE", false)]
    const seat = async (groupId: string, familyName: string, personId?: string) =>
      (
        await w.do(
          addAssemblyMember,
          { assemblyId, groupId, givenName: "X", familyName, ...(personId && { personId }) },
          w.people.amina,
        )
      ).memberId
    const members = [
      await seat(ours, "Belkacem", w.amina),
      await seat(ours, "Lemmens", w.dario),
      await seat(ours, "Tiers"),
    ]
    await seat(others, "Autre")
    await seat(others, "Encore")
    const itemIds: string[] = []
    for (const title of ["Plan vélo", "Lycées"])
      itemIds.push((await w.do(addSittingItem, { sittingId, number: "1", title }, w.people.amina)).itemId)
    return { sittingId, ours, others, members, itemIds, itemId: itemIds[0]! }
  }
  const live = (sittingId: string, actor = w.people.dario, more = {}, at = w.now) =>
    w.ask(readLive, { sittingId, ...more }, actor, at)
  const later = (seconds: number) => ({ now: w.now.add({ seconds }) })

  const votes = (s: Awaited<ReturnType<typeof recorded>>) => [{ memberId: s.members[2], vote: "for" }]
  trio(
    () => w,
    [
      { command: callItem, capability: "sittings.manage", input: async () => ({ itemId: (await recorded()).itemId }) },
      {
        command: endDebate,
        capability: "sittings.manage",
        input: async () => ({ sittingId: (await recorded()).sittingId }),
      },
      {
        command: stopSpeech,
        capability: "sittings.manage",
        input: async () => ({ sittingId: (await recorded()).sittingId }),
      },
      {
        command: closeSitting,
        capability: "sittings.manage",
        input: async () => ({ sittingId: (await recorded()).sittingId }),
      },
      {
        command: reopenSitting,
        capability: "sittings.manage",
        input: async () => ({ sittingId: (await recorded()).sittingId }),
      },
      {
        command: startSpeech,
        capability: "sittings.manage",
        input: async () => {
          const s = await recorded()
          return { itemId: s.itemId, groupId: s.others }
        },
      },
      {
        command: noteGroupVote,
        capability: "sittings.manage",
        input: async () => {
          const s = await recorded()
          return { itemId: s.itemId, groupId: s.others, for: 1, against: 1, abstain: 0 }
        },
      },
      {
        command: noteVotes,
        capability: "sittings.manage",
        input: async () => {
          const s = await recorded()
          return { itemId: s.itemId, votes: votes(s) }
        },
      },
    ],
  )

  it("debates one item at a time, and none once it is over", async () => {
    const { sittingId, itemIds } = await recorded()
    const now = async () => (await live(sittingId)).items.filter(({ is_now }) => is_now).map(({ id }) => id)
    await w.do(callItem, { itemId: itemIds[0] }, w.people.amina)
    await w.do(callItem, { itemId: itemIds[0] }, w.people.amina, later(5))
    assert.deepEqual(await now(), [itemIds[0]])
    await Promise.all(itemIds.map((itemId) => w.do(callItem, { itemId }, w.people.amina, later(60))))
    assert.equal((await now()).length, 1)
    await w.do(closeSitting, { sittingId }, w.people.amina, later(90))
    assert.deepEqual(await now(), [])
    await assert.rejects(w.do(callItem, { itemId: itemIds[1] }, w.people.amina), { code: "sittings.over" })
    await w.do(reopenSitting, { sittingId }, w.people.amina)
    await w.do(callItem, { itemId: itemIds[1] }, w.people.amina, later(120))
    assert.deepEqual(await now(), [itemIds[1]])
    const { sittingId: coming } = await recorded("2026-06-25")
    await assert.rejects(w.do(closeSitting, { sittingId: coming }, w.people.amina), { code: "sittings.not_begun" })
  })

  it("counts what each speaks, by the server’s clock, against the time of the group", async () => {
    const { sittingId, itemId, others } = await recorded()
    await w.do(setSpeakingTime, { sittingId, minutes: 5 }, w.people.amina)
    await w.do(shareSpeech, { itemId, speakers: [{ personId: w.dario, minutes: 3 }] }, w.people.amina)
    await w.do(callItem, { itemId }, w.people.amina)
    await w.do(startSpeech, { itemId, personId: w.dario }, w.people.dario)
    const during = (await live(sittingId)).speech
    assert.deepEqual([during.now?.person_id, during.speakers[0]?.is_now, during.budget], [w.dario, true, 300])
    await w.do(startSpeech, { itemId, groupId: others }, w.people.amina, later(100))
    await assert.rejects(w.do(stopSpeech, { sittingId }, w.people.dario, later(110)), { code: "not_allowed" })
    await w.do(stopSpeech, { sittingId }, w.people.amina, later(400))
    const { speech } = await live(sittingId)
    assert.deepEqual([speech.now, speech.used, speech.speakers[0]?.seconds], [null, 100, 100])
    await assert.rejects(w.do(startSpeech, { itemId, personId: w.amina }, w.people.dario), { code: "not_allowed" })
    await assert.rejects(w.do(startSpeech, { itemId }, w.people.amina), /required/)
    await assert.rejects(w.do(startSpeech, { itemId, groupId: newId() }, w.people.amina), /unknown/)
  })

  it("notes how each of ours voted, says who voted apart, and counts our group out of the names", async () => {
    const { sittingId, itemId, members, ours } = await recorded()
    await w.do(takePosition, { itemId, stance: "for" }, w.people.amina)
    const said = members.map((memberId, index) => ({
      memberId,
      vote: index === 2 ? "against" : "for",
      byProxy: index === 1,
    }))
    await w.do(noteVotes, { itemId, votes: said }, w.people.amina)
    const found = (await live(sittingId, w.people.dario, { itemId })).votes!
    assert.deepEqual(
      found.members.map(({ id, vote, by_proxy, differs }) => [members.indexOf(id), vote, by_proxy, differs]).toSorted(),
      [
        [0, "for", false, false],
        [1, "for", true, false],
        [2, "against", false, true],
      ],
    )
    const { group_id: _, ...count } = found.groups.find(({ group_id }) => group_id === ours)!
    assert.deepEqual(count, { noted: true, by_name: true, for: 2, against: 1, abstain: 0, apart: 0 })
    await w.do(noteVotes, { itemId, votes: [{ memberId: members[1], vote: "abstain" }] }, w.people.dario)
    await assert.rejects(w.do(noteVotes, { itemId, votes: [{ memberId: members[0], vote: "for" }] }, w.people.dario), {
      code: "not_allowed",
    })
    await assert.rejects(w.do(noteVotes, { itemId, votes: [said[0]!, said[0]!] }, w.people.amina), /twice/)
    await w.do(noteVotes, { itemId, votes: [{ memberId: members[2], vote: null }] }, w.people.amina)
    assert.equal(
      (await live(sittingId, w.people.dario, { itemId })).votes!.members.filter(({ vote }) => vote).length,
      2,
    )
  })

  it("notes no more votes of a group than it has seats, and none by name of those who are not ours", async () => {
    const { itemId, others, sittingId } = await recorded()
    const vote = (more: object) =>
      w.do(noteGroupVote, { itemId, groupId: others, for: 0, against: 0, abstain: 0, ...more }, w.people.amina)
    await assert.rejects(vote({ for: 2, against: 1 }), {
      code: "sittings.votes_over_seats",
      facts: { said: 3, seats: 2 },
    })
    await vote({ for: 2 })
    await vote({ for: 1, apart: 1 })
    const found = (await live(sittingId, w.people.dario, { itemId })).votes!.groups.find(
      ({ group_id }) => group_id === others,
    )
    assert.deepEqual([found?.for, found?.apart], [1, 1])
    const elsewhere = await recorded()
    await assert.rejects(w.do(noteVotes, { itemId, votes: votes(elsewhere) }, w.people.amina), /unknown/)
  })

  it("says a position that is decided while it sits to all at once, until each has seen it", async () => {
    const { sittingId, itemId } = await recorded()
    await w.do(takePosition, { itemId, stance: "abstain", condition: "sans l’amendement 2" }, w.people.amina)
    await w.do(takePosition, { itemId, stance: "against" }, w.people.amina, later(10))
    const [notice, ...rest] = (await live(sittingId)).notices
    assert.deepEqual([rest, notice?.stance, notice?.mine, notice?.seen_by], [[], "against", false, []])
    assert.equal((await live(sittingId, w.people.amina)).notices[0]?.mine, true)
    // On whatever page they are, it counts beside Today.
    const waits = async (actor: Actor) =>
      (await w.look((db) => waitingFor({ ...w.equipment, db, actor, now: w.now }))).filter(
        ({ key, at }) => key === "sittings.waiting.notice" && at.includes(sittingId),
      ).length
    assert.deepEqual([await waits(w.people.dario), await waits(w.people.amina), await waits(w.people.ines)], [1, 0, 0])
    await w.do(seeNotice, { noticeId: notice!.id }, w.people.dario)
    await w.do(seeNotice, { noticeId: notice!.id }, w.people.dario, later(20))
    assert.equal(await waits(w.people.dario), 0)
    await assert.rejects(w.do(seeNotice, { noticeId: notice!.id }, w.people.ines), { code: "not_found" })
    const after = (await live(sittingId)).notices[0]
    assert.deepEqual([after?.mine, after?.seen_by], [true, ["Dario Lemmens"]])
  })

  it("says at once neither what a reader proposes nor what is decided on another day", async () => {
    const { sittingId, itemId } = await recorded()
    await w.do(assignItem, { itemId, readerId: w.dario }, w.people.amina)
    await w.do(takePosition, { itemId, stance: "for" }, w.people.dario)
    const other = await recorded("2026-05-03")
    await w.do(takePosition, { itemId: other.itemId, stance: "for" }, w.people.amina)
    assert.deepEqual([(await live(sittingId)).notices, (await live(other.sittingId)).notices], [[], []])
  })
})
