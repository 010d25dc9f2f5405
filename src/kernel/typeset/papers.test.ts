import assert from "node:assert/strict"
import { after, describe, it } from "node:test"
import { paper } from "./paper-for-tests.ts"
import {
  agendaPdf,
  attendanceSheetPdf,
  cardsPdf,
  convocationPdf,
  type ConvocationPaper,
  extractPdf,
  labelsPdf,
  lettersPdf,
  listPdf,
  minutesPdf,
  posterPdf,
  receiptPdf,
  rightsPdf,
  signUpPdf,
} from "./papers.ts"
import { read } from "./pdf-for-tests.ts"
import { closeTypesetter } from "./typeset.ts"

const head = { body: "Locale de Valmont", title: "Assemblée statutaire", reference: "VAL-12", date: "2026-05-05" }
const when = "jeudi 21 mai 2026, 19 h 30"
const longName = "Marie-Clémentine-Alexandrine-Philippine Vandenbroeck-Delattre-d’Outreligne"
const convocation: ConvocationPaper = {
  ...head,
  sender: ["Rue des Tanneurs 12"],
  place_and_date: "Valmont, le 5 mai 2026",
  opening: "La locale se réunit.",
  facts: [["Lieu", "salle des Tanneurs"]],
  items: Array.from({ length: 12 }, (_, index) => ({ title: `Sujet ${index}`, time: "19 h 30", purpose: "décider" })),
  papers: ["comptes 2025"],
  closing: "Bien à vous,",
  rule: "Convoquée 16 jours avant pour 15 requis.",
  signatures: [{ role: "La secrétaire", name: "Inès Vandermeer" }],
  proxy: { title: "Procuration", sentence: "pour l’assemblée du 21 mai" },
}
const flat = (text: string) => text.replace(/\s+/g, " ")
const holds = (pdf: Uint8Array, ...words: string[]) => {
  const text = flat(read(pdf).text)
  for (const word of words) assert.ok(text.includes(word), `${word} is not in ${text}`)
}

describe("the papers", () => {
  after(closeTypesetter)

  it("hold in the minutes everything that was given", async () => {
    holds(
      await minutesPdf(paper),
      "PROJET",
      "Envoyé aux membres",
      "Préside Élodie Van den Broeck-Delattre",
      "Pour décider",
      "Décision 2026-18",
      "Il est approuvé. Consentement. Sans objection.",
      "Afficher — Samuel Okonkwo, 5 juin 2026",
      "3. sans voitures",
      "La séance est levée",
      "Point 1",
      "Liste des présences",
      "Georgette Lemmens représentée à Karim Aït-Saïd",
      "Empreinte du journal",
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    )
  })

  it("leave the stamp off approved minutes", async () => {
    assert.doesNotMatch(read(await minutesPdf({ ...paper, stamp: undefined })).text, /projet/i)
  })

  it("never put the signatures on a page of their own", async () => {
    for (let lines = 20; lines < 44; lines += 3) {
      const notes = Array.from({ length: lines }, (_, index) => `Ligne ${index}.`).join("\n")
      const items = [{ title: "Débat", notes, decisions: [{ number: "7", text: "Le projet est adopté." }] }]
      const short = { ...paper, items, closing: undefined, corrections: undefined, attendance: undefined }
      const { pages } = read(await minutesPdf(short))
      const signed = pages.find((page) => page.includes("La secrétaire de séance"))
      assert.match(signed!, /Le projet est adopté/, `with ${lines} lines`)
    }
  })

  it("keep the last words, the signatures and the fingerprint of the journal together", async () => {
    for (let lines = 20; lines < 40; lines++) {
      const notes = Array.from({ length: lines }, (_, index) => `Ligne ${index}.`).join("\n")
      const { pages } = read(await minutesPdf({ ...paper, items: [{ title: "Débat", notes }], attendance: undefined }))
      const last = pages.find((page) => page.includes("Empreinte"))
      assert.match(last!, /lire « 350 € »[^]*La secrétaire de séance/, `with ${lines} lines`)
    }
  })

  it("are told to a screen reader as headings, lists and tables", async () => {
    const { tags } = read(await minutesPdf(paper))
    assert.ok(tags.some((tag) => tag.endsWith("/H1")))
    // A paragraph within a title would be read as a text under it.
    assert.deepEqual(
      tags.filter((tag) => /\/H\d\/P/.test(tag)),
      [],
    )
    assert.ok(tags.some((tag) => tag.endsWith("/Table/THead/TR/TH")))
    const tasks = read(await minutesPdf({ ...paper, items: paper.items.slice(0, 1) })).tags
    assert.equal(tasks.filter((tag) => tag.endsWith("/L/LI")).length, 1)
  })

  it("say the name of a long body and a long title on one line of each later page", async () => {
    const title = "Motion relative à la piétonnisation progressive de la place du Marché et de ses abords immédiats"
    const body = "Locale de Valmont-sur-Meuse-et-des-Deux-Rives, section de l’Entre-Sambre-et-Meuse"
    const { pages } = read(await minutesPdf({ ...paper, body, title }))
    assert.match(pages[1]!, /\nLocale de Valmont-sur-Meuse-et-des-Deux-Rives, …\s+Motion relative à la [^\n]*…\n/)
  })

  it("never let an address run over the next column", async () => {
    const columns = [{ title: "Nom" }, { title: "Courriel" }, { title: "Commune" }]
    const rows = [["Inès", "secretariat.administratif.de.la.locale@lesrives-valmont.example", "Valmont"]]
    const { pages } = read(await listPdf({ ...head, kind: "Liste", columns, rows }))
    assert.match(pages[0]!, /secretariat[^\n]*\n[^\n]*example/)
  })

  it("speak English with English labels", async () => {
    const { text, language } = read(await minutesPdf({ ...paper, lang: "en", region: "GB" }))
    assert.match(text, /Minutes/)
    assert.match(text, /Decision 2026-18/)
    assert.doesNotMatch(text, /Décision|Procès-verbal|Empreinte/)
    assert.match(language, /^en/)
  })

  it("take other labels for one paper", async () => {
    holds(await minutesPdf({ ...paper, labels: { minutes: "Compte rendu" } }), "Compte rendu")
  })

  it("give a convocation its sender, window, object, agenda, rule and form", async () => {
    const pdf = await convocationPdf(convocation, {
      name: longName,
      address: ["Rue du Pont 4", "5000 Valmont"],
      salutation: "Chère Marie,",
    })
    holds(
      pdf,
      "Rue des Tanneurs 12",
      "5000 Valmont",
      "Valmont, le 5 mai 2026",
      "Objet",
      "Chère Marie,",
      "Sujet 11",
      "16 jours avant",
    )
    holds(pdf, "Je soussigné(e)", "donne procuration à", "comptes 2025")
  })

  it("begin each letter on a right-hand page, numbered by itself", async () => {
    const recipients = Array.from({ length: 5 }, (_, index) => ({ name: `Membre ${index}`, address: ["Rue A 1"] }))
    for (const items of [convocation.items.slice(0, 2), convocation.items]) {
      const { pages } = read(
        await lettersPdf(
          { ...convocation, items, proxy: items.length > 2 ? convocation.proxy : undefined },
          recipients,
        ),
      )
      for (const { name } of recipients) {
        const first = pages.findIndex((page) => page.includes(name))
        assert.equal(first % 2, 0, `${name} begins on page ${first + 1}`)
        assert.match(pages[first]!, items.length > 2 ? /1 \/ 2/ : /1 \/ 1/)
      }
      if (items.length === 2) assert.equal(pages[1]!.trim(), "", "the back of a letter of one page is blank")
    }
  })

  it("print an agenda, a sheet to sign, an extract", async () => {
    const items = [
      {
        title: "Comptes",
        minutes: "10 min",
        purpose: "décider",
        proposal: "La locale approuve.",
        papers: ["Comptes (PDF)"],
      },
    ]
    holds(
      await agendaPdf({ ...head, when, items }),
      "Ordre du jour",
      "Comptes",
      "10 min",
      "La locale approuve.",
      "Comptes (PDF)",
    )
    holds(
      await attendanceSheetPdf({ ...head, when, people: [{ name: longName, proxy: "Ines" }], blank: 2 }),
      "Feuille de présence",
      "Marie-",
      "3",
    )
    const decision = { number: "2026-21", text: "Un essai de six mois.", result: "Adopté." }
    const certified = "Pour extrait certifié conforme."
    const place_and_date = "Valmont, le 24 mai 2026"
    const extract = {
      ...head,
      when,
      facts: [],
      grounds: "Vu les statuts ;",
      decision,
      certified,
      place_and_date,
      signatures: convocation.signatures,
    }
    holds(
      await extractPdf(extract),
      "Vu les statuts",
      "Décision 2026-21",
      "Adopté.",
      certified,
      place_and_date,
      "Inès Vandermeer",
    )
  })

  it("give each person a page of rights", async () => {
    const rows: [string, string, string][] = [["convoquer", "Valmont", "secrétaire depuis 2025"]]
    const people = [
      { name: "Inès", groups: [{ heading: "Réunions", rows }] },
      { name: "Paul", groups: [] },
    ]
    const { pages } = read(await rightsPdf({ ...head, people }))
    assert.equal(pages.length, 2)
    assert.match(pages[0]!, /secrétaire depuis 2025/)
    assert.match(pages[1]!, /Paul[\s\S]*aucun mandat en cours/)
  })

  it("say once what gives all the rights of a group", async () => {
    const rows = ["convoquer", "rédiger", "exporter"].map((may): [string, string, string] => [
      may,
      "Lisle",
      "secrétaire",
    ])
    const { text } = read(
      await rightsPdf({ ...head, people: [{ name: "Inès", groups: [{ heading: "Lisle", rows }] }] }),
    )
    assert.equal(text.match(/secrétaire/g)?.length, 1)
    for (const [may] of rows) assert.match(text, new RegExp(may))
    const other = [...rows, ["voter", "Lisle", "membre"] as [string, string, string]]
    const mixed = read(await rightsPdf({ ...head, people: [{ name: "Inès", groups: [{ heading: "", rows: other }] }] }))
    assert.equal(mixed.text.match(/secrétaire/g)?.length, 3)
  })

  it("print any table, whatever the length of its rows, and labels", async () => {
    const columns = [{ title: "Nom" }, { title: "Solde", align: "right" as const, width: null }]
    holds(
      await listPdf({ ...head, kind: "Liste", columns, rows: [["Inès", "1,50 €", "trop"], ["Paul"]] }),
      "Inès 1,50 €",
      "Paul",
    )
    holds(await listPdf({ ...head, kind: "Liste", columns, rows: [] }), "Rien à lister.")
    assert.equal(
      read(await labelsPdf({ ...head, addresses: Array.from({ length: 25 }, () => ["Inès", "5000 Valmont"]) })).pages
        .length,
      2,
    )
  })

  it("say of a receipt who paid what, and that it was cancelled", async () => {
    const receipt = {
      ...head,
      kind: "Reçu",
      facts: [["La somme de", "30 €"]] as [string, string][],
      place_and_date: "Valmont, le 5 mai 2026",
      signatures: [{ role: "Pour la trésorerie", name: "Karim Aït-Saïd" }],
    }
    holds(await receiptPdf(receipt), "30 €", "Karim Aït-Saïd", "VAL-12")
    holds(await receiptPdf({ ...receipt, stamp: "Annulé", note: "Écrit deux fois" }), "ANNULÉ", "Écrit deux fois")
  })

  it("put eight cards on a sheet, and a long name whole on its card", async () => {
    const cards = Array.from({ length: 9 }, () => ({ name: longName, lines: ["Membre depuis le 1er janvier 2020"] }))
    const sheets = await cardsPdf({ ...head, kind: "Carte de membre", cards })
    assert.equal(read(sheets).pages.length, 2)
    holds(
      await cardsPdf({ ...head, kind: "Carte de membre", cards: cards.slice(0, 1) }),
      "Membre depuis le 1er janvier 2020",
    )
  })

  it("put a code and its address on a poster and on a form, each on one page however long the words", async () => {
    const code = {
      modules: Array.from({ length: 25 }, () => Array<boolean>(25).fill(true)),
      address: "https://valmont.example/accueil/valmont",
      said: "Scannez",
    }
    for (const offer of ["Venez.", "Nous nous réunissons chaque mois, et agissons toute l’année. ".repeat(40)]) {
      const poster = await posterPdf({ ...head, offer, code })
      assert.equal(read(poster).pages.length, 1)
      holds(poster, "https://valmont.example/accueil/valmont")
      const form = await signUpPdf({
        ...head,
        offer,
        code,
        fields: ["Prénom", "Nom", "Courriel", "Téléphone", "Commune"],
        wish: "Je voudrais",
        wishes: ["être contacté·e", "aider", "devenir membre"],
        message: "Un message",
        data: offer,
        agree: "J’accepte que Locale de Valmont garde mes coordonnées.",
        sign: "Date et signature",
      })
      assert.equal(read(form).pages.length, 1)
      holds(form, "Date et signature")
    }
  })
})
