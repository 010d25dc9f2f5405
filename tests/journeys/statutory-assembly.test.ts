import assert from "node:assert/strict"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { isFitForAll, step } from "./app.ts"
import {
  button,
  goTo,
  openUrns,
  openWithPaper,
  pick,
  rehearse,
  run,
  shot,
  stopAll,
  sure,
  typePapers,
} from "./assembly-acts.ts"
import { assemble, type Cast } from "./assembly-cast.ts"
import { give, useSecondFactor } from "./people.ts"

// A statutory assembly elects two secretaries with parity and a treasurer in two rounds, in secret: on telephones, on three papers,
// and by two proxies. Two tellers open the urns; the new treasurer is one at once.
let cast: Cast
before(async () => {
  cast = await assemble()
})
after(() => cast?.app.stop())

const today = Temporal.Now.plainDateISO("Europe/Brussels").toString()
let operation = ""
/** Where the second round is. */
let second = ""
/** Sarah's, of her own vote for two secretaries. */
let receipt = ""

describe("a statutory assembly", () => {
  it("is prepared by the secretary: the proxies the rulebook allows, the functions, the candidates", async () => {
    const { page, bodyId } = cast
    await give(page, "rules.override", {
      bodyId,
      key: "be.locale.proxies",
      value: { per_holder: 1 },
      validFrom: "2024-03-03",
      basis: "ROI, art. 12",
    })
    await step(page, "operation", async () => {
      await page.goto("/votes")
      await page.getByRole("link", { name: "Nouvelle opération de vote" }).first().click()
      await page.getByLabel(/^Titre/).fill("Assemblée statutaire, élections")
      await page.getByLabel(/^Les membres$/).check()
      await page.getByLabel(/^Liste électorale arrêtée au/).fill(today)
      await page.getByLabel(/^Procurations par personne/).fill("1")
      await isFitForAll(page)
      await shot(page, "operation-new-1280")
      await button(page, "Préparer l’opération").click()
      await page.getByRole("heading", { level: 1, name: "Assemblée statutaire, élections" }).waitFor()
      operation = page.url()
    })
    await step(page, "tellers", async () => {
      await pick(page, /^Scrutatrices et scrutateurs/, "Nadia", "Omar", "Karim")
      await button(page, "Nommer ces scrutateurs").click()
      await page.getByText("Pas encore de clé").first().waitFor()
    })
    await step(page, "proxies", async () => {
      for (const [giver, holder] of [
        ["Claire", "Sarah"],
        ["Denis", "Hugo"],
      ] as const) {
        await pick(page, /^Qui donne procuration/, giver)
        await pick(page, /^À qui/, holder)
        await button(page, "Noter la procuration").click()
        await page.getByText(new RegExp(`${giver} .*, par la main de ${holder}`)).waitFor()
      }
    })
    await step(page, "secretaries", async () => {
      await page.getByRole("link", { name: "Ajouter un vote" }).first().click()
      await page.getByLabel(/^Titre/).fill("Élire deux secrétaires")
      await page.getByLabel(/^Fonction à pourvoir/).selectOption({ label: "Secrétariat politique" })
      await pick(page, /^Candidatures de personnes du fichier/, "Sarah", "Éloïse", "Hugo")
      await page.getByLabel("Sièges à pourvoir").fill("2")
      await page.getByLabel(/^Parité/).check()
      await isFitForAll(page)
      await shot(page, "vote-new-1280")
      await button(page, "Préparer le vote").click()
      await page.getByRole("heading", { level: 1, name: "Élire deux secrétaires" }).waitFor()
      await button(page, "Tirer l’ordre au sort").click()
      await page
        .getByText(/^Ordre tiré au sort/)
        .first()
        .waitFor()
    })
    await step(page, "treasurer", async () => {
      await page.goto(operation)
      await page.getByRole("link", { name: "Ajouter un vote" }).first().click()
      await page.getByLabel(/^Titre/).fill("Élire la trésorerie")
      await page.getByLabel(/^Fonction à pourvoir/).selectOption({ label: "Trésorerie" })
      await pick(page, /^Candidatures de personnes du fichier/, "Agathe", "Luc", "Karim")
      await page.getByLabel(/^Majorité absolue, en plusieurs tours/).check()
      await button(page, "Préparer le vote").click()
      await page.getByRole("heading", { level: 1, name: "Élire la trésorerie" }).waitFor()
      await button(page, "Tirer l’ordre au sort").click()
      await page
        .getByText(/^Ordre tiré au sort/)
        .first()
        .waitFor()
      await page.goto(operation)
      await isFitForAll(page)
      await shot(page, "operation-1280")
    })
  })

  it("has its keys made on the telephones of the tellers, and its urns laid by one of them", async () => {
    for (const [name, teller] of [
      ["nadia", cast.nadia],
      ["omar", cast.omar],
      ["karim", cast.karim],
    ] as const)
      await step(teller, `key ${name}`, async () => {
        await teller.goto("/")
        await teller.getByRole("link", { name: /^Créer ma clé/ }).click()
        await button(teller, "Créer ma clé sur cet appareil").click()
        await teller.getByText("Votre clé est sur cet appareil", { exact: false }).waitFor()
        await isFitForAll(teller)
      })
    await step(cast.omar, "urns", async () => {
      await cast.omar.reload()
      await button(cast.omar, "Préparer les 2 urnes").click()
      await cast.omar.getByText("Pas encore d’urne").first().waitFor({ state: "detached" })
      await button(cast.omar, "Vérifier et copier ma part").first().click()
      await cast.omar.getByText("Votre part s’ouvre bien", { exact: false }).waitFor()
      await isFitForAll(cast.omar)
      await shot(cast.omar, "urns-360")
    })
  })

  it("has its opening rehearsed before the vote, once with what a teller has on paper", async () => {
    const { page, nadia, omar } = cast
    await step(page, "not rehearsed", async () => {
      await page.goto(operation)
      await page.getByText("L’ouverture n’a pas été répétée.", { exact: false }).first().waitFor()
      await isFitForAll(page)
      await shot(page, "not-rehearsed-1280")
    })
    const papers = await step(omar, "copy both shares", async () => {
      await button(omar, "Vérifier et copier ma part").click()
      await omar.getByText("Votre part s’ouvre bien", { exact: false }).nth(1).waitFor()
      return omar.locator("p.stack > code").allInnerTexts()
    })
    await rehearse(nadia, omar, papers, operation)
    await step(page, "rehearsed", async () => {
      await page.goto(operation)
      await page
        .getByText(/^Ouverture répétée le .* copie papier tapée par Omar Delvaux\./)
        .first()
        .waitFor()
      await isFitForAll(page)
      await shot(page, "rehearsed-1280")
    })
  })

  it("opens both votes, and votes on telephones, by proxy and on paper", async () => {
    const { page, nadia, omar, sarah, hugo, karim } = cast
    for (const title of ["Élire deux secrétaires", "Élire la trésorerie"])
      await step(page, `open ${title}`, async () => {
        await page.goto(operation)
        await page.getByRole("link", { name: title, exact: true }).click()
        await sure(page, "Ouvrir le vote")
        await page.getByText("Ouvert", { exact: true }).first().waitFor()
      })
    await shot(page, "open-1280")
    const votes: [Page, string, string[], string, string][] = [
      [nadia, "nadia", ["Sarah Duchemin", "Hugo Lambrechts"], "Agathe de Borchgrave-Vandenbulcke", ""],
      [omar, "omar", ["Sarah Duchemin", "Éloïse Massart"], "Agathe de Borchgrave-Vandenbulcke", ""],
      [sarah, "sarah", ["Sarah Duchemin", "Éloïse Massart"], "Luc Pirotte", "Claire Mertens"],
      [hugo, "hugo", ["Hugo Lambrechts", "Sarah Duchemin"], "Karim Ouali", "Denis Fontaine"],
      [karim, "karim", ["Sarah Duchemin", "Éloïse Massart"], "Karim Ouali", ""],
    ]
    for (const [who, name, secretaries, treasurer, giver] of votes)
      await step(who, `vote ${name}`, async () => {
        for (const [title, named] of [
          ["Élire deux secrétaires", secretaries],
          ["Élire la trésorerie", [treasurer]],
        ] as const) {
          await who.goto("/")
          await who.getByRole("link", { name: new RegExp(`Voter.*${title}`) }).click()
          await who.getByText("C’est un vote secret", { exact: false }).waitFor()
          if (name === "nadia") await shot(who, `secret-${title.includes("deux") ? "two" : "one"}-360`)
          if (name === "sarah" && title.includes("deux")) {
            await who.getByText("Contre quoi ce secret protège", { exact: false }).click()
            await isFitForAll(who)
            await shot(who, "pledge-360")
          }
          // For oneself first; then, on the same page, for whoever gave a proxy.
          for (let mine = 0; mine < (giver ? 2 : 1); mine++) {
            const form = who.locator("form").first()
            for (const one of named) await form.getByLabel(one, { exact: true }).check()
            await form.getByRole("button", { name: "Fermer et déposer mon vote" }).click()
            if (mine === 0) await who.getByText("Votre vote est dans l’urne.").waitFor()
            else await who.getByText(`Vous avez voté pour ${giver}.`).waitFor()
          }
          await who
            .getByText(/^Reçu du vote pour|^Votre reçu/)
            .first()
            .waitFor()
          if (name === "sarah" && title.includes("deux"))
            receipt = await who.getByText("Votre reçu", { exact: true }).locator("..").locator("code").innerText()
          if (name === "sarah") await shot(who, `receipts-${title.includes("deux") ? "two" : "one"}-360`)
        }
      })
    for (const title of ["Élire deux secrétaires", "Élire la trésorerie"])
      await step(nadia, `papers ${title}`, async () => {
        await nadia.goto(new URL(operation).pathname)
        await nadia.getByRole("link", { name: title, exact: true }).click()
        for (const name of ["Agathe de Borchgrave-Vandenbulcke", "Luc Pirotte", "Éloïse Massart"]) {
          await nadia.getByLabel("Chercher un nom").fill(name.split(" ")[0]!)
          const row = nadia.getByRole("listitem").filter({ hasText: name })
          await row.getByRole("button", { name: "Vote sur papier" }).click()
          await row.getByRole("dialog").getByRole("button", { name: "Vote sur papier" }).click()
          await row.getByText("A voté sur papier").waitFor()
        }
        await isFitForAll(nadia)
      })
    await shot(nadia, "voters-360")
  })

  it("is stopped, opened by two tellers each on their telephone, and its papers typed twice", async () => {
    const { page, nadia, omar } = cast
    await stopAll(cast.page, operation, ["Élire deux secrétaires", "Élire la trésorerie"])
    await openUrns([cast.nadia, cast.omar], operation, 2)
    await shot(omar, "opened-360")
    for (const [teller, name] of [
      [nadia, "nadia"],
      [omar, "omar"],
    ] as const)
      await step(teller, `papers of ${name}`, async () => {
        await typePapers(teller, operation, "Élire deux secrétaires", [
          ["Sarah Duchemin", "Hugo Lambrechts"],
          ["Éloïse Massart", "Hugo Lambrechts"],
          ["Éloïse Massart"],
        ])
        await typePapers(teller, operation, "Élire la trésorerie", [
          ["Agathe de Borchgrave-Vandenbulcke"],
          ["Karim Ouali"],
          ["Agathe de Borchgrave-Vandenbulcke"],
        ])
      })
    await shot(nadia, "papers-360")
    await step(page, "close secretaries", async () => {
      await page.goto(operation)
      await page.getByRole("link", { name: "Élire deux secrétaires", exact: true }).click()
      await sure(page, "Clore et compter")
      await page
        .getByText(/Sarah Duchemin et Hugo Lambrechts sont élu/)
        .first()
        .waitFor()
      await page.getByText("Comment on a compté").click()
      await isFitForAll(page)
      await shot(page, "secretaries-1280")
    })
    await step(page, "close treasurer", async () => {
      await page.goto(operation)
      await page.getByRole("link", { name: "Élire la trésorerie", exact: true }).click()
      await sure(page, "Clore et compter")
      await page.getByText(/^Un siège reste à pourvoir\./).waitFor()
      await isFitForAll(page)
      await shot(page, "treasurer-first-1280")
    })
  })

  it("elects the treasurer in the second round", async () => {
    const { page, nadia, omar, sarah, hugo, karim } = cast
    await step(page, "second round", async () => {
      await button(page, "Préparer le 2e tour").click()
      await page.getByText(/Locale de Valmont, 2e tour/).waitFor()
    })
    second = new URL(page.url()).pathname
    await step(omar, "second urn", async () => {
      await omar.goto(`${new URL(operation).pathname}/urnes`)
      await button(omar, "Préparer l’urne").click()
      await omar.getByText("Pas encore d’urne").first().waitFor({ state: "detached" })
    })
    const paper = await step(omar, "copy the share", async () => {
      await button(omar, "Vérifier et copier ma part").last().click()
      const row = omar.getByRole("listitem").filter({ hasText: "Votre part s’ouvre bien" })
      return row.locator("code").last().innerText()
    })
    await step(page, "open second", async () => {
      await page.goto(second)
      await sure(page, "Ouvrir le vote")
      await page.getByText("Ouvert", { exact: true }).first().waitFor()
    })
    for (const [who, name] of [
      [nadia, "Agathe de Borchgrave-Vandenbulcke"],
      [omar, "Agathe de Borchgrave-Vandenbulcke"],
      [sarah, "Agathe de Borchgrave-Vandenbulcke"],
      [hugo, "Karim Ouali"],
      [karim, "Karim Ouali"],
    ] as const)
      await step(who, `second vote`, async () => {
        await who.goto(second)
        const form = who.locator("form").first()
        await form.getByLabel(name, { exact: true }).check()
        await form.getByRole("button", { name: "Fermer et déposer mon vote" }).click()
        await who.getByText("Votre vote est dans l’urne.").waitFor()
      })
    await stopAll(cast.page, operation, [second])
    // Omar's telephone has lost his key: he types the copy of his share, and the third teller opens in his place.
    await step(omar, "lose the key", () => omar.evaluate(() => localStorage.clear()))
    await openWithPaper([nadia, karim], omar, paper, operation)
    await step(page, "close second", async () => {
      await page.goto(second)
      await sure(page, "Clore et compter")
      await page
        .getByText(/Agathe de Borchgrave-Vandenbulcke est élu/)
        .first()
        .waitFor()
      await isFitForAll(page)
      await shot(page, "treasurer-second-1280")
    })
  })

  it("proclaims those elected, whose rights hold at once, and no more those of who leaves", async () => {
    const { page, agathe, karim } = cast
    for (const vote of ["Élire deux secrétaires", second])
      await step(page, `proclaim ${vote}`, async () => {
        await goTo(page, operation, vote)
        await button(page, "Proclamer").waitFor()
        if (vote === second) {
          await page.getByRole("checkbox", { name: /^Mettre fin au mandat de Karim Ouali/ }).waitFor()
          await shot(page, "proclaim-1280")
        }
        await isFitForAll(page)
        await button(page, "Proclamer").click()
        await page.getByText("Proclamée", { exact: true }).waitFor()
      })
    await step(agathe, "new treasurer", async () => {
      await useSecondFactor(agathe)
      await agathe.goto("/membres/bareme")
      await agathe.getByLabel("Nom du montant").fill("Ordinaire")
      await agathe.getByLabel("Montant par an").fill("30")
      await button(agathe, "Ajouter ce montant").click()
      await agathe.getByText("demandé d’habitude", { exact: true }).waitFor()
      await isFitForAll(agathe)
      await shot(agathe, "treasurer-360")
    })
    await useSecondFactor(karim)
    const refused = await karim.request.post("/api/dues.setAccount", {
      data: { bodyId: cast.bodyId, holder: "Locale de Valmont", iban: "BE68539007547034" },
      headers: { "x-command-id": crypto.randomUUID() },
    })
    assert.equal(refused.status(), 403)
  })

  it("prints its record, with each round and how it was counted", async () => {
    const { page } = cast
    await step(page, "record", async () => {
      await page.goto(operation)
      const link = page.getByRole("link", { name: /Procès-verbal/ }).first()
      const printed = await page.request.get((await link.getAttribute("href"))!)
      assert.match(printed.headers()["content-type"]!, /pdf/)
      const folder = process.env["SHOTS"]
      if (folder) await writeFile(`${folder}/assembly-record.pdf`, await printed.body())
      await isFitForAll(page)
      await shot(page, "operation-after-1280")
    })
  })

  it("is counted again by a stranger, with the urn and the command that the page gives", async () => {
    const folder = await mkdtemp(join(tmpdir(), "permanence-stranger-"))
    for (const [vote, elected] of [
      ["Élire deux secrétaires", ["Sarah Duchemin", "Hugo Lambrechts"]],
      ["Élire la trésorerie", []],
    ] as const)
      await step(cast.page, `recount ${vote}`, async () => {
        await cast.page.goto(operation)
        await cast.page.getByRole("link", { name: vote, exact: true }).first().click()
        const command = await cast.page.locator("code").filter({ hasText: "npm run permanence" }).innerText()
        const address = await cast.page.getByRole("link", { name: "Les bulletins, sans les noms" }).getAttribute("href")
        const urn = await cast.page.request.get(address!)
        await writeFile(join(folder, "urne.blt"), await urn.body())
        const counted = await run(`${command.replace("urne.blt", join(folder, "urne.blt"))} --json`)
        assert.deepEqual(JSON.parse(counted).elected, elected)
      })
    await rm(folder, { recursive: true })
  })

  it("lets a voter find the receipt in the urn that was published", async () => {
    const { sarah } = cast
    await step(sarah, "receipt", async () => {
      await goTo(sarah, operation, "Élire deux secrétaires")
      await sarah.getByText(/^Mon bulletin est-il dans l’urne/).click()
      await sarah.getByLabel("Votre reçu").fill(receipt)
      await button(sarah, "Chercher ce reçu").click()
      await sarah.getByText("Ce reçu est dans l’urne.").waitFor()
      await sarah.getByLabel("Votre reçu").fill(receipt.replace(/^./, (one) => (one === "A" ? "B" : "A")))
      await button(sarah, "Chercher ce reçu").click()
      await sarah.getByText("Ce reçu n’est pas dans l’urne", { exact: false }).waitFor()
      await isFitForAll(sarah)
      await shot(sarah, "receipt-360")
    })
  })
})
