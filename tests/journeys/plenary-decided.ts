import assert from "node:assert/strict"
import { it } from "node:test"
import { isFitForAll, step } from "./app.ts"
import { arrive, at, choose, pick } from "./hands.ts"
import { bike, type Cast, goToItem, schools, shot } from "./plenary-cast.ts"

/** What the group decides, in a meeting that is held, and who says it: positions, sensibilities, speakers, proxies. */
export const decided = (six: Cast) => {
  it("goes onto the agenda of the group’s meeting in one gesture, with the vote that is proposed", async () => {
    const { ines } = six
    await step(ines, "agenda", async () => {
      await ines.goto("/reunions/nouvelle")
      await ines.getByRole("radio", { name: /^Réunion de groupe/ }).check({ force: true })
      await at(ines, soon())
      await ines.getByRole("textbox", { name: /^Lieu/ }).fill("Salle 204")
      await ines.getByRole("button", { name: "Préparer", exact: true }).click()
      await ines.getByRole("link", { name: "Passer à la convocation" }).waitFor()
      for (const title of [bike, schools]) {
        await goToItem(ines, six, title)
        await ines.getByRole("button", { name: "À l’ordre du jour de cette réunion" }).click()
        await ines.getByText("C’est à l’ordre du jour.").waitFor()
      }
      await ines.getByRole("link", { name: /^Réunion de groupe/ }).click()
      await ines.waitForURL(/preparer/)
      await ines.getByRole("link", { name: "Passer à la convocation" }).click()
      await ines.waitForURL(/convoquer/)
      await ines.getByText("Convoquer irrégulièrement, en le disant").click()
      await ines.getByRole("textbox", { name: /^Raison/ }).fill("La séance est dans douze jours.")
      await ines.getByRole("button", { name: "Convoquer 6 personnes" }).click()
      await ines.getByText("Sans réponse").first().waitFor()
    })
  })

  it("is decided by the meeting: once as its reader proposed, once as the meeting alone says", async () => {
    const { ines } = six
    await step(ines, "hold", async () => {
      await ines.goto(new URL(ines.url()).pathname.replace("/convoquer", "/tenir"))
      await ines.getByRole("button", { name: "Ouvrir la réunion" }).waitFor()
      await pick(ines, /^Présidence de séance/, "Mathilde")
      await ines.getByRole("button", { name: "Ouvrir la réunion" }).click()
      await ines.getByRole("button", { name: /^Présences/ }).click()
      await arrive(ines, "Mathilde Kerouanton", "Étienne Guilloux", "Yann Le Bihan", "Nawel Hamdi")
      for (const [title, text] of [
        [`214 · ${bike}`, undefined],
        [`215 · ${schools}`, "Le groupe s’abstient, et demande le calendrier des travaux."],
      ] as const) {
        await ines.getByRole("button", { name: "Tous les points" }).click()
        await ines.getByRole("button", { name: title }).click()
        await ines.getByRole("heading", { name: new RegExp(title) }).waitFor()
        if (text) await ines.getByRole("textbox", { name: /^Texte de la décision/ }).fill(text)
        await isFitForAll(ines)
        await shot(ines, `decide-${title.slice(0, 3)}`)
        await ines.getByRole("button", { name: "Prendre la décision" }).click()
        await ines.getByText("adoptée", { exact: true }).first().waitFor()
        await ines
          .getByText(text ?? "Le groupe vote pour, si notre amendement est adopté.")
          .first()
          .waitFor()
      }
      await ines.getByRole("button", { name: "Tous les points" }).click()
      await ines.getByRole("button", { name: "Lever la réunion" }).first().click()
      await ines.getByRole("dialog").getByRole("button", { name: "Lever la réunion" }).click()
      await ines.getByRole("link", { name: "Rédiger le procès-verbal" }).first().waitFor()
    })
  })

  it("has its position from that meeting, with the way to what was decided", async () => {
    const { mathilde } = six
    await step(mathilde, "position", async () => {
      for (const [title, stance] of [
        [bike, "pour, si notre amendement est adopté"],
        [schools, "abstention"],
      ] as const) {
        await goToItem(mathilde, six, title)
        const position = mathilde.getByRole("region", { name: "Position du groupe" })
        await position.getByText(stance, { exact: true }).first().waitFor()
        await position.getByText("Décidé par notre réunion").waitFor()
        assert.equal(await position.getByText("dite avant le dernier document").count(), 0)
        await position.getByRole("link", { name: new RegExp(title) }).waitFor()
        await isFitForAll(mathilde)
        await shot(mathilde, `position-${title.slice(0, 4)}`)
      }
      await mathilde
        .getByRole("region", { name: "Position du groupe" })
        .getByRole("link", { name: new RegExp(schools) })
        .click()
      await mathilde.getByText("Le groupe s’abstient, et demande le calendrier des travaux.").waitFor()
    })
  })

  it("keeps the vote of a sensibility beside that of all", async () => {
    const { ines } = six
    await step(ines, "sensibility", async () => {
      await ines.goto("/secretariat/sensibilites")
      await ines.getByLabel("Nom", { exact: true }).fill("Rives ouvertes")
      await ines.getByRole("button", { name: "Ajouter une sensibilité" }).click()
      await ines.getByRole("listitem").filter({ hasText: "Rives ouvertes" }).waitFor()
      await goToItem(ines, six, bike)
      await ines.getByRole("button", { name: /^Modifier.*Rives ouvertes/ }).click()
      await choose(ines, "Vote de Rives ouvertes", "abstention")
      await ines
        .getByLabel(/^Pourquoi/)
        .last()
        .fill("Le financement manque.")
      await ines.getByRole("button", { name: "Enregistrer", exact: true }).click()
      await ines.getByText("Rives ouvertes · abstention").waitFor()
      await isFitForAll(ines)
    })
  })

  it("is spoken on within the minutes of the group", async () => {
    const { ines, yann } = six
    await step(ines, "minutes", async () => {
      await pick(ines, /^Prise de parole 1/, "Yann")
      await ines.getByLabel(/^Minutes de la prise de parole 1/).fill("3")
      await ines.getByRole("button", { name: "Enregistrer les prises de parole" }).click()
      await ines.getByText("La parole est répartie.").waitFor()
      await shot(ines, "item")
    })
    await step(yann, "speech", async () => {
      await goToItem(yann, six, bike)
      await yann.getByRole("link", { name: "Nouveau texte" }).click()
      await yann.getByRole("button", { name: /^Retirer 214/ }).waitFor()
      await choose(yann, "Genre de texte", "Intervention")
      await yann.getByLabel("Titre", { exact: true }).fill("Pour cent cinquante kilomètres")
      await yann.getByLabel(/^Temps de parole, en minutes/).fill("3")
      await yann.getByRole("button", { name: "Commencer le texte" }).click()
      const words = yann.getByRole("textbox", { name: "Texte", exact: true })
      await words.fill("Monsieur le président, quatre-vingts kilomètres par an ne rattrapent pas le retard.")
      await yann.getByText("Enregistré", { exact: true }).waitFor()
      await yann.getByText(/à voix haute, sur 3\smin/).waitFor()
      await isFitForAll(yann)
      await shot(yann, "speech")
    })
  })

  it("will be without its reader, who gives proxy from his telephone", async () => {
    const { etienne } = six
    await step(etienne, "proxy", async () => {
      await etienne.goto(six.sitting)
      await etienne.getByRole("button", { name: /^Modifier.*Étienne Guilloux/ }).click()
      await choose(etienne, "Où sera Étienne Guilloux", "excusé·e")
      await choose(etienne, "Donne procuration à", "Yann Le Bihan")
      await etienne.getByRole("button", { name: "Enregistrer", exact: true }).click()
      await etienne.getByText("procuration à Yann Le Bihan").waitFor()
      await isFitForAll(etienne)
      await shot(etienne, "proxy")
    })
  })
}

/** In the coming hour, and today whatever the hour. */
const soon = () => {
  const now = Temporal.Now.zonedDateTimeISO("Europe/Paris")
  const later = now.add({ minutes: 75 })
  return later.toPlainDate().equals(now.toPlainDate()) ? later : now.with({ hour: 23, minute: 59 })
}
