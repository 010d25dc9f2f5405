import assert from "node:assert/strict"
import { writeFile } from "node:fs/promises"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import { letterPdf } from "../../../kernel/typeset/letter-paper.ts"
import { closeTypesetter } from "../../../kernel/typeset/typeset.ts"
import { read as readPdf } from "../../../kernel/typeset/pdf-for-tests.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { castVote } from "../cast.ts"
import { closeBallot } from "../close.ts"
import { openBallot } from "../open.ts"
import { printRoutes } from "../print/routes.ts"
import { prepareBallot } from "../prepare.ts"
import { readBallot } from "../read-ballot.ts"
import { findBallot } from "../seen.ts"
import { lettersOnPaper } from "./letters-on-paper.ts"
import { proclaimBallot } from "./proclaim.ts"

let w: World
let voters: Actor[]
before(async () => {
  w = await world()
  voters = await Promise.all([1, 2, 3].map(() => w.member()))
})
after(async () => {
  await closeTypesetter()
  await w.end()
})

/** The first is elected treasurer by two votes to one; neither the first nor the second can be written to by mail. */
const proclaimed = async (more: object) => {
  const [first, second] = voters.map(({ personId }) => personId!)
  const { functionId } = await w.look(async (db) => ({
    functionId: (
      await db
        .selectFrom("functions")
        .select("id")
        .where("body_id", "=", w.lisle)
        .where("key", "=", "treasurer")
        .executeTakeFirstOrThrow()
    ).id,
  }))
  const people = (set: object, id: string) =>
    w.look((db) => db.updateTable("people").set(set).where("id", "=", id).execute())
  await people({ email: null, street: "rue de l’Écluse 3", postcode: "4000", town: "Liège" }, first!)
  await people({ post_only: true }, second!)
  const kind = {
    title: "Élire à la trésorerie",
    kind: "candidates",
    method: "plurality",
    manner: "named",
    electorate: "members",
  }
  const about = { bodyId: w.lisle, onDay: "2026-05-02", functionId, candidateIds: [first, second] }
  const { ballotId } = await w.do(prepareBallot, { ...about, ...kind }, w.people.amina)
  await w.do(openBallot, { ballotId }, w.people.amina)
  for (const [at, voter] of voters.entries())
    await w.do(castVote, { ballotId, revision: 1, ranks: [[at === 2 ? 1 : 0]] }, voter)
  await w.do(closeBallot, { ballotId }, w.people.amina)
  const before_ = await papers(ballotId)
  const said = { since: "2026-05-02", text: "L’assemblée élit.", letter: "Félicitations, et merci.", ...more }
  await w.do(proclaimBallot, { ballotId, ...said }, w.people.amina)
  return { ballotId: ballotId as string, before_ }
}
/** The file, as somebody asks for it by its address. */
const asked = (id: string, actor: Actor) =>
  printRoutes
    .find(({ path }) => path.endsWith("/lettres.pdf"))!
    .handle({
      params: { id },
      query: {},
      body: {},
      headers: {},
      cookies: {},
      ip: "127.0.0.1",
      files: async function* () {},
      actor: async () => actor,
      db: w.db,
      equipment: w.equipment,
    })
const papers = (ballotId: string) =>
  w.look(async (db) => {
    const given = { ...w.equipment, actor: w.people.amina, db, now: w.now }
    return lettersOnPaper((await findBallot(ballotId, given))!, given)
  })

describe("the letters of a proclamation on paper", () => {
  it("are for whom no mail reaches, with the words of the mail, once it is proclaimed", async () => {
    const { ballotId, before_ } = await proclaimed({})
    assert.equal(before_, null)
    const paper = (await papers(ballotId))!
    assert.equal(paper.letters.length, 1)
    assert.deepEqual(paper.letters[0]!.address.slice(1), ["rue de l’Écluse 3", "4000 Liège"])
    const pdf = await letterPdf(paper)
    if (process.env["SHOTS"]) await writeFile(`${process.env["SHOTS"]}/lettres.pdf`, pdf)
    const { text } = readPdf(pdf)
    assert.match(text, /Félicitations, et merci\./)
    assert.match(text, /2 mai 2026/)
    assert.match(text, /Enregistrer et appeler les cotisations/)
    assert.equal((await w.ask(readBallot, { ballotId }, w.people.amina)).to_print, 1)
    assert.equal((await asked(ballotId, w.people.amina)).type, "application/pdf")
    // Whoever may not proclaim reads no address.
    for (const actor of [w.people.dario, w.people.ines, w.people.oscar])
      await assert.rejects(asked(ballotId, actor), { code: "not_found" })
    assert.equal((await w.ask(readBallot, { ballotId }, w.people.dario)).to_print, 0)
  })

  it("are for nobody who has left since", async () => {
    const { ballotId } = await proclaimed({})
    await w.look((db) =>
      db
        .updateTable("people")
        .set({ left_on: Temporal.PlainDate.from("2026-05-01") })
        .where("id", "=", voters[0]!.personId!)
        .execute(),
    )
    assert.equal(await papers(ballotId), null)
    await w.look((db) =>
      db.updateTable("people").set({ left_on: null }).where("id", "=", voters[0]!.personId!).execute(),
    )
  })

  it("are for those who were not elected only where they were written to", async () => {
    const { ballotId } = await proclaimed({ othersLetter: "Merci de vous être présenté." })
    const paper = (await papers(ballotId))!
    assert.deepEqual(
      paper.letters.map(({ text }) => String(text).split("\n")[0]),
      ["Félicitations, et merci.", "Merci de vous être présenté."],
    )
  })
})
