import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import mammoth from "mammoth"
import { type World, world } from "../../../../tests/world.ts"
import { json } from "../../../kernel/db.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { makeKeys } from "../../../kernel/sealed-ballots/envelope.ts"
import { makeUrn, spoken } from "../../../kernel/sealed-ballots/urn.ts"
import { read } from "../../../kernel/typeset/pdf-for-tests.ts"
import { closeTypesetter } from "../../../kernel/typeset/typeset.ts"
import { findBody } from "../../bodies/contract.ts"
import { arrive } from "../../meetings/attendance/arrive.ts"
import { openMeeting } from "../../meetings/attendance/open.ts"
import { morningMeeting } from "../../meetings/attendance/room-for-tests.ts"
import { writeMeeting } from "../../meetings/contract.ts"
import { prepareOperation } from "../operation/prepare-operation.ts"
import { nameTellers } from "../operation/name-tellers.ts"
import { castVote } from "../cast.ts"
import { closeBallot } from "../close.ts"
import { drawLot } from "../draw-lot.ts"
import { prepareNextRound } from "../next-round.ts"
import { openBallot } from "../open.ts"
import { giveTellerKey } from "../operation/give-key.ts"
import { giveVoteProxy } from "../operation/proxies.ts"
import { prepareBallot } from "../prepare.ts"
import { layUrn } from "../secret/lay-urn.ts"
import { signPaper } from "../secret/sign-paper.ts"
import { stopVoting } from "../stop.ts"
import { typeFigures } from "../type-figures.ts"
import { printRoutes } from "./routes.ts"

let w: World
let voters: Actor[]
let teller: Actor
const LONG = "Marie-Charlotte-Élisabeth de Saint-Aubin-Vandenbroucke-Lefèvre"

before(async () => {
  w = await world()
  voters = [w.people.dario, ...(await Promise.all(Array.from({ length: 6 }, () => w.member())))]
  teller = voters[1]!
  // The rulebook of a chapter allows none until it says otherwise.
  await w.look((db) =>
    db
      .updateTable("rules")
      .set({ value: json({ per_holder: 2 }) })
      .where("key", "=", "be.locale.proxies")
      .execute(),
  )
  await w.look(async (db) => {
    for (const [at, form] of (["f", "f", "m", "m"] as const).entries())
      await db
        .updateTable("people")
        .set({ form, given_name: ["Inès", "Zoé", "Karim", "Noé"][at]!, family_name: `Électeur-${at}` })
        .where("id", "=", voters[at]!.personId)
        .execute()
  })
})
after(async () => {
  await closeTypesetter()
  await w.end()
})

const secretary = () => w.people.amina

const operations = new Set<string>()
const isOperation = (id: string) => operations.has(id)
const take = (name: string, id: string, actor: Actor | undefined, query: Record<string, string> = {}) =>
  // Some papers are of an operation and of one vote, under the same name.
  printRoutes
    .find(({ path }) => path.endsWith(`/${name}`) && path.includes("/operations/") === isOperation(id))!
    .handle({
      params: { id },
      query,
      body: {},
      headers: {},
      cookies: {},
      ip: "127.0.0.1",
      files: async function* () {},
      actor: async () => actor,
      db: w.db,
      equipment: w.equipment,
    })
/** Line ends and narrow spaces are the typesetter’s. */
const flat = (text: string) => text.replaceAll(/\s+/g, " ")
const paperOf = async (...asked: Parameters<typeof take>) => {
  const { pages, text } = read((await take(...asked)).body as Uint8Array)
  return { pages, text: flat(text) }
}

const operation = async (more: object = {}) => {
  const { operationId } = await w.do(
    prepareOperation,
    { bodyId: w.lisle, title: "Assemblée statutaire", electorate: "members", onDay: "2026-05-02", ...more },
    secretary(),
  )
  const tellerIds = [teller, voters[2]!].map(({ personId }) => personId)
  await w.do(nameTellers, { operationId, tellerIds }, secretary())
  operations.add(operationId)
  return operationId as string
}
const prepared = async (operationId: string, more: object = {}) =>
  (
    await w.do(
      prepareBallot,
      {
        bodyId: w.lisle,
        operationId,
        title: "Élire deux porte-parole",
        kind: "candidates",
        candidates: `Ana Dupré\nBo Lemmens\n${LONG}`,
        seats: 2,
        method: "plurality",
        manner: "paper",
        onDay: "2026-05-02",
        ...more,
      },
      secretary(),
    )
  ).ballotId as string

describe("ballot papers", () => {
  it("are all alike, four to a sheet, and say how to fill them in", async () => {
    const { pages, text } = await paperOf("bulletins.pdf", await prepared(await operation()), secretary(), {
      exemplaires: "10",
    })
    assert.equal(pages.length, 3)
    assert.equal(new Set(pages).size, 1)
    assert.equal(text.split("Élire deux porte-parole").length - 1, 12)
    assert.match(text, /Cochez 2 noms au plus\./)
    assert.match(text, /Plus de 2 noms cochés/)
    assert.match(text, /Ana Dupré.*Bo Lemmens.*Marie-Charlotte-Élisabeth de Saint-Aubin/)
  })

  it("are one for each voter and a tenth more, unless asked", async () => {
    const { pages } = await paperOf("bulletins.pdf", await prepared(await operation()), secretary())
    // Seven members and the secretary: nine papers.
    assert.equal(pages.length, 3)
    for (const exemplaires of ["0", "-1", "x", "10001"])
      await assert.rejects(
        take("bulletins.pdf", await prepared(await operation()), secretary(), { exemplaires }),
        /exemplaires/,
      )
  })

  it("hold two hundred names, and thousands of copies weigh little", async () => {
    const candidates = Array.from({ length: 200 }, (_, n) => `${LONG} ${n + 1}`).join("\n")
    const ballotId = await prepared(await operation(), { candidates, method: "approval" })
    const { body } = await take("bulletins.pdf", ballotId, secretary(), { exemplaires: "2200" })
    const pdf = body as Uint8Array
    assert.ok(pdf.length < 5_000_000, `${pdf.length} bytes`)
    const { pages } = read(
      (await take("bulletins.pdf", ballotId, secretary(), { exemplaires: "1" })).body as Uint8Array,
    )
    for (const n of [1, 100, 200]) assert.match(flat(pages.join(" ")), new RegExp(`Lefèvre ${n}\\b`))
  })

  it("are printed by those who hold the vote and its tellers, and by nobody else", async () => {
    const ballotId = await prepared(await operation())
    await take("bulletins.pdf", ballotId, teller)
    await assert.rejects(take("bulletins.pdf", ballotId, undefined), { status: 401 })
    await assert.rejects(take("bulletins.pdf", ballotId, voters[4]), { status: 404 })
    await assert.rejects(take("bulletins.pdf", "x", secretary()), { status: 404 })
  })
})

describe("a tally sheet", () => {
  it("has a row for each name, for blank and void, and asks for papers that say the same", async () => {
    const { text, pages } = await paperOf("depouillement.pdf", await prepared(await operation()), teller)
    assert.match(text, /1\. Ana Dupré.*2\. Bo Lemmens.*3\. Marie-Charlotte/)
    assert.match(text, /Blancs.*Nuls.*Bulletins qui disent la même chose.*Scrutateur ou scrutatrice/)
    assert.ok(pages.length <= 2)
  })

  it("has the answers of a question, and the numbers of a ranking", async () => {
    const operationId = await operation()
    const question = await prepared(operationId, { kind: "yes_no", method: "majority" })
    assert.match((await paperOf("depouillement.pdf", question, teller)).text, /Pour.*Contre.*Abstentions.*Blancs/)
    const ranking = await prepared(operationId, { method: "scottish" })
    assert.match((await paperOf("depouillement.pdf", ranking, teller)).text, /1\. Ana Dupré · 2\. Bo Lemmens/)
    assert.match((await paperOf("bulletins.pdf", ranking, teller)).text, /Classez/)
    const grading = await prepared(operationId, { method: "majority_judgment", seats: 1 })
    assert.match((await paperOf("bulletins.pdf", grading, teller)).text, /1 Excellent, 2 Très bien.*7 À rejeter/)
    assert.match((await paperOf("depouillement.pdf", grading, teller)).text, /dans l’ordre des noms/)
    const lists = await prepared(operationId, {
      kind: "lists",
      candidates: "Ensemble : Ana, Bo\nAutrement : Cy, Dé",
      method: "dhondt",
    })
    assert.match((await paperOf("bulletins.pdf", lists, teller)).text, /Cochez une seule case.*Ensemble : Ana, Bo/)
    await assert.rejects(take("depouillement.pdf", ranking, voters[4]), { status: 404 })
  })
})

describe("the list that voters sign", () => {
  it("is provisional until the roll is frozen, then has each voter once, with proxies and who has signed", async () => {
    const operationId = await operation({ proxiesEach: 1 })
    await w.do(giveVoteProxy, { operationId, giverId: voters[1]!.personId, holderId: voters[0]!.personId }, secretary())
    const ballotId = await prepared(operationId)
    await prepared(operationId, { title: "Adopter le budget", kind: "yes_no", method: "majority", manner: "hand" })
    const early = await paperOf("emargement.pdf", operationId, teller)
    assert.match(early.text, /PROJET.*Liste provisoire, telle qu’elle serait/)
    await w.do(openBallot, { ballotId }, secretary())
    const { text } = await paperOf("emargement.pdf", operationId, secretary())
    assert.doesNotMatch(text, /provisoire/)
    assert.match(text, /LIS-2026-LE-\d+/)
    assert.match(text, /Zoé Électeur-1 Inès Électeur-0/)
    for (const n of [0, 1, 2, 3]) assert.ok(text.includes(`Électeur-${n}`))
    // Hands are raised, not signed for.
    assert.doesNotMatch(text, /Adopter le budget/)
    const one = await paperOf("emargement.pdf", ballotId, secretary())
    assert.match(one.text, /Élire deux porte-parole/)
  })

  it("marks who has voted on screen or on paper", async () => {
    const operationId = await operation()
    const ballotId = await prepared(operationId)
    await w.do(openBallot, { ballotId }, secretary())
    await w.look((db) =>
      db
        .insertInto("ballot_signatures")
        .values({
          organisation_id: w.organisation,
          ballot_id: ballotId,
          person_id: voters[3]!.personId!,
          how: "screen",
          by_id: null,
        })
        .execute(),
    )
    const { text } = await paperOf("emargement.pdf", operationId, secretary())
    assert.match(text, /Noé Électeur-3 écran/)
  })

  it("is for those who hold the vote, and nobody else", async () => {
    const operationId = await operation()
    const ballotId = await prepared(operationId)
    await w.do(openBallot, { ballotId }, secretary())
    for (const [id, actor] of [
      [operationId, voters[4]],
      [ballotId, voters[4]],
      [operationId, await w.holding([], w.brume)],
    ] as const)
      await assert.rejects(take("emargement.pdf", id, actor), { status: 404 })
  })
})

describe("the record of an operation", () => {
  let operationId: string
  let urnCode: string
  const open = async (more: object = {}) => {
    const ballotId = await prepared(operationId, more)
    if ("betweenEquals" in more) await w.do(drawLot, { ballotId }, secretary())
    await w.do(openBallot, { ballotId }, secretary())
    return ballotId
  }
  /** Chaired by Amina, Inès writes. */
  const confidentialMeeting = () =>
    w.look(async (db) => {
      const given = { ...w.equipment, actor: secretary(), db, now: w.now }
      const body = (await findBody(w.lisle, db))!
      const starts = Temporal.PlainDateTime.from("2026-05-02T10:00")
      const [{ facts }] = await writeMeeting(
        { body, type: undefined, starts, title: "Assemblée du 2 mai", place: "salle des Tanneurs" },
        given,
      )
      await db
        .updateTable("meetings")
        .set({ confidential: true, chair_id: secretary().personId, scribe_id: voters[0]!.personId })
        .where("id", "=", facts.meetingId)
        .execute()
      return facts.meetingId
    })
  const close = (ballotId: string) => w.do(closeBallot, { ballotId }, secretary())
  const both = async (ballotId: string, figures: object) => {
    await w.do(typeFigures, { ballotId, ...figures }, teller)
    await w.do(typeFigures, { ballotId, ...figures }, voters[2]!)
  }

  before(async () => {
    operationId = await operation({ proxiesEach: 1, challengeDays: 8, meetingId: await confidentialMeeting() })
    await w.do(giveVoteProxy, { operationId, giverId: voters[5]!.personId, holderId: voters[4]!.personId }, secretary())
  })

  it("is a draft for those who hold it while a vote is not counted, and nothing for its voters", async () => {
    await prepared(operationId, { title: "Adopter les comptes", kind: "yes_no", method: "majority", manner: "hand" })
    const { text } = await paperOf("proces-verbal.pdf", operationId, teller)
    assert.match(text, /PROJET/)
    assert.match(text, /pas encore comptés?\. Ne se signe pas/)
    assert.match(text, /pas encore figée/)
    await assert.rejects(take("proces-verbal.pdf", operationId, voters[4]), { code: "votes.record_not_yet" })
    await assert.rejects(take("proces-verbal.pdf", operationId, undefined), { status: 401 })
    await assert.rejects(take("proces-verbal.pdf", operationId, await w.holding([], w.brume)), { status: 404 })
  })

  it("says all of it once it is counted, to its voters too", async () => {
    const [accounts] = (
      await w.look((db) => db.selectFrom("ballots").select("id").where("operation_id", "=", operationId).execute())
    ).map(({ id }) => id)
    await w.do(openBallot, { ballotId: accounts }, secretary())
    await w.do(typeFigures, { ballotId: accounts, voters: 6, for: 4, against: 1, abstained: 1 }, secretary())
    await close(accounts!)

    const people = voters.slice(0, 4).map(({ personId }) => personId)
    const first = await open({
      title: "Élire deux secrétaires",
      candidateIds: people,
      candidates: "",
      parity: true,
      method: "absolute",
      manner: "named",
      betweenEquals: "lot",
    })
    for (const [at, ranks] of [[0, 1], [0, 1], [0, 1], [0, 2], [3], [2]].entries())
      await w.do(
        castVote,
        { ballotId: first, revision: 1, ranks: [ranks], ...(at === 5 ? { forId: voters[5]!.personId } : {}) },
        voters[at === 5 ? 4 : at]!,
      )
    await close(first)
    const { ballotId: second } = await w.do(prepareNextRound, { ballotId: first }, secretary())
    await w.do(openBallot, { ballotId: second }, secretary())
    for (const at of [0, 1, 2]) await w.do(castVote, { ballotId: second, revision: 1, ranks: [[0]] }, voters[at]!)
    await close(second)

    const delegates = await open({ title: "Élire deux délégués" })
    await both(delegates, { voters: 3, papers: [{ many: 2, ranks: [[0, 2]] }], blank: 1 })
    await close(delegates)

    const keys = []
    for (const one of [teller, voters[2]!]) {
      const { key } = await makeKeys()
      await w.do(giveTellerKey, { operationId, key }, one)
      keys.push({ teller: one.personId!, key })
    }
    const treasurer = await prepared(operationId, { title: "Élire le trésorier", manner: "secret", seats: 1 })
    const urn = await makeUrn({ ballot: treasurer, needed: 2, tellers: keys })
    urnCode = await spoken(urn)
    await w.do(layUrn, { ballotId: treasurer, urn }, teller)
    await w.do(openBallot, { ballotId: treasurer }, secretary())
    for (const at of [3, 4, 5]) await w.do(signPaper, { ballotId: treasurer, personId: voters[at]!.personId }, teller)
    await w.do(stopVoting, { ballotId: treasurer }, secretary())
    await both(treasurer, { voters: 2, papers: [{ many: 1, ranks: [[1]] }], void: 1 })
    await close(treasurer)

    const { text, pages } = await paperOf("proces-verbal.pdf", operationId, voters[4])
    assert.doesNotMatch(text, /projet/i)
    assert.match(text, /LIS-2026-LE-\d+, arrêtée au samedi 2 mai 2026.*8 personnes ont une voix/)
    for (const said of [
      /C’est adopté/,
      /Ordre tiré au sort avant l’ouverture, le .* par Amina/,
      /Autant de femmes que d’hommes/,
      /1er tour/,
      /2e tour/,
      /1 est donnée, portée par 1 personne/,
      /3 personnes ont émargé et 2 bulletins ont été trouvés\. Explication/,
      /--method plurality --seats 2/,
      /notés séparément par Zoé Électeur-1 et Karim Électeur-2/,
      /Qui a voté quoi, Élire deux secrétaires, 2e tour/,
      /Scrutatrice/,
      /Présidence/,
    ])
      assert.match(text, said)
    assert.match(text, /Présidence Amina Belkacem Secrétariat Inès Électeur-0/)
    // Where a confidential meeting is held, only those who hold the vote read.
    assert.match(text, /Assemblée du 2 mai · samedi 2 mai 2026, 10 h/)
    assert.doesNotMatch(text, /salle des Tanneurs/)
    assert.match((await paperOf("proces-verbal.pdf", operationId, secretary())).text, /salle des Tanneurs/)
    assert.ok(text.includes(urnCode), text)
    assert.ok(pages.length <= 8, `${pages.length} pages`)
    assert.ok(text.indexOf("1er tour") < text.indexOf("2e tour"))
  })
})

describe("the record of a vote outside an operation", () => {
  const alone = async (more: object, choices: object[]) => {
    const { ballotId } = await w.do(
      prepareBallot,
      { bodyId: w.lisle, manner: "named", electorate: "members", onDay: "2026-05-02", ...more },
      secretary(),
    )
    await w.do(openBallot, { ballotId }, secretary())
    for (const [at, choice] of choices.entries())
      await w.do(castVote, { ballotId, revision: 1, ...choice }, voters[at]!)
    return ballotId as string
  }
  const close = (ballotId: string) => w.do(closeBallot, { ballotId }, secretary())

  it("is a draft for those who hold it, then a paper for all who see the vote", async () => {
    const ballotId = await alone({ title: "Adopter le budget", kind: "yes_no", method: "majority" }, [
      { answer: "for" },
      { answer: "against" },
      { answer: "for" },
    ])
    await assert.rejects(take("proces-verbal.pdf", ballotId, voters[4]), { code: "votes.record_not_yet" })
    await assert.rejects(take("proces-verbal.pdf", ballotId, w.people.oscar), { status: 404 })
    assert.match((await paperOf("proces-verbal.pdf", ballotId, secretary())).text, /PROJET/)
    await close(ballotId)
    const { text } = await paperOf("proces-verbal.pdf", ballotId, voters[4])
    for (const said of [
      /Procès-verbal de vote/,
      /C’est adopté/,
      /LIS-2026-LE-\d+/,
      /Contestable jusqu’au dimanche 17 mai 2026/,
      /Qui a voté quoi, Adopter le budget/,
      /Zoé Électeur-1 Contre/,
      /Présidence/,
    ])
      assert.match(text, said)
    // Nobody opened an urn, no proxy could be given.
    assert.doesNotMatch(text, /Scrutat|rocuration/)
  })

  it("has all its rounds, whichever is asked", async () => {
    const people = voters.slice(0, 3).map(({ personId }) => personId)
    const first = await alone(
      { title: "Élire", kind: "candidates", candidateIds: people, method: "absolute", rounds: 2 },
      [0, 0, 1, 1, 2].map((one) => ({ ranks: [[one]] })),
    )
    await close(first)
    const { ballotId: second } = await w.do(prepareNextRound, { ballotId: first }, secretary())
    await w.do(openBallot, { ballotId: second }, secretary())
    for (const at of [0, 1, 2]) await w.do(castVote, { ballotId: second, revision: 1, ranks: [[0]] }, voters[at]!)
    await close(second)
    for (const one of [first, second]) {
      const { text } = await paperOf("proces-verbal.pdf", one, voters[4])
      assert.ok(text.indexOf("1er tour") > 0 && text.indexOf("1er tour") < text.indexOf("2e tour"))
    }
  })

  it("says of lists how many votes each had and its seats, and by name only which list", async () => {
    const candidates = "Ensemble : Ana Dupré, Bo Lemmens\nAutrement : Noé Petit"
    const ballotId = await alone(
      { title: "Le comité", kind: "lists", method: "dhondt", seats: 3, candidates },
      [0, 0, 1].map((one) => ({ ranks: [[one]] })),
    )
    await close(ballotId)
    const { text } = await paperOf("proces-verbal.pdf", ballotId, voters[4])
    assert.match(text, /Liste Voix Sièges Ensemble 2 2 sièges Autrement 1 1 siège/)
    assert.match(text, /Zoé Électeur-1 Ensemble Karim/)
  })

  it("is a Word document too, of the same words", async () => {
    const ballotId = await alone({ title: "Adopter le budget", kind: "yes_no", method: "majority" }, [
      { answer: "for" },
    ])
    await close(ballotId)
    const reply = await take("proces-verbal.docx", ballotId, voters[4])
    assert.match(reply.type!, /wordprocessingml/)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(reply.body as Uint8Array) })
    for (const said of [/Procès-verbal de vote/, /Adopter le budget/, /C’est adopté/, /Qui a voté quoi/])
      assert.match(value, said)
  })

  it("is in the record of its operation, where it has one", async () => {
    const ballotId = await prepared(await operation())
    await assert.rejects(take("proces-verbal.pdf", ballotId, secretary()), { status: 404 })
  })
})

describe("the record of votes held at a meeting", () => {
  it("says of each who was there when it opened, of a confidential meeting only to those who hold it", async () => {
    const { meetingId, members } = await morningMeeting(w)
    await w.do(openMeeting, { meetingId, chairId: w.amina, at: "09:34" }, secretary())
    await w.do(arrive, { meetingId, personIds: members.slice(0, 6), at: "09:35" }, secretary())
    const operationId = await operation({ meetingId })
    const accounts = { title: "Adopter les comptes", kind: "yes_no", method: "majority", manner: "hand" }
    const ballotId = await prepared(operationId, { ...accounts, candidates: "" })
    await w.do(openBallot, { ballotId }, secretary())
    await w.do(typeFigures, { ballotId, voters: 6, for: 4, against: 1, abstained: 1 }, secretary())
    await w.do(closeBallot, { ballotId }, secretary())

    const said = /Quorum de la réunion à l’ouverture : 6 présents ou représentés sur \d+, il en fallait \d+\./
    const { text } = await paperOf("proces-verbal.pdf", operationId, voters[4])
    assert.match(text, said)
    const { body } = await take("proces-verbal.docx", operationId, voters[4])
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(body as Uint8Array) })
    assert.match(flat(value), said)

    await w.look((db) => db.updateTable("meetings").set({ confidential: true }).where("id", "=", meetingId).execute())
    assert.doesNotMatch((await paperOf("proces-verbal.pdf", operationId, voters[4])).text, /Quorum/)
    const held = await take("proces-verbal.pdf", operationId, secretary())
    assert.match(flat(read(held.body as Uint8Array).text), said)
  })
})
