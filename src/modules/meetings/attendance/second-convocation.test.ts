import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { json } from "../../../kernel/db.ts"
import { addItem } from "../agenda/add.ts"
import { conveneMeeting } from "../convocation/convene.ts"
import { factsOf, occasionOf } from "../convocation/paper.ts"
import { readConvocation } from "../convocation/read-convocation.ts"
import { readMeeting } from "../read-meeting.ts"
import { readMinutes } from "../minutes/read.ts"
import { arrive } from "./arrive.ts"
import { closeMeeting } from "./close.ts"
import { nameFirst, openMeeting, waiveQuorum } from "./open.ts"
import { readHold } from "./read-hold.ts"
import { morningMeeting } from "./room-for-tests.ts"
import { takeDecision } from "./take-decision.ts"

describe("a second convocation", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const rulebookSays = (value: number | null) =>
    w.look((tx) =>
      sql`update rules set value = ${value === null ? null : json(value)}, legal_basis = 'ROI, art. 14'
           where body_id = ${w.lisle} and key = 'be.locale.quorum.waived_after'`.execute(tx),
    )
  /** Four of nine make the number. Held this morning, convened a week ago. */
  const held = async (present: number) => {
    const meeting = await morningMeeting(w)
    const { meetingId, members } = meeting
    await w.look((tx) =>
      sql`update meetings set convened_at = '2026-04-25T08:00:00Z' where id = ${meetingId}`.execute(tx),
    )
    await w.do(openMeeting, { meetingId, chairId: w.amina, at: "09:30" }, w.people.amina)
    await w.do(arrive, { meetingId, personIds: members.slice(0, present), at: "09:31" }, w.people.amina)
    return meeting
  }
  /** The same, closed, so many days ago. */
  const earlier = async (days: number, present: number, more: Record<string, unknown> = {}) => {
    const meeting = await held(present)
    await w.do(closeMeeting, { meetingId: meeting.meetingId }, w.people.amina)
    await w.look(async (tx) => {
      const back = sql.raw(`interval '${days} days'`)
      await sql`update meetings set starts = starts - ${back}, opened_at = opened_at - ${back}, closed_at = closed_at - ${back},
                       convened_at = convened_at - ${back} where id = ${meeting.meetingId}`.execute(tx)
      await sql`update attendances set arrived_at = arrived_at - ${back} where meeting_id = ${meeting.meetingId}`.execute(
        tx,
      )
      if (Object.keys(more).length > 0)
        await tx.updateTable("meetings").set(more).where("id", "=", meeting.meetingId).execute()
    })
    return meeting
  }
  /** Nothing that another test held counts any more. */
  const afresh = () => w.look((tx) => sql`update meetings set state = 'cancelled' where state = 'closed'`.execute(tx))
  const take = (itemId: string) =>
    w.do(takeDecision, { itemId, text: "Un essai de six mois.", how: "consent" }, w.people.amina)
  const frozen = (decisionId: string) =>
    w.look(async (tx) => {
      const row = await tx
        .selectFrom("decisions")
        .select("quorum")
        .where("id", "=", decisionId)
        .executeTakeFirstOrThrow()
      return row.quorum as { waiver: string | null; irregular: boolean }
    })
  const second = async (meetingId: string) => (await w.ask(readHold, { meetingId }, w.people.amina)).quorum.second

  trio(
    () => w,
    [
      {
        command: nameFirst,
        capability: "meetings.hold",
        input: async () => ({ meetingId: (await held(3)).meetingId, firstId: null }),
      },
    ],
  )

  it("decides what it takes up again whatever the number, by the article of the rulebook", async () => {
    await afresh()
    await rulebookSays(1)
    const first = await earlier(10, 3)
    const { meetingId, deciding } = await held(3)
    const words =
      "deuxième convocation, le nombre manquait le 22 avril 2026 : les points repris se décident quel que soit le nombre (ROI, art. 14)"
    assert.deepEqual(
      [(await second(meetingId)).first_id, plain((await second(meetingId)).words)],
      [first.meetingId, words],
    )
    const { decisionId } = await take(deciding.id)
    const { waiver, irregular } = await frozen(decisionId)
    assert.deepEqual([plain(waiver), irregular], [words, false])
    const { minutes } = await w.ask(readMinutes, { meetingId }, w.people.amina)
    assert.match(
      plain(minutes!.paper.facts.quorum!),
      /^non atteint à l’ouverture : 0 pour 4 requis ; deuxième convocation/,
    )
    assert.doesNotMatch(minutes!.paper.facts.quorum!, /irrégulier/)
  })

  it("still asks for the number on what was not on the first agenda", async () => {
    await afresh()
    await rulebookSays(1)
    await earlier(10, 3)
    const { meetingId } = await held(3)
    const { itemId } = await w.do(
      addItem,
      { meetingId, title: "Un point tout neuf", purpose: "decide" },
      w.people.amina,
    )
    await assert.rejects(take(itemId), { code: "decisions.no_quorum" })
  })

  it("is none when the number had been there, when the first was irregular, or when it was convened before the first was held", async () => {
    await rulebookSays(1)
    for (const [present, more] of [
      [4, {}],
      [3, { irregular_reason: "Trop tard" }],
      [3, { convened_at: null }],
      [3, { closed_at: Temporal.Instant.from("2026-04-30T08:00:00Z") }],
    ] as const) {
      await afresh()
      await earlier(10, present, more)
      const { meetingId, deciding } = await held(3)
      assert.equal((await second(meetingId)).words, null)
      await assert.rejects(take(deciding.id), { code: "decisions.no_quorum" })
    }
  })

  it("is what the rulebook says: never, not said, or only after two", async () => {
    for (const value of [0, null, 2]) {
      await afresh()
      await rulebookSays(value)
      await earlier(10, 3)
      const { meetingId, deciding } = await held(3)
      assert.equal((await second(meetingId)).asked, value === null)
      await assert.rejects(take(deciding.id), { code: "decisions.no_quorum" }, `after ${value}`)
    }
    await afresh()
    await rulebookSays(2)
    await earlier(18, 2)
    await earlier(10, 3)
    const { meetingId } = await held(3)
    assert.match(
      (await second(meetingId)).words!,
      /^troisième convocation, le nombre manquait le 14 avril 2026, 22 avril 2026/,
    )
  })

  it("follows the meeting that was named, if the number was not there when it closed", async () => {
    await afresh()
    await rulebookSays(1)
    const first = await earlier(20, 2)
    const reached = await earlier(10, 5)
    const { meetingId, deciding } = await held(3)
    const name = (firstId: string | null) => w.do(nameFirst, { meetingId, firstId }, w.people.amina)
    await assert.rejects(take(deciding.id), { code: "decisions.no_quorum" })
    await assert.rejects(name(reached.meetingId), { code: "attendance.first_had_quorum" })
    await assert.rejects(name(meetingId), { code: "attendance.not_a_first" })
    await name(first.meetingId)
    assert.equal((await second(meetingId)).first_id, first.meetingId)
    assert.equal((await take(deciding.id)).adopted, true)
    await name(null)
    assert.equal((await second(meetingId)).words, null)
  })

  describe("too soon after the first", () => {
    const interval = (value: number | null, unit: "days" | "clear_days" = "days") =>
      w.look((tx) =>
        sql`update rules set value = ${value === null ? null : json(value)}, unit = ${unit}, legal_basis = 'ROI, art. 15'
             where body_id = ${w.lisle} and key = 'be.locale.quorum.interval'`.execute(tx),
      )
    after(() => interval(null))

    it("is none: the number stays required, and the room reads from when it would have been", async () => {
      await afresh()
      await rulebookSays(1)
      await interval(11)
      await earlier(10, 3)
      const { meetingId, deciding } = await held(3)
      const { words, too_soon } = await second(meetingId)
      assert.equal(words, null)
      assert.match(plain(too_soon), /vaut à partir du 3 mai 2026 \(11 jours, ROI, art\. 15\)/)
      await assert.rejects(take(deciding.id), { code: "decisions.no_quorum" })
      await interval(10)
      assert.equal((await take(deciding.id)).adopted, true)
    })

    it("counts clear days whole between the two", async () => {
      await afresh()
      await rulebookSays(1)
      await earlier(10, 3)
      for (const [days, isSecond] of [
        [9, true],
        [10, false],
      ] as const) {
        await interval(days, "clear_days")
        const { meetingId } = await held(3)
        assert.equal((await second(meetingId)).words !== null, isSecond, `${days} clear days`)
      }
    })

    it("makes no third where the second came too soon after the first", async () => {
      await afresh()
      await rulebookSays(2)
      await interval(9)
      await earlier(18, 2)
      await earlier(10, 3)
      const { meetingId } = await held(3)
      assert.equal((await second(meetingId)).words, null)
      await interval(8)
      assert.notEqual((await second(meetingId)).words, null)
    })

    describe("when it is convened", () => {
      const ahead = async (days: number | null) => {
        await afresh()
        await rulebookSays(1)
        await interval(days)
        const first = await earlier(10, 3)
        const { meetingId } = await morningMeeting(w)
        await w.look((tx) =>
          sql`update meetings set starts = '2026-05-20 19:30', place = 'Salle des Tanneurs' where id = ${meetingId}`.execute(
            tx,
          ),
        )
        return { meetingId, first }
      }
      const read = async (meetingId: string) => (await w.ask(readConvocation, { meetingId }, w.people.amina)).second!
      const stamped = (meetingId: string) =>
        w.look((tx) =>
          tx
            .selectFrom("meetings")
            .select(["state", "irregular_reason"])
            .where("id", "=", meetingId)
            .executeTakeFirstOrThrow(),
        )
      const facts = (meetingId: string) =>
        w.look(async (tx) => {
          const given = { ...w.equipment, actor: w.people.amina, db: tx, now: w.now }
          return factsOf(await occasionOf(meetingId, given), "fr").map(({ label, value }) => plain(`${label} ${value}`))
        })
      const convene = (meetingId: string, more: object = {}) =>
        w.do(conveneMeeting, { meetingId, ...more }, w.people.amina)

      it("says on both pages from when it counts, and the letter says what it is", async () => {
        const { meetingId, first } = await ahead(3)
        const { is_too_soon, earliest, interval: rule, interval_article, first_id, items } = await read(meetingId)
        assert.deepEqual(
          [is_too_soon, String(earliest), rule, interval_article, first_id],
          [false, "2026-04-25", "3 jours", "ROI, art. 15", first.meetingId],
        )
        assert.ok(items > 0)
        assert.deepEqual(
          (await w.ask(readMeeting, { meetingId }, w.people.amina)).second,
          await read(meetingId),
          "the page that prepares says the same",
        )
        await convene(meetingId)
        assert.ok(
          (await facts(meetingId)).includes(
            "Deuxième convocation le nombre manquait le 22 avril 2026 ; les points repris se décident cette fois quel que soit le nombre (ROI, art. 14)",
          ),
        )
      })

      it("is refused too soon, unless it is a meeting like another or owned up to as irregular", async () => {
        const { meetingId } = await ahead(30)
        assert.deepEqual(
          [(await read(meetingId)).is_too_soon, String((await read(meetingId)).earliest)],
          [true, "2026-05-22"],
        )
        await assert.rejects(convene(meetingId), { code: "meetings.second_too_soon" })
        await assert.rejects(convene(meetingId, { urgencyReason: "Vite" }), { code: "meetings.second_too_soon" })
        await convene(meetingId, { asOrdinary: true })
        assert.equal((await stamped(meetingId)).irregular_reason, null)
        assert.ok((await facts(meetingId)).every((fact) => !fact.startsWith("Deuxième")))

        const { meetingId: other } = await ahead(30)
        await convene(other, { irregularReason: "La salle n’était libre que ce soir-là." })
        assert.match((await stamped(other)).irregular_reason!, /salle/)
        const told = await facts(other)
        assert.ok(told.some((fact) => fact.startsWith("Deuxième")))
        assert.ok(told.some((fact) => fact.startsWith("Convocation irrégulière")))
      })

      it("says that nobody has said how long, and lets it be convened", async () => {
        const { meetingId } = await ahead(null)
        const { earliest, is_too_soon, interval: rule } = await read(meetingId)
        assert.deepEqual([earliest, is_too_soon, rule], [null, false, null])
        await convene(meetingId)
      })

      it("has the notice of a second convocation where the rulebook gives one", async () => {
        const { meetingId } = await ahead(3)
        const follows = (notice: string) =>
          w.look((tx) =>
            sql`update meeting_types set notice_rule = ${notice}
                 where body_id = ${w.lisle} and key = 'ordinary-assembly'`.execute(tx),
          )
        await follows("be.cc.notice")
        const { deadline } = await w.ask(readConvocation, { meetingId }, w.people.amina)
        assert.deepEqual([deadline!.key, String(deadline!.last_day)], ["be.cc.notice_2_3", "2026-05-17"])
        await follows("be.locale.notice.assembly")
      })

      it("is no matter where nothing is taken up again", async () => {
        const { meetingId } = await ahead(30)
        await w.look((tx) =>
          sql`update agenda_items set title = 'Tout autre chose ' || id, automatic = null, from_item_id = null
               where meeting_id = ${meetingId}`.execute(tx),
        )
        assert.equal(await read(meetingId), null)
        await convene(meetingId)
      })
    })
  })

  it("leaves a written reason for what the rulebook does not know, and marks it irregular", async () => {
    await afresh()
    await rulebookSays(null)
    const { meetingId, deciding } = await held(3)
    await w.do(waiveQuorum, { meetingId, reason: "Il neige" }, w.people.amina)
    const { decisionId } = await take(deciding.id)
    assert.deepEqual(await frozen(decisionId).then(({ waiver, irregular }) => [waiver, irregular]), ["Il neige", true])
    const { minutes } = await w.ask(readMinutes, { meetingId }, w.people.amina)
    assert.match(plain(minutes!.paper.facts.quorum!), /ce qui est irrégulier : Il neige/)
  })
})

const plain = (text: string | null) => (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ")
