import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import pg from "pg"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { letterPdf } from "../../kernel/typeset/letter-paper.ts"
import { read as readPdf } from "../../kernel/typeset/pdf-for-tests.ts"
import { closeTypesetter } from "../../kernel/typeset/typeset.ts"
import { addCounterpart } from "../counterparts/file/add.ts"
import { beginRole } from "../counterparts/file/roles.ts"
import { readExchange } from "../counterparts/exchanges/read-exchange.ts"
import { noteTextOutcome } from "../texts/note-outcome.ts"
import { readText } from "../texts/read-text.ts"
import { reopenText } from "../texts/reopen.ts"
import { saveText } from "../texts/save.ts"
import { signText } from "../texts/sign.ts"
import { validateText } from "../texts/validate.ts"
import { addressLetter } from "./address.ts"
import { beginLetter } from "./begin.ts"
import { dropTitle, keepTitle } from "./formulas/keep-title.ts"
import { setLetterhead } from "./letterhead/set.ts"
import { paperOfOne } from "./paper/paper-of.ts"
import { proposeLetter } from "./recipient/propose.ts"
import { readLetter } from "./read-letter.ts"
import { mailLetter } from "./sending/mail.ts"
import { postPrinted } from "./sending/post.ts"
import { printLetter, unprintLetter } from "./sending/print.ts"
import { listToPrint } from "./sending/print-queue.ts"
import { forgetSignature, keepSignature, readSignature } from "./signature/keep.ts"

describe("a letter", () => {
  let w: World
  let ofPrefect: { outsideId: string; contactId: string }
  before(async () => {
    w = await world()
    const { counterpartId: outsideId } = await w.do(
      addCounterpart,
      {
        bodyId: w.lisle,
        nature: "organisation",
        kind: "public_service",
        name: "Préfecture de la Vesle",
        street: "1 place d’Armes",
        postcode: "51000",
        town: "Reims",
        country: "FR",
        email: "courrier@vesle.example",
        sure: true,
      },
      w.people.amina,
    )
    const { counterpartId: contactId } = await w.do(
      addCounterpart,
      { bodyId: w.lisle, nature: "person", given_name: "Claire", name: "Vasseur", form: "f", sure: true },
      w.people.amina,
    )
    await w.do(beginRole, { counterpartId: contactId, outsideId, title: "préfète de la Vesle" }, w.people.amina)
    ofPrefect = { outsideId: String(outsideId), contactId: String(contactId) }
  })
  after(async () => {
    await closeTypesetter()
    await w.end()
  })

  const address = "Madame Claire Vasseur\nPréfète\n1 place d’Armes\n51000 Reims"
  const said = {
    address,
    called: "Madame la Préfète",
    closing: "Je vous prie d’agréer, Madame la Préfète, l’expression de ma haute considération.",
    email: "prefete@vesle.example",
  }
  const words = {
    type: "doc" as const,
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Le pont de Lisle menace." }] }],
  }
  const begun = async (more: object = {}, actor = w.people.amina) => {
    const input = { bodyId: w.lisle, title: "Le pont de Lisle", authorId: w.amina, ...said, ...more }
    const { textId } = await w.do(beginLetter, input, actor)
    const { text } = await w.ask(readText, { textId }, actor)
    await w.do(saveText, { textId, doc: words, base: text.doc }, actor)
    return textId
  }
  const validated = async (more: object = {}) => {
    const textId = await begun(more)
    await w.do(validateText, { textId }, w.people.amina)
    return textId
  }
  const signed = async (more: object = {}) => {
    const textId = await validated(more)
    await w.do(signText, { textId }, w.people.amina)
    return textId
  }
  /** As it lies in the database, past the application that opens what is sealed. */
  const atRest = async <Row extends pg.QueryResultRow>(query: string, values: unknown[]) => {
    const client = new pg.Client(w.owner)
    await client.connect()
    try {
      return await client.query<Row>(query, values)
    } finally {
      await client.end()
    }
  }
  const paper = (textId: string, actor = w.people.amina) =>
    inOrganisation(w.db, w.organisation, (db) => paperOfOne(textId, { ...w.equipment, actor, db, now: w.now }))

  trio(
    () => w,
    [
      { command: beginLetter, capability: "texts.write", input: () => ({ bodyId: w.lisle, title: "Pont", ...said }) },
      {
        command: mailLetter,
        capability: "texts.manage",
        input: async () => ({ textId: await signed(), email: "a@b.example" }),
      },
      { command: printLetter, capability: "texts.manage", input: async () => ({ textId: await signed() }) },
      { command: unprintLetter, capability: "texts.manage", input: async () => ({ textId: await toPrint() }) },
      {
        command: postPrinted,
        capability: "texts.manage",
        input: async () => ({ bodyId: w.lisle, textIds: [await toPrint()] }),
      },
      { command: keepTitle, capability: "texts.manage", input: () => ({ ...maire }) },
      { command: dropTitle, capability: "texts.manage", input: () => ownTitle() },
      { command: setLetterhead, capability: "texts.manage", input: () => ({ bodyId: w.lisle, lines: "Rue Haute 1" }) },
    ],
  )
  const maire = {
    get bodyId() {
      return w.lisle
    },
    function: "Maire",
    calledM: "Monsieur le Maire",
    calledF: "Madame le Maire",
    calledN: "Madame, Monsieur",
  }
  const ownTitle = async () => {
    const { titleId } = await w.do(keepTitle, { ...maire }, w.people.amina)
    return { titleId }
  }
  const toPrint = async () => {
    const textId = await signed()
    await w.do(printLetter, { textId }, w.people.amina)
    return textId
  }

  it("is addressed anew by those who see it being written and follow the texts, and by nobody else", async () => {
    const input = async () => ({ textId: await begun(), ...said, called: "Madame" })
    await assert.rejects(
      input().then((it) => w.do(addressLetter, it, w.people.oscar)),
      { code: "not_found" },
    )
    await assert.rejects(
      input().then((it) => w.do(addressLetter, it, w.people.dario)),
      { code: "not_found" },
    )
    await assert.rejects(
      input().then(async (it) => w.do(addressLetter, it, await w.holding(["texts.write"]))),
      { code: "not_allowed" },
    )
    const asked = await input()
    await w.do(addressLetter, asked, await w.holding(["texts.write", "texts.manage"]))
    assert.equal((await w.ask(readLetter, asked, w.people.amina)).letter!.called, "Madame")
    await assert.rejects(
      validated().then((textId) => w.do(addressLetter, { textId, ...said }, w.people.amina)),
      {
        code: "texts.closed",
      },
    )
  })

  it("is proposed its address, its title and its closing from the role of today, in the file of its body alone", async () => {
    const asked = { bodyId: w.lisle, ...ofPrefect }
    const proposed = await w.ask(proposeLetter, asked, w.people.amina)
    assert.equal(proposed.called, "Madame la Préfète")
    assert.match(proposed.closing, /, Madame la Préfète, /)
    assert.equal(
      proposed.address,
      "Madame Claire Vasseur\nPréfète de la Vesle\nPréfecture de la Vesle\n1 place d’Armes\n51000 Reims\nFRANCE",
    )
    assert.equal(proposed.email, "courrier@vesle.example")
    await assert.rejects(
      w.ask(
        proposeLetter,
        { ...asked, bodyId: w.brume },
        await w.holding(["texts.write", "counterparts.read"], w.brume),
      ),
      /outsideId: not_of_this_body/,
    )
    await assert.rejects(
      w.do(
        beginLetter,
        { bodyId: w.brume, title: "Pont", ...said, ...ofPrefect },
        await w.holding(["texts.write"], w.brume),
      ),
      {
        message: /not_of_this_body/,
      },
    )
  })

  it("says a function as the body says it, with the same title in the closing", async () => {
    const named = { bodyId: w.lisle, function: "préfète", calledM: "M", calledF: "Madame le Préfet", calledN: "N" }
    await assert.rejects(w.do(keepTitle, { ...named, closing: "Recevez nos salutations." }, w.people.amina), /no_title/)
    const { titleId } = await w.do(keepTitle, { ...named, closing: "Recevez, {titre}, nos vœux." }, w.people.amina)
    const asked = { bodyId: w.lisle, ...ofPrefect }
    const { called, closing } = await w.ask(proposeLetter, asked, w.people.amina)
    assert.deepEqual([called, closing], ["Madame le Préfet", "Recevez, Madame le Préfet, nos vœux."])
    await w.do(dropTitle, { titleId }, w.people.amina)
    assert.equal((await w.ask(proposeLetter, asked, w.people.amina)).called, "Madame la Préfète")
  })

  it("is laid on the paper of its body, with our number and theirs", async () => {
    await w.do(
      setLetterhead,
      { bodyId: w.lisle, lines: "Rue Haute 1\n1000 Lisle", town: "Lisle", foot: "Éd. resp." },
      w.people.amina,
    )
    const textId = await signed({ theirReference: "CAB/12", theirDay: "2026-03-01" })
    const made = await paper(textId)
    const [letter] = made.letters
    assert.deepEqual(made.sender, ["Rue Haute 1", "1000 Lisle"])
    assert.deepEqual(letter!.address, address.split("\n"))
    assert.equal(letter!.place_and_date, "Lisle, le 2 mai 2026")
    assert.match(letter!.references[0]![1], /^LIS-2026-LET-\d{4}$/)
    assert.deepEqual(letter!.references[1], ["Vos réf.", "CAB/12, votre lettre du 1er mars 2026"])
    assert.deepEqual([letter!.signed_by, letter!.sign], ["Amina Belkacem", ["Secrétaire administrative"]])
    const { tagged, metadata } = readPdf(await letterPdf(made))
    assert.ok(tagged)
    assert.match(metadata, /<pdfaid:conformance>A<\/pdfaid:conformance>/)
    await assert.rejects(paper(textId, w.people.oscar), { code: "not_found" })
  })

  it("bears the picture of whoever signs it themselves, and of nobody else", async () => {
    await w.do(keepSignature, { picture: DOT }, w.people.amina)
    const other = await w.holding(["texts.validate"])
    const mine = await signed()
    assert.equal((await w.ask(readLetter, { textId: mine }, w.people.amina)).letter!.has_picture, true)
    assert.ok((await paper(mine)).letters[0]!.picture)
    // Somebody else signs it for her: by order, with a pen.
    const byOrder = await validated()
    await w.do(signText, { textId: byOrder }, other)
    const { letter } = await w.ask(readLetter, { textId: byOrder }, w.people.amina)
    assert.deepEqual([letter!.has_picture, letter!.by_order], [false, true])
    const [printed] = (await paper(byOrder)).letters
    assert.equal(printed!.picture, undefined)
    assert.match(printed!.sign[0]!, /^Pour Amina Belkacem, Secrétaire.*, et par ordre,$/)
    // Her key is not her hand; and a letter to be signed by hand leaves room for it.
    const byKey = await validated()
    await w.do(signText, { textId: byKey }, { ...w.people.amina, via: "key" })
    assert.equal((await w.ask(readLetter, { textId: byKey }, w.people.amina)).letter!.has_picture, false)
    const byHand = await signed({ byHand: true })
    assert.equal((await w.ask(readLetter, { textId: byHand }, w.people.amina)).letter!.has_picture, false)
    await w.do(reopenText, { textId: mine }, w.people.amina)
    assert.equal((await w.ask(readLetter, { textId: mine }, w.people.amina)).letter!.has_picture, false)
  })

  it("keeps a signature encrypted, and shows it to its owner alone", async () => {
    await w.do(keepSignature, { picture: DOT }, w.people.amina)
    const textId = await signed()
    const { rows } = await atRest<{ picture: string }>(
      "select picture from signatures union all select signature from letters where text_id = $1",
      [textId],
    )
    assert.equal(rows.length, 2)
    for (const { picture } of rows) assert.match(picture, /^permanence-sealed\.text\./)
    assert.ok((await w.ask(readSignature, {}, w.people.amina)).picture)
    assert.equal((await w.ask(readSignature, {}, w.people.dario)).picture, null)
    assert.equal((await w.ask(readSignature, {}, { ...w.people.amina, via: "key" })).picture, null)
    await assert.rejects(w.do(keepSignature, { picture: DOT }, { ...w.people.amina, via: "key" }), {
      code: "not_allowed",
    })
    await assert.rejects(w.do(keepSignature, { picture: "bm90IGEgcGljdHVyZQ==" }, w.people.amina), {
      code: "files.picture_unreadable",
    })
    await w.do(forgetSignature, {}, w.people.amina)
    await assert.rejects(w.do(forgetSignature, {}, w.people.amina), { code: "letters.no_signature" })
  })

  it("leaves by mail once it is signed, and becomes an exchange that awaits its answer", async () => {
    const textId = await validated({ ...ofPrefect, answerDue: "2026-06-01" })
    const mail = { textId, email: "prefete@vesle.example" }
    await assert.rejects(w.do(mailLetter, mail, w.people.amina), { code: "letters.not_signed" })
    await w.do(signText, { textId }, w.people.amina)
    await w.do(mailLetter, mail, w.people.amina)
    const { letter, sendings, text } = await w.ask(readLetter, { textId }, w.people.amina)
    assert.deepEqual(
      [text.state, sendings.map(({ means, address: to }) => [means, to])],
      ["sent", [["email", mail.email]]],
    )
    const { exchange, theirs } = await w.ask(readExchange, { exchangeId: letter!.exchange_id! }, w.people.amina)
    assert.deepEqual(
      [exchange.kind, exchange.state, exchange.answer_due?.toString()],
      ["request", "waiting", "2026-06-01"],
    )
    assert.deepEqual(
      theirs.map(({ name }) => name),
      ["Claire Vasseur"],
    )
  })

  it("awaits no answer any more once somebody notes that it came, by mail or on the telephone", async () => {
    const textId = await signed({ ...ofPrefect, answerDue: "2026-05-20" })
    await w.do(mailLetter, { textId, email: "prefete@vesle.example" }, w.people.amina)
    await w.do(noteTextOutcome, { textId, outcome: "answered", on: "2026-05-02", note: "Par mail." }, w.people.amina)
    const { letter } = await w.ask(readLetter, { textId }, w.people.amina)
    assert.equal(letter!.answered_on?.toString(), "2026-05-02")
    const { exchange } = await w.ask(readExchange, { exchangeId: letter!.exchange_id! }, w.people.amina)
    assert.equal(exchange.state, "answered")
  })

  it("is printed with the others and leaves on the day they are posted", async () => {
    const textId = await toPrint()
    await assert.rejects(w.do(printLetter, { textId }, w.people.amina), { code: "letters.already_to_print" })
    const { rows } = await w.ask(listToPrint, { bodyId: w.lisle }, w.people.amina)
    assert.ok(rows.some(({ id }) => id === textId))
    const post = { bodyId: w.lisle, textIds: [textId] }
    await assert.rejects(w.do(postPrinted, { ...post, on: "2026-05-03" }, w.people.amina), /on: not_yet/)
    await w.do(postPrinted, { ...post, on: "2026-04-30" }, w.people.amina)
    const { text } = await w.ask(readText, { textId }, w.people.amina)
    assert.deepEqual([text.state, text.lodged_on?.toString()], ["sent", "2026-04-30"])
    await assert.rejects(w.do(postPrinted, post, w.people.amina), { code: "letters.not_to_print" })
  })

  it("rests encrypted with its text when that is confidential, its address too", async () => {
    const textId = await begun({ confidential: true })
    const { rows } = await atRest<{ kind: string }>(
      "select jsonb_typeof(said) as kind from letters where text_id = $1",
      [textId],
    )
    assert.equal(rows[0]!.kind, "string")
    assert.equal((await w.ask(readLetter, { textId }, w.people.amina)).letter!.called, "Madame la Préfète")
    await assert.rejects(w.ask(readLetter, { textId }, w.people.dario), { code: "not_found" })
  })
})

// A dark square on white.
const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAACgAAAAYCAAAAACt7+AcAAAAHElEQVR4nGP4TyRgGNkKRXCAUYVDRiEhMKwUAgDHRcoHDbV5pAAAAABJRU5ErkJggg=="
