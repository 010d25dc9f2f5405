import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { beginText } from "../begin.ts"
import { gapsIn } from "../gaps.ts"
import { textKinds } from "../kinds.ts"
import { listTextKinds } from "../list-kinds.ts"
import { readText } from "../read-text.ts"
import { addTextModel } from "./add.ts"
import { endTextModel } from "./end.ts"
import { startingDoc } from "./start-of.ts"
import { writeTextModel } from "./write.ts"

describe("a model of texts", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const doc = {
    type: "doc" as const,
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Chers…" }] }],
  }
  const added = async () =>
    (await w.do(addTextModel, { bodyId: w.lisle, kind: "letter", name: "Aux voisins" }, w.people.amina)).modelId

  trio(
    () => w,
    [
      {
        command: addTextModel,
        capability: "texts.manage",
        input: () => ({ bodyId: w.lisle, kind: "wish", name: "Vœu" }),
      },
      {
        command: writeTextModel,
        capability: "texts.manage",
        input: async () => ({ modelId: await added(), name: "Aux voisines", doc }),
      },
      { command: endTextModel, capability: "texts.manage", input: async () => ({ modelId: await added() }) },
    ],
  )

  it("is offered for its kind to its body, and texts begin with it until it is withdrawn", async () => {
    const modelId = await added()
    await w.do(writeTextModel, { modelId, name: "Aux voisins", doc }, w.people.amina)
    const begin = (kind: string) =>
      w.do(beginText, { bodyId: w.lisle, kind, modelId, title: "Bonjour" }, w.people.amina)
    const { textId } = await begin("letter")
    assert.deepEqual((await w.ask(readText, { textId }, w.people.amina)).text.doc, doc)
    await assert.rejects(begin("note"), /modelId: unknown/)
    const { kinds } = await w.ask(listTextKinds, { bodyId: w.lisle }, w.people.dario)
    assert.ok(kinds.find(({ kind }) => kind === "letter")!.models.some(({ id }) => id === modelId))
    await w.do(endTextModel, { modelId }, w.people.amina)
    await assert.rejects(begin("letter"), /modelId: unknown/)
  })

  it("is shipped for every kind, each with something to fill in", () => {
    for (const kind of textKinds)
      assert.ok(gapsIn(startingDoc(kind, { assembly: "Le Conseil", day: "1er juin 2026" })) > 0, kind)
  })

  it("leaves a gap where dots stand alone, not where somebody trails off", () => {
    assert.equal(gapsIn(doc), 0)
    assert.equal(gapsIn(startingDoc("motion", { assembly: "Le Conseil", day: "…" })), 5)
  })
})
