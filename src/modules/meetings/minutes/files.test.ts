import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import type { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { after, before, describe, it } from "node:test"
import { strFromU8, unzipSync } from "fflate"
import mammoth from "mammoth"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import type { Reply } from "../../../kernel/http/route.ts"
import { newId } from "../../../kernel/id.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { seal, verify } from "../../../kernel/seal.ts"
import { read } from "../../../kernel/typeset/pdf-for-tests.ts"
import { minutesRoutes } from "./files.ts"
import { circulatedMeeting, closedMeeting } from "./minutes-for-tests.ts"

const papers = ["proces-verbal.pdf", "proces-verbal.docx", "proces-verbal.txt"]

describe("the files of a meeting", () => {
  let w: World
  let draft: Awaited<ReturnType<typeof closedMeeting>>
  let sent: Awaited<ReturnType<typeof circulatedMeeting>>
  before(async () => {
    w = await world()
    draft = await closedMeeting(w)
    sent = await circulatedMeeting(w)
  })
  after(() => w.end())

  const take = (name: string, id: string, actor: Actor | undefined): Promise<Reply> =>
    minutesRoutes
      .find(({ path }) => path.endsWith(`/${name}`))!
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
  const bytes = async ({ body }: Reply) =>
    new Uint8Array(
      typeof body === "string" ? Buffer.from(body) : body instanceof Uint8Array ? body : await buffer(body as Readable),
    )
  /** The words of a file, however it is written. */
  const wordsOf = async (name: string, reply: Reply) => {
    const content = await bytes(reply)
    if (name.endsWith(".pdf")) return read(content).text
    if (name.endsWith(".txt")) return Buffer.from(content).toString()
    return (await mammoth.extractRawText({ buffer: Buffer.from(content) })).value
  }
  const called = ({ headers }: Reply) => String(headers?.["content-disposition"])

  it("have their type and their name, and stay out of every cache", async () => {
    const reference = (
      await w.look((tx) =>
        tx.selectFrom("minutes").select("reference").where("meeting_id", "=", sent.meetingId).executeTakeFirstOrThrow(),
      )
    ).reference!
    for (const [name, id, type, file] of [
      ["proces-verbal.pdf", sent.meetingId, "application/pdf", `inline; filename="${reference}.pdf"`],
      [
        "proces-verbal.docx",
        sent.meetingId,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        `attachment; filename="${reference}.docx"`,
      ],
      ["proces-verbal.txt", sent.meetingId, "text/plain; charset=utf-8", `inline; filename="${reference}.txt"`],
      ["proces-verbal.pdf", draft.meetingId, "application/pdf", 'inline; filename="projet.pdf"'],
      ["feuille-de-presence.pdf", sent.meetingId, "application/pdf", 'inline; filename="feuille-de-presence.pdf"'],
      ["dossier.zip", sent.meetingId, "application/zip", `attachment; filename="${reference}.zip"`],
      ["extrait.pdf", sent.decisionId, "application/pdf", 'inline; filename="LIS-2026-'],
    ] as const) {
      const reply = await take(name, id, w.people.amina)
      assert.equal(reply.type, type)
      assert.ok(called(reply).startsWith(file), `${called(reply)} for ${file}`)
      assert.equal(reply.headers?.["cache-control"], "private, no-store")
      assert.equal(reply.headers?.["x-content-type-options"], "nosniff")
    }
  })

  it("are for nobody who is not signed in, of another body, or of another organisation", async () => {
    for (const name of [...papers, "feuille-de-presence.pdf", "dossier.zip", "extrait.pdf"]) {
      const id = name === "extrait.pdf" ? sent.decisionId : sent.meetingId
      await assert.rejects(take(name, id, undefined), { code: "not_signed_in", status: 401 })
      for (const actor of [w.people.ines, w.people.oscar])
        await assert.rejects(take(name, id, actor), { code: "not_found", status: 404 }, name)
      await assert.rejects(take(name, "../../etc/passwd", w.people.amina), { code: "not_found", status: 404 })
      await assert.rejects(take(name, newId(), w.people.amina), { code: "not_found", status: 404 })
    }
  })

  it("show a draft to those who write it only, with its watermark", async () => {
    for (const name of papers) {
      await assert.rejects(take(name, draft.meetingId, w.people.dario), { code: "not_found", status: 404 }, name)
      assert.match(await wordsOf(name, await take(name, draft.meetingId, w.people.amina)), /projet/i)
    }
    const drawn = read(await bytes(await take("proces-verbal.pdf", draft.meetingId, w.people.amina)))
    for (const page of drawn.pages) assert.match(page, /PROJET/, "across every page")
    const settled = read(await bytes(await take("proces-verbal.pdf", sent.meetingId, w.people.amina)))
    assert.doesNotMatch(settled.text, /PROJET/)
  })

  it("hold the confidential item for those concerned, and only its place for the others", async () => {
    for (const name of papers) {
      for (const concerned of [w.people.amina, w.as(sent.members[1]!)]) {
        const whole = await wordsOf(name, await take(name, sent.meetingId, concerned))
        assert.match(whole, /Licenciement/)
        assert.match(whole, /dossier de Nicole/)
      }
      const open = await wordsOf(name, await take(name, sent.meetingId, w.people.dario))
      assert.match(open, /Point confidentiel/)
      assert.match(open, /essai de six mois/)
      assert.doesNotMatch(open, /Licenciement|Nicole/)
    }
  })

  it("name who voted how at a roll call, in the order of names", async () => {
    const { meetingId, decisionId } = await circulatedMeeting(w, (members) => ({
      how: "roll_call",
      roll: [4, 5, 1, 2, 3].map((index) => ({ personId: members[index], vote: index === 4 ? "against" : "for" })),
    }))
    const said = [
      "Par appel nominal.",
      "Pour : Alix Aït-Saïd, Alix Dumortier, Alix Lambert, Alix Okonkwo.",
      "Contre : Alix Mertens.",
      "Adopté par 4 voix pour, 1 contre, aucune abstention.",
    ]
    for (const [name, id] of [
      ...papers.map((paper) => [paper, meetingId] as const),
      ["extrait.pdf", decisionId] as const,
    ]) {
      const words = (await wordsOf(name, await take(name, id, w.people.dario))).replaceAll(/\s+/g, " ")
      for (const sentence of said) assert.ok(words.includes(sentence), `${sentence} is not in ${name}: ${words}`)
    }
    const files = unzipSync(await bytes(await take("dossier.zip", meetingId, w.people.amina)))
    assert.match(strFromU8(files["5 decisions.csv"]!), /Alix Lambert: for, Alix Mertens: against/)
  })

  describe("dossier.zip", () => {
    const open = async (actor: Actor) => unzipSync(await bytes(await take("dossier.zip", sent.meetingId, actor)))

    it("is for those who write the minutes", async () => {
      await assert.rejects(take("dossier.zip", sent.meetingId, w.people.dario), { code: "not_found", status: 404 })
    })

    it("opens, with each file as its list of hashes says and the head of a journal that holds", async () => {
      await inOrganisation(w.db, w.organisation, (tx) => seal(tx, w.organisation))
      const files = await open(w.people.amina)
      const list = strFromU8(files["empreintes SHA-256.txt"]!).split("\n")
      const hashed = list
        .filter((line) => /^[0-9a-f]{64} {2}/.test(line))
        .map((line) => [line.slice(66), line.slice(0, 64)])
      const found = Object.entries(files)
        .filter(([name]) => name !== "empreintes SHA-256.txt")
        .map(([name, content]) => [name, createHash("sha256").update(content).digest("hex")])
      assert.deepEqual(hashed, found)
      assert.deepEqual(
        found.map(([name]) => name),
        [
          "1 convocation.pdf",
          "2 envois.csv",
          "3 presences.csv",
          "4 procurations.csv",
          "5 decisions.csv",
          "6 journal.csv",
          "7 proces-verbal.pdf",
        ],
      )
      const chain = await inOrganisation(w.db, w.organisation, (tx) => verify(tx))
      assert.equal(chain.brokenAt, null)
      assert.ok(list.some((line) => line.endsWith(`position ${chain.events}, ${chain.head}`)))
      assert.match(strFromU8(files["6 journal.csv"]!), /decisions\.taken/)
      assert.match(strFromU8(files["4 procurations.csv"]!), /Alix Van den Broeck;Alix Aït-Saïd/)
      assert.match(strFromU8(files["5 decisions.csv"]!), /La locale demande un essai de six mois\.;show_of_hands;4;1;1/)
    })

    it("leaves out what is confidential for a writer who may not read it, and addresses for one who does not convene", async () => {
      const scribe = await w.holding(["minutes.write"])
      const all = async (actor: Actor) => {
        const texts = Object.entries(await open(actor)).map(([name, content]) =>
          name.endsWith(".pdf") ? read(content).text : strFromU8(content),
        )
        return texts.join("\n")
      }
      assert.doesNotMatch(await all(scribe), /Licenciement|Nicole|@lisle\.example/)
      const whole = await all(w.people.amina)
      assert.match(whole, /Licenciement/)
      assert.match(whole, /@lisle\.example/)
    })
  })

  describe("feuille-de-presence.pdf", () => {
    it("lists everyone convened with the proxies known, for whoever holds the meeting", async () => {
      const { text } = read(await bytes(await take("feuille-de-presence.pdf", sent.meetingId, w.people.amina)))
      assert.match(text, /Van den Broeck Alix/)
      assert.match(text, /Alix Aït-Saïd/)
      await assert.rejects(take("feuille-de-presence.pdf", sent.meetingId, w.people.dario), { status: 404 })
    })
  })

  describe("extrait.pdf", () => {
    const extract = async (decisionId: string, actor: Actor) =>
      read(await bytes(await take("extrait.pdf", decisionId, actor))).text.replaceAll(/\s+/g, " ")

    it("names the quorum of that moment and the vote, and says that the minutes are not approved yet", async () => {
      const text = await extract(sent.decisionId, w.people.dario)
      assert.match(text, /La locale demande un essai de six mois\./)
      assert.match(text, /Quorum atteint à 10 h : 6 pour 4 requis/)
      assert.match(text, /Adopté par 4 voix pour, 1 contre, 1 abstention\./)
      assert.match(text, /sous réserve de son approbation/)
    })

    it("of a confidential decision is for those concerned", async () => {
      await w.look((tx) =>
        tx.updateTable("decisions").set({ confidential: true }).where("id", "=", draft.decisionId).execute(),
      )
      await assert.rejects(take("extrait.pdf", draft.decisionId, w.people.dario), { code: "not_found", status: 404 })
      assert.match(await extract(draft.decisionId, w.as(draft.members[1]!)), /essai de six mois/)
    })
  })
})
