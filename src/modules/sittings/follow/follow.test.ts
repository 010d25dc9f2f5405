import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { openMatter } from "../../matters/open.ts"
import { readTimeline } from "../../matters/timeline.ts"
import { finishTasks } from "../../tasks/finish.ts"
import { readTask } from "../../tasks/read-task.ts"
import { addGroup } from "../assemblies/groups/add.ts"
import { addAssemblyMember } from "../assemblies/members/add.ts"
import { changeSitting } from "../change.ts"
import { addSittingItem } from "../items/add.ts"
import { attachItem } from "../items/attach.ts"
import { takePosition } from "../items/take-position.ts"
import { noteVotes } from "../live/note-votes.ts"
import { readSitting } from "../read-sitting.ts"
import { recordSitting } from "../record.ts"
import { explainApart } from "./explain-apart.ts"
import { noteOutcomes } from "./note-outcomes.ts"
import { notePromise } from "./note-promise.ts"
import { readFollow } from "./read-follow.ts"

describe("following a sitting", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const recorded = async (): Promise<string> =>
    (
      await w.do(
        recordSitting,
        {
          bodyId: w.lisle,
          assembly: { name: "Conseil", kind: "be_municipal_council" },
          title: "Conseil d’avril",
          day: "2026-04-23",
          at: "19:30",
        },
        w.people.amina,
      )
    ).sittingId
  const item = async (sittingId: string, title = "Plan vélo"): Promise<string> =>
    (await w.do(addSittingItem, { sittingId, title }, w.people.amina)).itemId
  const apart = async () => {
    const sittingId = await recorded()
    const itemId = await item(sittingId)
    await w.do(takePosition, { itemId, stance: "against" }, w.people.amina)
    await w.do(noteOutcomes, { sittingId, items: [{ itemId, outcome: "adopted", voted: "abstain" }] }, w.people.amina)
    return { sittingId, itemId }
  }

  trio(
    () => w,
    [
      {
        command: changeSitting,
        capability: "sittings.manage",
        input: async () => ({ sittingId: await recorded(), day: "2026-05-28" }),
      },
      {
        command: noteOutcomes,
        capability: "sittings.manage",
        input: async () => {
          const sittingId = await recorded()
          return { sittingId, items: [{ itemId: await item(sittingId), outcome: "fallen" }] }
        },
      },
      {
        command: explainApart,
        capability: "sittings.manage",
        input: async () => ({ itemId: (await apart()).itemId, reason: "Le texte a changé en séance." }),
      },
      {
        command: notePromise,
        capability: "sittings.manage",
        input: async () => ({ sittingId: await recorded(), who: "le bourgmestre", what: "publier l’étude" }),
      },
    ],
  )

  it("notes many outcomes at once, and nothing of an item of another sitting", async () => {
    const sittingId = await recorded()
    const [one, other] = [await item(sittingId), await item(await recorded())]
    await w.do(
      noteOutcomes,
      { sittingId, items: [{ itemId: one, outcome: "amended", votesFor: 14, votesAgainst: 5, abstentions: 0 }] },
      w.people.amina,
    )
    const { items } = await w.ask(readFollow, { sittingId }, w.people.dario)
    assert.deepEqual(
      items.map(({ outcome, votes_for, abstentions }) => [outcome, votes_for, abstentions]),
      [["amended", 14, 0]],
    )
    const wrong = w.do(noteOutcomes, { sittingId, items: [{ itemId: other, outcome: "adopted" }] }, w.people.amina)
    await assert.rejects(wrong, /unknown/)
  })

  it("asks once why ours voted otherwise than was decided, and only then", async () => {
    const { sittingId, itemId } = await apart()
    const shown = async () => (await w.ask(readFollow, { sittingId }, w.people.amina)).items[0]!
    assert.deepEqual([(await shown()).apart, (await shown()).voted_reason], [true, null])
    await w.do(explainApart, { itemId, reason: "Le cahier des charges a été corrigé." }, w.people.amina)
    assert.equal((await shown()).voted_reason, "Le cahier des charges a été corrigé.")
    const alike = await item(sittingId, "Budget")
    await assert.rejects(w.do(explainApart, { itemId: alike, reason: "Rien" }, w.people.amina), {
      code: "sittings.not_apart",
    })
  })

  it("names those of ours who voted otherwise than all of us", async () => {
    const sittingId = await recorded()
    const itemId = await item(sittingId)
    await w.do(takePosition, { itemId, stance: "against" }, w.people.amina)
    const assemblyId = (await w.ask(readFollow, { sittingId }, w.people.amina)).sitting.assembly_id
    const said = { assemblyId, name: "Les Rives", short: "RIV", isOurs: true, side: "minority" }
    const { groupId } = await w.do(addGroup, said, w.people.amina)
    const member = async (familyName: string) =>
      (await w.do(addAssemblyMember, { assemblyId, familyName, groupId }, w.people.amina)).memberId
    const votes = [
      { memberId: await member("Renard"), vote: "abstain" },
      { memberId: await member("Loutre"), vote: "against" },
      { memberId: await member("Blaireau"), vote: "absent" },
    ]
    await w.do(noteVotes, { itemId, votes }, w.people.amina)
    const named = async () =>
      (await w.ask(readFollow, { sittingId }, w.people.amina)).items.map(({ byName }) =>
        byName.map(({ name, vote }) => [name.trim(), vote]),
      )
    assert.deepEqual(await named(), [[["Renard", "abstain"]]])
    // Ours abstained in the end: it is the other who stands apart now.
    await w.do(noteOutcomes, { sittingId, items: [{ itemId, outcome: "adopted", voted: "abstain" }] }, w.people.amina)
    assert.deepEqual(await named(), [[["Loutre", "against"]]])
  })

  it("takes votes noted by name, all alike, for how ours voted, until somebody says otherwise", async () => {
    const sittingId = await recorded()
    const itemId = await item(sittingId)
    const read = () => w.ask(readFollow, { sittingId }, w.people.amina)
    const assemblyId = (await read()).sitting.assembly_id
    const said = { assemblyId, name: "Les Rives", short: "RIV", isOurs: true, side: "minority" }
    const { groupId } = await w.do(addGroup, said, w.people.amina)
    const member = async (familyName: string) =>
      (await w.do(addAssemblyMember, { assemblyId, familyName, groupId }, w.people.amina)).memberId
    const [renard, loutre] = [await member("Renard"), await member("Loutre")]
    const voted = async (vote: string, memberId = renard) => {
      await w.do(noteVotes, { itemId, votes: [{ memberId, vote }] }, w.people.amina)
      return (await read()).items[0]!.voted
    }
    assert.equal(await voted("against"), "against")
    assert.equal(await voted("absent", loutre), "against")
    assert.equal(await voted("for", loutre), null)
    assert.equal(await voted("for"), "for")
    await w.do(noteOutcomes, { sittingId, items: [{ itemId, outcome: "adopted", voted: "abstain" }] }, w.people.amina)
    assert.equal(await voted("against"), "abstain")
  })

  it("makes a task of what was promised, with its origin, on the matter of the item", async () => {
    const sittingId = await recorded()
    const itemId = await item(sittingId)
    const { matterId } = await w.do(openMatter, { bodyId: w.lisle, title: "Vélo" }, w.people.amina)
    await w.do(attachItem, { itemId, matterId }, w.people.amina)
    const promise = { who: "l’échevin", what: "chiffrer la piste", until: "2026-06-30", ownerId: w.dario }
    const { taskId } = await w.do(notePromise, { sittingId, itemId, ...promise }, w.people.amina)
    const { task } = await w.ask(readTask, { taskId }, w.people.dario)
    assert.deepEqual([task.matter_id, String(task.due), task.owner_id], [matterId, "2026-06-30", w.dario])
    assert.match(task.note, /Conseil d’avril.*\/seances\//s)
    const { rows } = await w.ask(readTimeline, { matterId }, w.people.amina)
    // Told once, by its task; once nobody follows it any more, by itself.
    const told = (all: typeof rows) => all.flatMap(({ kind, id }) => (kind === "promise" || id === taskId ? kind : []))
    assert.deepEqual(told(rows), ["task"])
    await w.do(finishTasks, { taskIds: [taskId] }, w.people.dario)
    const { promises, telling } = await w.ask(readFollow, { sittingId }, w.people.amina)
    assert.deepEqual([promises[0]!.task?.state, telling], ["done", []])
  })

  it("moves a sitting, and its days along", async () => {
    const sittingId = await recorded()
    const last = async () =>
      (await w.ask(readSitting, { sittingId }, w.people.amina)).deadlines.find(({ kind }) => kind === "added_item")
    await w.do(changeSitting, { sittingId, day: "2026-05-28", convenedOn: "2026-05-18" }, w.people.amina)
    assert.equal(String((await last())!.last_lawful), "2026-05-22")
    const { sitting } = await w.ask(readSitting, { sittingId }, w.people.amina)
    assert.deepEqual([String(sitting.starts), sitting.title], ["2026-05-28T19:30:00", "Conseil d’avril"])
  })
})
