import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { fromPlain, toPlain } from "../../../kernel/rich-text/plain.ts"
import { minutesPdf } from "../../../kernel/typeset/papers.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { noteItem } from "../attendance/note-item.ts"
import { takeDecision } from "../attendance/take-decision.ts"
import { circulateMinutes } from "./circulate.ts"
import { answerCorrection, askCorrection } from "./corrections.ts"
import { circulatedMeeting, closedMeeting, heldMeeting } from "./minutes-for-tests.ts"
import { minutesReactions } from "./reactions.ts"
import { readMinutes } from "./read.ts"
import { approveMinutes } from "./record-approval.ts"
import { writeMinutes } from "./write.ts"

describe("minutes", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const [held, closed, circulated] = [() => heldMeeting(w), () => closedMeeting(w), () => circulatedMeeting(w)]
  const read = (meetingId: string, as = w.people.amina) => w.ask(readMinutes, { meetingId }, as)

  trio(
    () => w,
    [
      {
        command: writeMinutes,
        capability: "minutes.write",
        input: async () => ({ meetingId: (await closed()).meetingId, opening: fromPlain("Il neige.") }),
      },
      {
        command: circulateMinutes,
        capability: "minutes.write",
        input: async () => ({ meetingId: (await closed()).meetingId }),
      },
      {
        command: answerCorrection,
        capability: "minutes.write",
        input: async () => {
          const { meetingId } = await circulated()
          const asked = await w.do(askCorrection, { meetingId, text: "Lire 350 €." }, w.people.dario)
          return { correctionId: asked.correctionId, taken: true }
        },
      },
      {
        command: approveMinutes,
        capability: "minutes.write",
        input: async () => ({ meetingId: (await circulated()).meetingId, inMeetingId: (await held()).meetingId }),
      },
    ],
  )

  describe("minutes.read", () => {
    it("tells what happened, in words", async () => {
      const { meetingId } = await closed()
      const { minutes } = await read(meetingId)
      const { facts, items, stamp, closing } = minutes!.paper
      assert.equal(stamp, "projet")
      assert.match(facts.present!, /Alix Aït-Saïd/)
      assert.match(facts.represented!, /Alix Van den Broeck par Alix Aït-Saïd/)
      assert.match(facts.quorum!, /^atteint à l’ouverture\u00a0: 6 pour 4 requis$/)
      assert.match(facts.convocation!, /aucune convocation/)
      const decided = items.find(({ decisions }) => decisions?.length)!
      assert.match(decided.decisions![0]!.result!, /Adopté par 4 voix pour, 1 contre, 1 abstention/)
      assert.deepEqual(decided.tasks, [{ what: "Déposer le point", who: "Alix Aït-Saïd", by: "10 juin 2026" }])
      assert.equal(closing, "La séance est levée à 10\u00a0h.")
    })
    it("keeps a draft for those who write it", async () => {
      const { meetingId } = await closed()
      assert.equal((await read(meetingId, w.people.dario)).minutes, null)
    })
    it("never shows a confidential item to a member who was not there", async () => {
      const { meetingId, secretId } = await circulated()
      const seen = await read(meetingId, w.people.dario)
      const all = JSON.stringify(seen)
      assert.ok(all.includes("Point confidentiel"))
      assert.ok(!all.includes("Licenciement") && !all.includes("Nicole"))
      await assert.rejects(w.do(askCorrection, { meetingId, itemId: secretId, text: "?" }, w.people.dario), {
        issues: [{ path: ["itemId"], code: "unknown_item", facts: {} }],
      })
      const whole = JSON.stringify(await read(meetingId, w.as((await present(meetingId))!)))
      assert.ok(whole.includes("Licenciement") && whole.includes("Nicole"))
    })
    it("typesets as a PDF", async () => {
      const { minutes } = await read((await closed()).meetingId)
      const pdf = await minutesPdf(minutes!.paper)
      assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), "%PDF-")
    })
  })

  describe("minutes.write", () => {
    const begun = async (text: string) => {
      const { meetingId } = await closed()
      await w.do(writeMinutes, { meetingId, opening: fromPlain(text), base: { opening: null } }, w.people.amina)
      return meetingId
    }
    const opening = async (meetingId: string) => toPlain((await read(meetingId)).minutes!.opening!)
    const write = (meetingId: string, text: string, base: string, as = w.people.amina) =>
      w.do(writeMinutes, { meetingId, opening: fromPlain(text), base: { opening: fromPlain(base) } }, as)

    it("loses no word of two secretaries who write the same text at once", async () => {
      const base = "La présidente ouvre la séance.\n\nElle salue les membres."
      const meetingId = await begun(base)
      const other = await w.holding(["minutes.write"])
      await Promise.all([
        write(meetingId, base.replace("ouvre", "ouvre en retard"), base),
        write(meetingId, `${base}\n\nGeorgette remercie la salle.`, base, other),
        w.do(
          writeMinutes,
          { meetingId, closing: fromPlain("La prochaine est le 18 juin."), base: { closing: null } },
          other,
        ),
      ])
      assert.equal(
        await opening(meetingId),
        "La présidente ouvre en retard la séance.\n\nElle salue les membres.\n\nGeorgette remercie la salle.",
      )
      assert.equal(toPlain((await read(meetingId)).minutes!.closing!), "La prochaine est le 18 juin.")
    })
    it("loses none of who comes back after an hour without network, nor of who typed on while a sending was on its way", async () => {
      const base = "Ouverture."
      const meetingId = await begun(base)
      const other = await w.holding(["minutes.write"])
      await write(meetingId, "Ouverture. Karim arrive.", base)
      // Its sending was answered; the writer has not seen the other's words yet, and types on from their own.
      await write(meetingId, "Ouverture à l’heure.", base, other)
      await write(meetingId, "Ouverture. Karim arrive. Il s’excuse.", "Ouverture. Karim arrive.")
      assert.equal(await opening(meetingId), "Ouverture à l’heure. Karim arrive. Il s’excuse.")
      const { merged } = await write(meetingId, "Ouverture. Inès lit l’ordre du jour.", base, other)
      assert.equal(merged, true)
      for (const words of ["à l’heure", "Karim arrive", "Il s’excuse", "Inès lit l’ordre du jour"])
        assert.ok((await opening(meetingId)).includes(words), words)
    })
    it("keeps a word that somebody changed while another took it away", async () => {
      const base = "Le budget est présenté.\n\nIl est lu."
      const meetingId = await begun(base)
      await write(meetingId, "Le budget est présenté.", base)
      await write(meetingId, "Le budget est présenté.\n\nIl est lu deux fois.", base)
      assert.match(await opening(meetingId), /deux fois/)
    })
  })

  describe("minutes.circulate", () => {
    it("gives a reference, freezes the words, and writes to each in the version that is theirs", async () => {
      const { meetingId, members, deciding } = await closed()
      await w.look((tx) =>
        tx
          .insertInto("invitations")
          .values([
            {
              organisation_id: w.organisation,
              id: meetingId,
              meeting_id: meetingId,
              person_id: w.dario,
              means: "email",
            },
          ])
          .execute(),
      )
      await w.do(circulateMinutes, { meetingId }, w.people.amina)
      const { minutes } = await read(meetingId)
      assert.match(minutes!.reference!, /^LIS-2026-PV-\d{4}$/)
      assert.equal(minutes!.paper.stamp, "à approuver")
      await assert.rejects(
        w.do(noteItem, { itemId: deciding.id, notes: fromPlain("Autre."), base: null }, w.people.amina),
        { code: "attendance.circulated" },
      )
      const letters = await w.look((tx) =>
        tx.selectFrom("sendings").select(["person_id", "content"]).where("meeting_id", "=", meetingId).execute(),
      )
      const versions = new Map(
        letters.map(({ person_id, content }) => [person_id, (content as { version: string }).version]),
      )
      assert.equal(versions.get(w.dario), "open")
      assert.equal(versions.get(members[1]!), "full")
    })
    it("is done once by two who send at the same time, without losing a number", async () => {
      const { meetingId } = await closed()
      const tries = await Promise.allSettled([1, 2].map(() => w.do(circulateMinutes, { meetingId }, w.people.amina)))
      assert.deepEqual(tries.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    })
  })

  describe("minutes.approve", () => {
    it("comes with the decision of the next meeting, and lists the corrections that were taken", async () => {
      const first = await circulated()
      for (const [text, taken] of [
        ["Lire « 350 € » au lieu de « 530 € ».", true],
        ["Effacer mon nom.", false],
      ] as const) {
        const { correctionId } = await w.do(
          askCorrection,
          { meetingId: first.meetingId, itemId: first.deciding.id, text },
          w.people.dario,
        )
        await w.do(answerCorrection, { correctionId, taken, answer: taken ? null : "C’est public." }, w.people.amina)
      }
      const next = await held()
      const item = next.items.find(({ automatic }) => automatic === "approve-minutes") ?? next.items[0]!
      await w.look((tx) =>
        tx
          .updateTable("agenda_items")
          .set({ automatic: "approve-minutes", about_meeting_id: first.meetingId })
          .where("id", "=", item.id)
          .execute(),
      )
      await w.do(
        takeDecision,
        { itemId: item.id, text: "Le procès-verbal est approuvé.", how: "consent" },
        w.people.amina,
      )
      const { state, minutes } = await read(first.meetingId, w.people.dario)
      assert.equal(state, "approved")
      assert.equal(minutes!.paper.stamp, undefined)
      assert.match(minutes!.paper.status!, /avec une correction\.$/)
      assert.deepEqual(
        minutes!.paper.corrections!.map(({ text }) => text),
        ["Lire « 350 € » au lieu de « 530 € »."],
      )
      await w.look((tx) =>
        minutesReactions[0]!.react(
          { meetingId: first.meetingId },
          { ...w.equipment, actor: { ...w.people.amina, personId: null }, db: tx, now: w.now },
        ),
      )
      const files = await w.look((tx) =>
        tx.selectFrom("files").select(["name", "confidential"]).orderBy("confidential").execute(),
      )
      assert.deepEqual(
        files.map(({ confidential }) => confidential),
        [false, true],
      )
    })
  })

  const present = (meetingId: string) =>
    w.look(async (tx) => {
      const row = await tx
        .selectFrom("attendances")
        .select("person_id")
        .where("meeting_id", "=", meetingId)
        .where("voting", "=", true)
        .executeTakeFirst()
      return row?.person_id
    })
})
