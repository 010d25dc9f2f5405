import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { system } from "../../../kernel/job.ts"
import { addAffiliation } from "../../mandates/affiliations/name.ts"
import { prepareMeeting } from "../../meetings/prepare.ts"
import { readMeeting } from "../../meetings/read-meeting.ts"
import { answerAssemblyRules } from "../assemblies/answer-rules.ts"
import { addSittingItem } from "../items/add.ts"
import { assignItem } from "../items/assign.ts"
import { readSittingItem } from "../items/read-item.ts"
import { takePosition } from "../items/take-position.ts"
import { readSitting } from "../read-sitting.ts"
import { recordSitting } from "../record.ts"
import { bringToMeeting } from "./bring-to-meeting.ts"
import { comeBack, comeBackCorrected } from "./decided.ts"
import { noteAttendance } from "./note-attendance.ts"
import { noteLine } from "./note-line.ts"
import { shareSpeech } from "./share-speech.ts"
import { setSpeakingTime } from "./speaking-time.ts"

describe("preparing a sitting", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  let serial = 0
  const recorded = async (kind = "fr_regional_council") => {
    const { sittingId, assemblyId } = (await w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: `Conseil ${++serial}`, kind: kind as "other" },
        title: "Plénière",
        day: "2026-06-25",
        at: "09:30",
      },
      w.people.amina,
    )) as unknown as { sittingId: string; assemblyId: string }
    const { itemId } = await w.do(addSittingItem, { sittingId, number: "7", title: "Plan vélo" }, w.people.amina)
    return { sittingId, assemblyId, itemId: itemId as string }
  }
  const meeting = async () =>
    (await w.do(prepareMeeting, { bodyId: w.lisle, day: "2026-06-10", at: "20:00" }, w.people.amina)).meetingId
  const affiliation = async (bodyId = w.lisle, actor = w.people.amina) =>
    (await w.do(addAffiliation, { bodyId, name: `Sensibilité ${++serial}` }, actor)).affiliationId
  const shown = async (itemId: string, actor = w.people.dario) => w.ask(readSittingItem, { itemId }, actor)
  /** As if a meeting of ours had decided of an item of its agenda. */
  const decided = async (agendaItemId: string, adopted: boolean, text = "Le plan est examiné.") => {
    const id = newId()
    await inOrganisation(w.db, w.organisation, async (db) => {
      await db
        .insertInto("decisions")
        .values({
          organisation_id: w.organisation,
          id,
          body_id: w.lisle,
          meeting_id: null,
          item_id: agendaItemId,
          year: 2026,
          number: ++serial,
          title: "Voter pour le plan vélo",
          text,
          how: "consent",
          adopted,
          taken_at: w.now,
          confidential: false,
          state: adopted ? "in_force" : "rejected",
        } as never)
        .execute()
      const given = { ...w.equipment, actor: system(w.organisation), now: w.now, db }
      await comeBack({ decisionId: id, itemId: agendaItemId, adopted }, given)
    })
    return id
  }
  /** As if what was written of it had been put right. */
  const corrected = (decisionId: string, adopted: boolean, wasAdopted: boolean, text?: string) =>
    inOrganisation(w.db, w.organisation, async (db) => {
      if (text) await db.updateTable("decisions").set({ text }).where("id", "=", decisionId).execute()
      const given = { ...w.equipment, actor: system(w.organisation), now: w.now, db }
      await comeBackCorrected({ decisionId, adopted, wasAdopted }, given)
    })
  const broughtWith = async (stance: "for" | null, condition?: string) => {
    const { itemId } = await recorded()
    if (stance) await w.do(takePosition, { itemId, stance, condition }, w.people.amina)
    const { agendaItemId, meetingId } = (await w.do(
      bringToMeeting,
      { itemId, meetingId: await meeting() },
      w.people.amina,
    )) as unknown as { agendaItemId: string; meetingId: string }
    return { itemId, agendaItemId, meetingId }
  }

  trio(
    () => w,
    [
      {
        command: noteLine,
        capability: "sittings.manage",
        input: async () => ({
          itemId: (await recorded()).itemId,
          affiliationId: await affiliation(),
          stance: "against" as const,
        }),
      },
      {
        command: shareSpeech,
        capability: "sittings.manage",
        input: async () => ({ itemId: (await recorded()).itemId, speakers: [] }),
      },
      {
        command: setSpeakingTime,
        capability: "sittings.manage",
        input: async () => ({ sittingId: (await recorded()).sittingId, minutes: 20 }),
      },
      {
        command: noteAttendance,
        capability: "sittings.manage",
        input: async () => ({ sittingId: (await recorded()).sittingId, personId: w.amina, state: "present" as const }),
      },
    ],
  )

  it("takes what the reader says for a proposal, and what the office says for decided", async () => {
    const { sittingId, itemId } = await recorded()
    await w.do(assignItem, { itemId, readerId: w.dario }, w.people.amina)
    await w.do(takePosition, { itemId, stance: "for" }, w.people.dario)
    const { item } = await shown(itemId)
    assert.deepEqual([item.stance, item.stance_decided_at, item.stance_by_name], ["for", null, "Dario Lemmens"])
    assert.equal((await w.ask(readSitting, { sittingId }, w.people.dario)).items[0]!.proposed, true)
    await w.do(takePosition, { itemId, stance: "for" }, w.people.amina)
    assert.ok((await shown(itemId)).item.stance_decided_at)
    // The reader looked again and found nothing to change.
    await w.do(takePosition, { itemId, stance: "for" }, w.people.dario)
    assert.ok((await shown(itemId)).item.stance_decided_at)
  })

  it("puts an item on the agenda of a meeting of ours in one gesture, with a link back, once", async () => {
    const { itemId, sittingId } = await recorded()
    const meetingId = await meeting()
    await assert.rejects(w.do(bringToMeeting, { itemId, meetingId }, w.people.dario), { code: "not_allowed" })
    await assert.rejects(w.do(bringToMeeting, { itemId, meetingId }, w.people.oscar), { code: "not_found" })
    await assert.rejects(w.do(bringToMeeting, { itemId, meetingId }, await w.holding(["sittings.manage"])), {
      code: "not_allowed",
    })
    await w.do(bringToMeeting, { itemId, meetingId }, w.people.amina)
    const { items } = await w.ask(readMeeting, { meetingId }, w.people.dario)
    const brought = items.find(({ title }) => title === "7 · Plan vélo")!
    assert.ok(JSON.stringify(brought.description).includes(`/seances/${sittingId}/points/${itemId}`))
    assert.equal((await shown(itemId)).brought?.meeting_id, meetingId)
    await assert.rejects(w.do(bringToMeeting, { itemId, meetingId }, w.people.amina), {
      code: "sittings.already_brought",
    })
  })

  it("brings nothing into a meeting that is not there", async () => {
    const { itemId } = await recorded()
    await assert.rejects(w.do(bringToMeeting, { itemId, meetingId: newId() }, w.people.amina), /unknown_meeting/)
  })

  it("goes into a meeting held in camera, as that of a group is: its words rest encrypted, its vote comes back", async () => {
    const { itemId } = await recorded()
    await w.do(takePosition, { itemId, stance: "for" }, w.people.amina)
    const secret = await meeting()
    await w.look((db) => db.updateTable("meetings").set({ confidential: true }).where("id", "=", secret).execute())
    const brought = await w.do(bringToMeeting, { itemId, meetingId: secret }, w.people.amina)
    const { agendaItemId } = brought as unknown as { agendaItemId: string }
    const { rows } = await w.look((db) =>
      sql<{ open: boolean }>`
        select proposed_decision like '%vote%' as open from agenda_items where id = ${agendaItemId}`.execute(db),
    )
    assert.equal(rows[0]!.open, false)
    await decided(agendaItemId, true, "Le groupe vote contre.")
    assert.equal((await shown(itemId)).item.stance, "against")
  })

  it("has the decision of that meeting as its origin, until it votes otherwise", async () => {
    const { itemId } = await recorded()
    await w.do(assignItem, { itemId, readerId: w.dario }, w.people.amina)
    await w.do(takePosition, { itemId, stance: "for" }, w.people.dario)
    const { agendaItemId } = (await w.do(
      bringToMeeting,
      { itemId, meetingId: await meeting() },
      w.people.amina,
    )) as unknown as { agendaItemId: string }
    await decided(agendaItemId, true)
    const { item, decision } = await shown(itemId)
    assert.ok(item.stance_decided_at)
    assert.equal(decision?.title, "Voter pour le plan vélo")
    await w.do(takePosition, { itemId, stance: "against" }, w.people.amina)
    assert.equal((await shown(itemId)).decision, null)
  })

  it("decides nothing by a proposal that the meeting voted down", async () => {
    const { itemId } = await recorded()
    await w.do(assignItem, { itemId, readerId: w.dario }, w.people.amina)
    await w.do(takePosition, { itemId, stance: "for" }, w.people.dario)
    const { agendaItemId } = (await w.do(
      bringToMeeting,
      { itemId, meetingId: await meeting() },
      w.people.amina,
    )) as unknown as { agendaItemId: string }
    await decided(agendaItemId, false)
    const { item, decision } = await shown(itemId)
    assert.deepEqual([item.stance_decided_at, decision?.adopted], [null, false])
  })

  it("proposes its position to the meeting as the sentence to decide", async () => {
    const { agendaItemId, meetingId } = await broughtWith("for", "si l’amendement 12 est adopté")
    const { items } = await w.ask(readMeeting, { meetingId }, w.people.dario)
    assert.equal(
      items.find(({ id }) => id === agendaItemId)!.proposed_decision,
      "Le groupe vote pour, si l’amendement 12 est adopté.",
    )
  })

  it("votes as the meeting wrote where that is another vote than was proposed, or none was", async () => {
    for (const stance of ["for", null] as const) {
      const { itemId, agendaItemId } = await broughtWith(stance, "si l’amendement 12 est adopté")
      await decided(agendaItemId, true, "Le groupe s’abstient.")
      const { item } = await shown(itemId)
      assert.deepEqual([item.stance, item.stance_condition], ["abstain", null])
      assert.ok(item.stance_decided_at)
    }
  })

  it("follows a decision that was put right, and rests no more on one that was not adopted after all", async () => {
    const { itemId, agendaItemId } = await broughtWith("for")
    const decisionId = await decided(agendaItemId, true, "Le groupe vote pour.")
    await corrected(decisionId, true, true, "Le groupe vote contre.")
    assert.equal((await shown(itemId)).item.stance, "against")
    await corrected(decisionId, false, true)
    assert.equal((await shown(itemId)).item.stance_decided_at, null)
  })

  it("says no vote that was decided on an item closed by itself", async () => {
    const { itemId, agendaItemId } = await broughtWith("for")
    await w.look((db) =>
      db.updateTable("agenda_items").set({ confidential: true }).where("id", "=", agendaItemId).execute(),
    )
    await decided(agendaItemId, true, "Le groupe vote contre.")
    assert.equal((await shown(itemId)).item.stance, "for")
  })

  it("keeps the line of each sensibility beside the position of all", async () => {
    const { itemId } = await recorded()
    const affiliationId = await affiliation()
    await w.do(noteLine, { itemId, affiliationId, stance: "abstain", note: "Le financement manque." }, w.people.amina)
    const line = async () => (await shown(itemId)).lines.find((one) => one.affiliation_id === affiliationId)!
    assert.deepEqual([(await line()).stance, (await line()).note], ["abstain", "Le financement manque."])
    await w.do(noteLine, { itemId, affiliationId, stance: null }, w.people.amina)
    assert.equal((await line()).stance, null)
    await assert.rejects(w.do(noteLine, { itemId, affiliationId: newId(), stance: "for" }, w.people.amina), /unknown/)
  })

  it("counts the minutes of its speakers against the time of the group, and says what is too much", async () => {
    const { sittingId, assemblyId, itemId } = await recorded()
    const speakers = [
      { personId: w.dario, minutes: 5 },
      { personId: w.amina, minutes: 4 },
    ]
    await w.do(shareSpeech, { itemId, speakers }, w.people.amina)
    const speaking = async () => (await shown(itemId)).speaking
    assert.deepEqual(await speaking(), { minutes: null, article: null, given: 9, over: 0 })
    await w.do(
      answerAssemblyRules,
      { assemblyId, answers: [{ key: "fr.cr.speaking_time", value: 7 }], basis: "RI, art. 20" },
      w.people.amina,
    )
    assert.deepEqual(await speaking(), { minutes: 7, article: "RI, art. 20", given: 9, over: 2 })
    await w.do(setSpeakingTime, { sittingId, minutes: 12 }, w.people.amina)
    assert.deepEqual(await speaking(), { minutes: 12, article: null, given: 9, over: 0 })
    assert.deepEqual(
      (await shown(itemId)).speakers.map(({ name, minutes }) => [name, minutes]),
      [
        ["Dario Lemmens", 5],
        ["Amina Belkacem", 4],
      ],
    )
    await assert.rejects(w.do(shareSpeech, { itemId, speakers: [speakers[0]!, speakers[0]!] }, w.people.amina), /twice/)
    await assert.rejects(
      w.do(shareSpeech, { itemId, speakers: [{ personId: w.ines, minutes: 2 }] }, await w.holding(["sittings.manage"])),
      { code: "not_found" },
    )
  })

  it("lets each say where they will be, and the office of all", async () => {
    const { sittingId } = await recorded()
    const mine = { sittingId, personId: w.dario, state: "commission" as const, note: "jusqu’à 11 h" }
    await w.do(noteAttendance, mine, w.people.dario)
    await assert.rejects(w.do(noteAttendance, { ...mine, personId: w.amina }, w.people.dario), { code: "not_allowed" })
    await assert.rejects(w.do(noteAttendance, mine, w.people.oscar), { code: "not_found" })
    const { attendances } = await w.ask(readSitting, { sittingId }, w.people.dario)
    const own = attendances.find(({ person_id }) => person_id === w.dario)!
    assert.deepEqual([own.state, own.note, own.mayNote], ["commission", "jusqu’à 11 h", true])
    assert.equal(attendances.find(({ person_id }) => person_id === w.amina)?.mayNote, false)
  })

  it("lets a French councillor hold one proxy, and a Walloon one none (CGCT L4132-15; CDLD)", async () => {
    const excused = (sittingId: string, personId: string, proxyToId: string) =>
      w.do(noteAttendance, { sittingId, personId, state: "excused", proxyToId }, w.people.amina)
    const third = (await w.holding([])).personId!
    const { sittingId } = await recorded()
    await excused(sittingId, w.dario, w.amina)
    await excused(sittingId, w.dario, w.amina)
    await assert.rejects(excused(sittingId, third, w.amina), { code: "sittings.proxy_over" })
    await assert.rejects(excused(sittingId, third, w.dario), { code: "sittings.holder_absent" })
    await assert.rejects(excused(sittingId, third, third), /oneself/)
    const walloon = await recorded("be_municipal_council")
    await assert.rejects(excused(walloon.sittingId, w.dario, w.amina), { code: "sittings.no_proxies" })
  })
})
