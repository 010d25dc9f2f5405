import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { openMatter } from "../open.ts"
import { addTheme } from "../themes/add.ts"
import { endTheme } from "../themes/end.ts"
import { addProgramme } from "./add.ts"
import { changeProgramme } from "./change.ts"
import { endProgramme } from "./end.ts"
import { programmeLike } from "./likely.ts"
import { listProgramme } from "./list.ts"

describe("the programme of a body", () => {
  let w: World
  before(async () => (w = await world()))
  after(() => w.end())

  const lines = async () => (await w.ask(listProgramme, { bodyId: w.lisle }, w.people.dario)).rows
  const added = async (words = "Un train par heure dans chaque gare") => {
    await w.do(addProgramme, { bodyId: w.lisle, lines: words }, w.people.amina)
    return (await lines()).find((one) => one.words === words)!.id
  }
  let count = 0

  trio(
    () => w,
    [
      {
        command: addProgramme,
        capability: "matters.manage",
        input: () => ({ bodyId: w.lisle, lines: "Un bus le soir" }),
      },
      {
        command: changeProgramme,
        capability: "matters.manage",
        input: async () => ({ programmeLineId: await added(`Ligne ${++count}`), words: "Deux bus le soir" }),
      },
      {
        command: endProgramme,
        capability: "matters.manage",
        input: async () => ({ programmeLineId: await added(`Ligne ${++count}`) }),
      },
    ],
  )

  it("is pasted as it is printed, one promise a line, without what stands before them", async () => {
    const before = (await lines()).length
    const pasted =
      "– Des pistes cyclables continues\n\n• Cent arbres par an\n12. Une cantine végétale\n-30 % de déchets"
    await w.do(addProgramme, { bodyId: w.lisle, lines: pasted, source: "Programme 2024, p. 3" }, w.people.amina)
    assert.deepEqual(
      (await lines()).slice(before).map(({ words, source }) => [words, source]),
      ["Des pistes cyclables continues", "Cent arbres par an", "Une cantine végétale", "-30 % de déchets"].map(
        (one) => [one, "Programme 2024, p. 3"],
      ),
    )
    await assert.rejects(w.do(addProgramme, { bodyId: w.lisle, lines: " \n " }, w.people.amina), /lines: required/)
    await assert.rejects(w.do(addProgramme, { bodyId: w.lisle, lines: "a".repeat(601) }, w.people.amina), {
      code: "programme.line_too_long",
    })
  })

  it("is set beside a subject by two of its words, or by the theme of its matter, and no more once ended", async () => {
    const { themeId } = await w.do(addTheme, { bodyId: w.lisle, name: "Eaux" }, w.people.amina)
    await w.do(addProgramme, { bodyId: w.lisle, lines: "Rendre la rivière aux baigneurs", themeId }, w.people.amina)
    const matter = { bodyId: w.lisle, title: "Berges", themeId }
    const { matterId } = await w.do(openMatter, matter, w.people.amina)
    const like = (title: string, of: string | null = null) =>
      w.look((db) => programmeLike({ bodyId: w.lisle, title, matterId: of }, db))
    assert.deepEqual(
      (await like("Aménagement de pistes cyclables à Lisle")).map(({ words, same_theme }) => [words, same_theme]),
      [["Des pistes cyclables continues", false]],
    )
    assert.deepEqual(await like("Budget de la cantine"), [])
    const [found] = await like("Travaux", matterId)
    assert.deepEqual([found!.words, found!.same_theme], ["Rendre la rivière aux baigneurs", true])
    await w.do(endProgramme, { programmeLineId: found!.id }, w.people.amina)
    assert.deepEqual(await like("Travaux", matterId), [])
    await assert.rejects(w.do(endProgramme, { programmeLineId: found!.id }, w.people.amina), {
      code: "programme.already_ended",
    })
  })

  it("takes no theme that has ended", async () => {
    const { themeId } = await w.do(addTheme, { bodyId: w.lisle, name: "Ailleurs" }, w.people.amina)
    await w.do(endTheme, { themeId }, w.people.amina)
    await assert.rejects(
      w.do(addProgramme, { bodyId: w.lisle, lines: "X", themeId }, w.people.amina),
      /themeId: unknown/,
    )
  })
})
