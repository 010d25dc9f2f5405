import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { isFitForAll, step } from "./app.ts"
import { type Cast, cast, convened, day, now, paper, shot, sign, title, validate } from "./council-cast.ts"
import { at, choose, pick } from "./hands.ts"

// A municipal council in its three weeks, prepared by several people, each at their own screen: from the convocation to the minutes
// that the council drew up. Only the organisation, its people and their mandates are there before.
let all: Cast
let sittingPath: string
let textPath: string
let questionPath: string
let { ines, salome, jeanne, karim, odile } = {} as Cast

const bike = "Piste cyclable de la rue Haute"
const plot = "Vente de la parcelle des Saules"
const owner = /^Qui(\s*\(facultatif\))?$/

before(async () => {
  all = await cast()
  ;({ ines, salome, jeanne, karim, odile } = all)
})
after(() => all?.app.stop())

describe("a municipal council in its three weeks", () => {
  it("begins with its convocation, on the desk of the secretary", async () => {
    sittingPath = await convened(ines)
    await step(ines, "agenda", async () => {
      await ines
        .getByLabel("Ordre du jour de l’assemblée", { exact: true })
        .setInputFiles(paper("ordre-du-jour.pdf", "ORDRE DU JOUR", "", `1. ${bike}`, `2. ${plot}`))
      await ines.getByText(plot).waitFor()
      await ines.getByRole("button", { name: "Reprendre cet ordre du jour" }).click()
      await ines.getByText("Repris : 2 ajoutés, 0 renommés, 0 retirés.").waitFor()
      await ines.getByRole("link", { name: bike }).waitFor()
      await ines.getByRole("heading", { name: "Les trois semaines du conseil" }).waitFor()
      await isFitForAll(ines)
      await shot(ines, "02-sitting")
    })
    await step(ines, "rules", async () => {
      await ines.getByRole("link", { name: "Compléter les règles" }).first().click()
      await ines.getByLabel(/^Jusqu’à combien de temps avant la séance peut-on déposer une question orale/).fill("3")
      await ines.getByLabel(/^Combien de questions orales d’actualité/).fill("2")
      await ines.getByLabel(/^Combien de jours francs avant la séance un habitant dépose-t-il/).fill("6")
      await ines.getByLabel(/^Article du règlement/).fill("ROI, art. 66")
      await isFitForAll(ines)
      await shot(ines, "03-rules")
      await ines.getByRole("button", { name: "Enregistrer les règles" }).click()
      await ines.getByRole("heading", { name: "Conseil communal de Valmont" }).waitFor()
      await ines.getByRole("link", { name: "Reprendre une liste" }).click()
      const list =
        "Nom;Prénom;Groupe;Sigle;Position\nCollard;Jeanne;Les Rives;RIV;opposition\nHaddad;Karim;Les Rives;RIV;opposition\nMathot;Luc;Union communale;UC;majorité"
      await ines
        .getByLabel("Liste des membres", { exact: true })
        .setInputFiles({ name: "conseil.csv", mimeType: "text/csv", buffer: Buffer.from(list) })
      await ines.getByText("Les Rives (RIV) (le nôtre)").waitFor()
      await ines.getByRole("button", { name: "Reprendre cette liste" }).click()
      await ines.getByRole("heading", { name: "Règles de l’assemblée" }).waitFor({ timeout: 60_000 })
      await isFitForAll(ines)
      await shot(ines, "04-assembly")
    })
    await step(ines, "entrust", async () => {
      await ines.goto(sittingPath)
      await ines.getByText("2 questions par élu·e").waitFor()
      await ines.getByRole("button", { name: /^C’est fait\s*, Interpellations d’habitants/ }).click()
      await ines.getByRole("button", { name: /^Pas encore fait\s*, Interpellations d’habitants/ }).waitFor()
      await ines.getByRole("link", { name: "Ouvrir la tâche, encore sans personne" }).click()
      await shot(ines, "05-task")
      await ines.getByRole("link", { name: "Confier" }).click()
      await ines.getByRole("combobox", { name: owner }).waitFor()
      await pick(ines, owner, "Jeanne")
      await ines.getByRole("button", { name: "Enregistrer", exact: true }).click()
      await ines.getByText("Jeanne Collard").first().waitFor()
      await isFitForAll(ines)
    })
  })

  it("is shared out, and read on telephones", async () => {
    await step(ines, "share", async () => {
      await ines.goto(`${sittingPath}/repartir`)
      await ines
        .getByRole("combobox", { name: `1 · ${bike}` })
        .first()
        .selectOption({ label: "Jeanne Collard" })
      await ines
        .getByRole("combobox", { name: `2 · ${plot}` })
        .first()
        .selectOption({ label: "Karim Haddad" })
      await isFitForAll(ines)
      await shot(ines, "06-share")
      await ines.getByRole("button", { name: "Confirmer la répartition" }).click()
      await ines.getByText("lu par Karim Haddad").waitFor()
    })
    for (const [page, item, what, vote] of [
      [jeanne, bike, "Une piste de huit cents mètres, rue Haute.", "pour"],
      [karim, plot, "Une parcelle de douze ares, sans estimation.", "contre"],
    ] as const)
      await step(page, "read", async () => {
        await page.goto("/")
        await page.getByText(`Un point à lire pour ${title}`).waitFor()
        await isFitForAll(page)
        await shot(page, `07-today-${vote}`)
        await page.getByRole("link", { name: "Ouvrir la séance" }).first().click()
        await page.getByRole("link", { name: item }).first().click()
        await page.getByLabel(/^De quoi il s’agit/).fill(what)
        await page.getByLabel("La fiche est prête pour les autres").check()
        await page.getByRole("button", { name: "Enregistrer la fiche" }).click()
        await page.getByText("La fiche est enregistrée.").waitFor()
        await choose(page, "Vote", vote)
        await page.getByRole("button", { name: "Enregistrer la position" }).click()
        await page.getByText(/Proposé par/).waitFor()
        await isFitForAll(page)
        await shot(page, `08-item-${vote}`)
      })
  })

  it("has an item added to it in time, written from the task, read, validated and lodged with its proof", async () => {
    await step(jeanne, "write", async () => {
      await jeanne.goto("/")
      await jeanne.getByText(`Rédiger le point à ajouter : ${title}`).first().click()
      await jeanne.getByRole("heading", { name: `Rédiger le point à ajouter : ${title}` }).waitFor()
      await isFitForAll(jeanne)
      await shot(jeanne, "09-task")
      await jeanne.getByRole("link", { name: "Ouvrir la page" }).click()
      await jeanne.getByRole("button", { name: new RegExp(`^Retirer ${title}`) }).waitFor()
      await jeanne.getByLabel("Titre", { exact: true }).fill("Rue scolaire devant l’école")
      await jeanne.getByLabel(/^Exposé des motifs/).fill("Deux cents enfants traversent là chaque matin.")
      await isFitForAll(jeanne)
      await shot(jeanne, "10-new-text")
      await jeanne.getByRole("button", { name: "Commencer le texte" }).click()
      await jeanne
        .getByRole("textbox", { name: "Texte", exact: true })
        .fill("Le Conseil communal décide de fermer la rue de l’École aux voitures, de 8 h à 8 h 30.")
      await jeanne.getByText("Enregistré", { exact: true }).waitFor()
      await isFitForAll(jeanne)
      textPath = new URL(jeanne.url()).pathname.replace("/ecrire", "")
      await jeanne.goto(textPath)
      await jeanne.getByText("Dernier jour").first().waitFor()
      await shot(jeanne, "11-text")
      await pick(jeanne, /^Qui le relit/, "Karim")
      await jeanne.getByRole("button", { name: "Donner à relire" }).click()
      await jeanne.getByText("C’est demandé.").waitFor()
    })
    await step(karim, "read over", async () => {
      await karim.goto("/")
      await karim.getByText("Relire « Rue scolaire devant l’école »").waitFor()
      await karim.goto(textPath)
      await karim.getByLabel(/^Un mot/).fill("Clair. L’horaire des bus y est compatible.")
      await karim.getByRole("button", { name: "J’ai relu" }).click()
      await karim.getByText(/^relu/).first().waitFor()
      await isFitForAll(karim)
      await shot(karim, "12-read-over")
    })
    await step(salome, "asked", async () => {
      await salome.goto("/")
      await salome.getByText("Valider « Rue scolaire devant l’école »").waitFor()
    })
    await validate(salome, textPath, /VAL-\d+-DEL-0001/)
    await step(ines, "lodge", async () => {
      await ines.goto(textPath)
      await ines.getByRole("radio", { name: "En main propre" }).check({ force: true })
      await ines.getByLabel(/^Récépissé/).setInputFiles(paper("recepisse.pdf", "Reçu ce jour par le bourgmestre"))
      await ines.getByRole("link", { name: "recepisse.pdf" }).waitFor()
      await isFitForAll(ines)
      await shot(ines, "13-lodge")
      await ines.getByRole("button", { name: "Noter le dépôt" }).click()
      await ines.getByText(/en main propre/).waitFor()
      await ines.goto(sittingPath)
      const added = ines.getByRole("listitem").filter({ hasText: "Point à ajouter, remis au bourgmestre" })
      await added.getByText("fait", { exact: true }).waitFor()
      await isFitForAll(ines)
      await shot(ines, "14-sitting")
    })
    await step(jeanne, "nothing more", async () => {
      await jeanne.goto("/")
      await jeanne.getByRole("heading", { name: /Bonjour Jeanne/ }).waitFor()
      await isFitForAll(jeanne)
      assert.equal(await jeanne.getByText(`Rédiger le point à ajouter : ${title}`).count(), 0)
    })
  })

  it("is asked a topical question, of those its rules allow, and in time", async () => {
    await step(karim, "question", async () => {
      await karim.goto(sittingPath)
      await karim.getByRole("link", { name: "Écrire une question orale" }).click()
      await karim.getByRole("button", { name: new RegExp(`^Retirer ${title}`) }).waitFor()
      await karim.getByLabel("Titre", { exact: true }).fill("L’éclairage du Ravel")
      await karim.getByLabel(/^À qui/).fill("l’échevin des travaux")
      await karim.getByRole("button", { name: "Commencer le texte" }).click()
      await karim
        .getByRole("textbox", { name: "Texte", exact: true })
        .fill("L’éclairage du Ravel est coupé depuis lundi. Ma question est la suivante : quand reviendra-t-il ?")
      await karim.getByText("Enregistré", { exact: true }).waitFor()
      questionPath = new URL(karim.url()).pathname.replace("/ecrire", "")
      await karim.goto(questionPath)
      await karim.getByText("1 sur 2").waitFor()
      await karim.getByText("ROI, art. 66").first().waitFor()
      await isFitForAll(karim)
      await shot(karim, "15-question")
    })
    await validate(salome, questionPath, /VAL-\d+-QA-0001/)
    await sign(karim, questionPath)
    await step(ines, "lodge", async () => {
      await ines.goto(questionPath)
      await ines.getByRole("radio", { name: "Par courriel" }).check({ force: true })
      await ines.getByRole("button", { name: "Noter le dépôt" }).click()
      await ines.getByText(/par courriel/).waitFor()
      await ines.goto(sittingPath)
      const questions = ines.getByRole("listitem").filter({ hasText: "Questions orales, à déposer" })
      await questions.getByText("fait", { exact: true }).waitFor()
    })
  })

  it("goes to the meeting of the chapter, where the positions are settled", async () => {
    await step(ines, "meeting", async () => {
      await ines.goto("/reunions/nouvelle")
      await at(ines, day.subtract({ days: 4 }).toZonedDateTime({ timeZone: "Europe/Brussels", plainTime: "20:00" }))
      await ines.getByRole("button", { name: "Préparer", exact: true }).click()
      await ines.getByRole("link", { name: "Passer à la convocation" }).waitFor()
      await ines.goto(sittingPath)
      await ines.getByRole("link", { name: plot }).first().click()
      await ines.getByRole("button", { name: "À l’ordre du jour de cette réunion" }).click()
      await ines.getByText("C’est à l’ordre du jour.").waitFor()
    })
    for (const item of [bike, plot])
      await step(salome, "decide", async () => {
        await salome.goto(sittingPath)
        await salome.getByRole("link", { name: item }).first().click()
        await salome.getByText(/Proposé par/).waitFor()
        await salome.getByRole("button", { name: "Enregistrer la position" }).click()
        await salome.getByText(/Proposé par/).waitFor({ state: "detached" })
      })
    await step(odile, "read", async () => {
      await odile.goto(sittingPath)
      await odile.getByRole("link", { name: plot }).waitFor()
      const positions = odile.getByRole("listitem").filter({ hasText: "Positions arrêtées" })
      await positions.getByText("fait", { exact: true }).waitFor()
      assert.equal(await odile.getByRole("link", { name: /^Écrire/ }).count(), 0)
      await isFitForAll(odile)
      await shot(odile, "16-sympathiser")
    })
  })

  it("sits: the votes are noted on telephones, and the one apart is explained", async () => {
    await step(ines, "moved", async () => {
      await ines.goto(sittingPath)
      await ines.getByRole("link", { name: "Modifier", exact: true }).click()
      await ines.getByLabel("Jour", { exact: true }).fill(now.toString())
      await ines.getByLabel(/^Convocation reçue/).fill(now.subtract({ days: 12 }).toString())
      await ines.getByRole("button", { name: "Enregistrer", exact: true }).click()
      await ines.getByRole("heading", { name: title }).waitFor()
    })
    await step(ines, "call", async () => {
      await ines.goto(`${sittingPath}/direct`)
      await karim.goto(`${sittingPath}/direct`)
      await ines.getByRole("button", { name: "Appeler ce point" }).click()
      await karim.getByText("en débat", { exact: true }).waitFor()
      await isFitForAll(karim)
      await shot(karim, "17-live")
      await ines.getByRole("button", { name: "Votes", exact: true }).click()
      await ines.getByRole("button", { name: /^Tous comme notre position/ }).click()
      await ines.getByText("Les votes sont notés.").waitFor()
      await karim.getByRole("button", { name: "Votes", exact: true }).click()
      await karim.getByLabel("Vote de Karim Haddad").selectOption({ label: "abstention" })
      await ines.getByText("vote différent de la position").waitFor()
      await isFitForAll(karim)
      await shot(karim, "18-votes")
      await choose(ines, "Issue", "adopté")
      await ines.getByRole("button", { name: "Noter le résultat" }).click()
      await ines.getByText("L’issue est notée.").waitFor()
      await ines.getByRole("button", { name: "Points", exact: true }).click()
      await ines.getByRole("button", { name: "Lever la séance" }).last().click()
      await ines.getByRole("dialog").getByRole("button", { name: "Lever la séance" }).click()
      await karim.getByText("séance levée").waitFor()
    })
  })

  it("is followed on one page: outcomes, a vote apart, a promise", async () => {
    await step(ines, "follow", async () => {
      await ines.goto(sittingPath)
      await ines.getByRole("link", { name: "Suites de la séance" }).click()
      const entry = ines.getByRole("group", { name: `2 · ${plot}` }).first()
      await entry.getByLabel("Issue", { exact: true }).selectOption("adopted")
      await entry.getByLabel("Notre vote", { exact: true }).selectOption("abstain")
      await entry.getByLabel("Pour", { exact: true }).fill("12")
      await isFitForAll(ines)
      await ines.getByRole("button", { name: "Enregistrer les issues" }).click()
      await ines.getByLabel(`Pourquoi, pour « ${plot} »`).fill("Le prix a été relevé en séance.")
      await ines.getByRole("button", { name: "Enregistrer la raison" }).last().click()
      await ines.getByText("Le prix a été relevé en séance.").first().waitFor()
      await ines.getByLabel("Qui s’engage").fill("l’échevin des finances")
      await ines.getByLabel("À quoi").fill("publier l’estimation")
      await ines.getByLabel(/^Pour quand/).fill(now.add({ days: 10 }).toString())
      await pick(ines, /^Qui d’entre nous le rappelle/, "Karim")
      await ines.getByRole("button", { name: "Noter l’engagement" }).click()
      await ines.getByText("C’est noté, avec une tâche pour le rappeler.").waitFor()
      await isFitForAll(ines)
      await shot(ines, "19-follow")
    })
    await step(karim, "promise", async () => {
      await karim.goto("/")
      await karim
        .getByText(/Rappeler l’engagement\s: publier l’estimation/)
        .first()
        .waitFor()
      await isFitForAll(karim)
      await shot(karim, "20-today")
    })
  })

  it("ends with the minutes that the council drew up, set beside ours", async () => {
    await step(ines, "minutes", async () => {
      await ines.getByText("Comparer le procès-verbal reçu").click()
      await ines.getByLabel(/^Le procès-verbal reçu/).setInputFiles(paper("pv.pdf", "PROCES-VERBAL"))
      await ines.getByRole("link", { name: "pv.pdf" }).waitFor()
      const line = ines.getByRole("group", { name: `2 · ${plot}` }).last()
      await line.getByLabel("Ce que dit le procès-verbal").selectOption({ label: "reporté" })
      await ines.getByRole("button", { name: "Comparer", exact: true }).click()
      await ines
        .getByText(/reporté selon le procès-verbal, adopté selon nos notes/)
        .first()
        .waitFor()
      await ines.getByRole("link", { name: "Ouvrir le procès-verbal" }).waitFor()
      await isFitForAll(ines)
      await shot(ines, "21-minutes")
    })
  })

  it("is counted in the record of the mandate, which opens to its lines", async () => {
    await step(ines, "tally", async () => {
      await ines.goto("/seances/bilan")
      await ines.getByRole("heading", { name: "Nos votes" }).waitFor()
      await isFitForAll(ines)
      await shot(ines, "25-tally")
      await ines.getByRole("link", { name: /abstention/ }).click()
      await ines.getByRole("link", { name: plot }).waitFor()
      await isFitForAll(ines)
    })
  })
})
