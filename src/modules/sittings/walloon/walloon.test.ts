import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { assemblyRules } from "../../bodies/contract.ts"
import { dropTasks } from "../../tasks/drop.ts"
import { addGroup } from "../assemblies/groups/add.ts"
import { addAssemblyMember } from "../assemblies/members/add.ts"
import { changeSitting } from "../change.ts"
import { noteOutcomes } from "../follow/note-outcomes.ts"
import { addSittingItem } from "../items/add.ts"
import { recordSitting } from "../record.ts"
import { waiting } from "../waiting.ts"
import { approveMinutes } from "./approve-minutes.ts"
import { type ChainFacts, chainOf } from "./chain.ts"
import { compareMinutes } from "./compare-minutes.ts"
import { readChain } from "./read-chain.ts"
import { readTheirMinutes } from "./read-minutes.ts"
import { settleStep } from "./settle-step.ts"

const day = (iso: string) => Temporal.PlainDate.from(iso)
type Vector = { id: string; rule: string; event: string; last_lawful: string }
const { vectors }: { vectors: Vector[] } = JSON.parse(
  readFileSync(new URL("../../../../tests/vectors/law/deadlines.json", import.meta.url), "utf8"),
)
const rules = new Map(assemblyRules("be.cc").map((rule) => [rule.key, rule]))
const facts: ChainFacts = {
  on: day("2026-05-21"),
  convened_on: null,
  next_on: null,
  items: 0,
  unread: 0,
  undecided: 0,
  brought: false,
  compared: false,
  approved: false,
  done: new Set(),
}
const line = (more: Partial<ChainFacts>, step: string, today = "2026-01-01") =>
  chainOf({ ...facts, ...more }, (key) => rules.get(`be.cc.${key}`) ?? null, day(today)).find(
    (one) => one.step === step,
  )!

describe("the chain of a Walloon council", () => {
  for (const v of vectors.filter(({ rule }) => rule === "BE-CDLD-L1122-13"))
    it(`holds a convocation lawful on the last day, and not the day after (${v.id})`, () => {
      const on = day(v.event)
      const convened = (convened_on: Temporal.PlainDate) => line({ on, convened_on }, "convocation").state
      assert.deepEqual(
        [convened(day(v.last_lawful)), convened(day(v.last_lawful).add({ days: 1 }))],
        ["done", "unlawful"],
      )
    })
  for (const v of vectors.filter(({ rule }) => rule === "BE-CDLD-L1122-24"))
    it(`gives the item to add its last day (${v.id})`, () => {
      assert.equal(String(line({ on: day(v.event) }, "added_item").day), v.last_lawful)
    })

  it("runs from eight days before to the day after", () => {
    const days = ["convocation", "share", "added_item", "meeting", "positions", "release"].map(
      (step) => facts.on.until(line({}, step).day!, { largestUnit: "day" }).days,
    )
    assert.deepEqual(days, [-8, -7, -6, -4, -1, 1])
  })

  it("asks what only the assembly’s rules can say, and sees from what is there what is done", () => {
    assert.equal(line({}, "citizen").state, "unsaid")
    assert.equal(line({ items: 3 }, "positions", "2026-05-21").state, "done")
    assert.equal(line({ items: 3, undecided: 1 }, "positions", "2026-05-21").state, "late")
    assert.equal(line({}, "positions").state, "waiting")
    assert.equal(String(line({ next_on: day("2026-06-18") }, "minutes").day), "2026-06-10")
    assert.equal(line({ next_on: day("2026-06-18") }, "approved").day?.toString(), "2026-06-18")
  })
})

describe("a Walloon council", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  let serial = 0
  const recorded = async (more: object = {}, kind = "be_municipal_council") =>
    (await w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: `Conseil ${++serial}`, kind },
        title: `Conseil ${serial}`,
        day: "2026-05-21",
        at: "19:30",
        ...more,
      },
      w.people.amina,
    )) as { sittingId: string; assemblyId: string }
  const chain = async (sittingId: string) => (await w.ask(readChain, { sittingId }, w.people.amina)).steps
  const step = async (sittingId: string, name: string) => (await chain(sittingId)).find((one) => one.step === name)!
  const tasks = () => w.look((db) => db.selectFrom("tasks").select(["id", "what", "due", "state"]).execute())
  const past = async () => (await recorded({ day: "2026-04-23" })).sittingId

  trio(
    () => w,
    [
      {
        command: settleStep,
        capability: "sittings.manage",
        input: async () => ({ sittingId: (await recorded()).sittingId, step: "meeting" }),
      },
      {
        command: compareMinutes,
        capability: "sittings.manage",
        input: async () => ({ sittingId: await past(), lines: [] }),
      },
      {
        command: approveMinutes,
        capability: "sittings.manage",
        input: async () => {
          const sittingId = await past()
          await w.do(compareMinutes, { sittingId, lines: [] }, w.people.amina)
          return { sittingId, on: "2026-05-01" }
        },
      },
    ],
  )

  it("raises one task for the item to add when its convocation is recorded, and moves it with the sitting", async () => {
    const { sittingId } = await recorded()
    const title = `Rédiger le point à ajouter\u00a0: Conseil ${serial}`
    const mine = async () => (await tasks()).filter(({ what }) => what === title)
    assert.deepEqual(await mine(), [])
    const change = (more: object) => w.do(changeSitting, { sittingId, ...more }, w.people.amina)
    await change({ convenedOn: "2026-05-02" })
    assert.deepEqual(
      (await mine()).map(({ due }) => String(due)),
      ["2026-05-15"],
    )
    await change({ place: "Salle du conseil" })
    await change({ day: "2026-05-26" })
    const [task, ...more] = await mine()
    assert.deepEqual([String(task!.due), more.length], ["2026-05-20", 0])
    await assert.rejects(w.do(settleStep, { sittingId, step: "added_item" }, w.people.amina), {
      code: "sittings.step_has_task",
    })
    await w.do(dropTasks, { taskIds: [task!.id] }, w.people.amina)
    await change({ day: "2026-05-28" })
    assert.deepEqual([(await step(sittingId, "added_item")).state, (await mine()).length], ["done", 1])
  })

  it("raises none when it is too late, where the rule is not said, or where nobody’s law says so", async () => {
    const before = (await tasks()).length
    await recorded({ day: "2026-05-06", convenedOn: "2026-05-01" })
    await recorded({ convenedOn: "2026-05-01" }, "be_cpas_council")
    const { sittingId } = await recorded({ convenedOn: "2026-05-01" }, "fr_municipal_council")
    assert.equal((await tasks()).length, before)
    assert.deepEqual(await chain(sittingId), [])
  })

  it("says that a convocation came too late, with its rule, until the sitting is over", async () => {
    const { sittingId } = await recorded({ day: "2026-05-06", convenedOn: "2026-05-01" })
    const { state, rule } = await step(sittingId, "convocation")
    assert.deepEqual([state, rule?.article], ["unlawful", "CDLD L1122-13"])
    const asked = await w.look((db) => waiting({ ...w.equipment, db, actor: w.people.amina, now: w.now, waiting: [] }))
    const line = asked.find(({ key, at }) => key === "sittings.waiting.unlawful" && at.endsWith(sittingId))
    assert.equal(String(line?.due), "2026-05-06")
  })

  it("waits for the meeting of the group until somebody says that it was held", async () => {
    const { sittingId } = await recorded({ day: "2026-05-11" })
    const keys = async () =>
      (await w.look((db) => waiting({ ...w.equipment, db, actor: w.people.amina, now: w.now, waiting: [] })))
        .filter(({ at }) => at === `/seances/${sittingId}`)
        .map(({ key }) => key)
    assert.ok((await keys()).includes("sittings.waiting.chain.meeting"))
    await w.do(settleStep, { sittingId, step: "meeting" }, w.people.amina)
    assert.ok(!(await keys()).includes("sittings.waiting.chain.meeting"))
    await w.do(settleStep, { sittingId, step: "meeting", done: false }, w.people.amina)
    assert.equal((await step(sittingId, "meeting")).state, "waiting")
  })

  it("sets the minutes beside what we noted: outcome, figures, names, items that lack or are too many", async () => {
    const { sittingId, assemblyId } = await recorded({ day: "2026-04-23" })
    const ours = { assemblyId, name: "Nous", short: "N", side: "opposition", tint: "green", isOurs: true }
    const { groupId } = await w.do(addGroup, ours, w.people.amina)
    const one = { assemblyId, groupId, givenName: "Élodie", familyName: "Gérard" }
    await w.do(addAssemblyMember, one, w.people.amina)
    const item = async (title: string) =>
      (await w.do(addSittingItem, { sittingId, title }, w.people.amina)).itemId as string
    const [canteen, land, gone] = [await item("Cantines"), await item("Parcelle"), await item("Terrasses")]
    const noted = {
      sittingId,
      items: [
        { itemId: canteen, outcome: "adopted", voted: "for", votesFor: 19, votesAgainst: 0, abstentions: 0 },
        { itemId: land, outcome: "postponed", voted: "against" },
        { itemId: gone, outcome: "adopted" },
      ],
    }
    await w.do(noteOutcomes, noted, w.people.amina)
    const lines = [
      {
        itemId: canteen,
        title: "Cantines",
        outcome: "adopted",
        votesFor: 18,
        votesAgainst: 0,
        abstentions: 1,
        abstaining: "M. GERARD",
      },
      { itemId: land, title: "Parcelle", outcome: "adopted", against: "Mathot" },
      { title: "Achat d’un tracteur" },
    ]
    await w.do(compareMinutes, { sittingId, lines }, w.people.amina)
    const { differences, remark } = await w.ask(readTheirMinutes, { sittingId }, w.people.dario)
    assert.deepEqual(
      differences.map(({ kind, title }) => `${kind} ${title}`),
      [
        "figures Cantines",
        "name_wrong Cantines",
        "outcome Parcelle",
        "name_lacks Parcelle",
        "absent Terrasses",
        "unknown Achat d’un tracteur",
      ],
    )
    assert.match(remark!, /Gérard manque parmi les votes/)
    await w.do(compareMinutes, { sittingId, lines: [] }, w.people.amina)
    assert.equal((await w.ask(readTheirMinutes, { sittingId }, w.people.amina)).differences.length, 3)
    assert.equal((await step(sittingId, "minutes")).state, "done")
    await w.do(approveMinutes, { sittingId, on: "2026-05-01", remark: "Corrigé." }, w.people.amina)
    assert.equal((await step(sittingId, "approved")).state, "done")
  })

  it("approves no minutes that nobody compared", async () => {
    await assert.rejects(w.do(approveMinutes, { sittingId: await past(), on: "2026-05-01" }, w.people.amina), {
      code: "sittings.minutes_not_compared",
    })
  })
})
