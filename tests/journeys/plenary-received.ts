import { it } from "node:test"
import { zipSync } from "fflate"
import type { Page } from "playwright-core"
import { isFitForAll, step } from "./app.ts"
import { choose } from "./hands.ts"
import { bike, type Cast, councillors, first, schools, second, shot } from "./plenary-cast.ts"

const day = Temporal.Now.plainDateISO("Europe/Paris").add({ days: 12 }).toString()

/** From the convocation to what came after it: noted, received, shared out, read, and read again. */
export const received = (six: Cast) => {
  it("is noted with its assembly, and with those who sit there", async () => {
    const { ines } = six
    await step(ines, "note", async () => {
      await ines.goto("/seances/nouvelle")
      await ines.getByLabel("Nom de l’assemblée", { exact: true }).fill("Conseil régional des Deux-Rives")
      await ines.getByLabel(/^Nombre de sièges/).fill("57")
      await ines.getByLabel("Intitulé", { exact: true }).fill("Plénière de décembre")
      await ines.getByLabel("Jour", { exact: true }).fill(day)
      await ines.getByLabel(/^Lieu/).fill("Hémicycle")
      await ines.getByRole("button", { name: "Noter la séance" }).click()
      await ines.getByText("Les rapports de la séance").waitFor()
      six.sitting = new URL(ines.url()).pathname
    })
    await step(ines, "members", async () => {
      await ines.getByRole("link", { name: "Conseil régional des Deux-Rives" }).click()
      await ines.getByRole("link", { name: "Reprendre une liste" }).click()
      await ines
        .getByLabel("Liste des membres", { exact: true })
        .setInputFiles({ name: "conseil.csv", mimeType: "text/csv", buffer: Buffer.from(councillors) })
      await ines.getByText(/Les Rives \(RIV\) \(le nôtre\)/).waitFor()
      await isFitForAll(ines)
      await shot(ines, "members")
      await ines.getByRole("button", { name: "Reprendre cette liste" }).click()
      await ines.getByText("Union régionale").first().waitFor()
      await shot(ines, "assembly")
    })
  })

  it("comes as one archive, on the desk of the general secretary", async () => {
    const { ines } = six
    await step(ines, "receive", async () => {
      await send(ines, six, { name: "pleniere.zip", mimeType: "application/zip", buffer: Buffer.from(zipSync(first)) })
      await ines.getByRole("link", { name: bike, exact: true }).first().waitFor()
      await isFitForAll(ines)
      await shot(ines, "receive")
    })
  })

  it("is shared out as each would like", async () => {
    const { ines, etienne, nawel } = six
    for (const [page, title] of [
      [etienne, `214 · ${bike}`],
      [nawel, `215 · ${schools}`],
    ] as const)
      await step(page, "wish", async () => {
        await page.goto(`${six.sitting}/repartir`)
        await page.getByRole("button", { name: "Enregistrer mes souhaits" }).waitFor()
        await choose(page, `Mon souhait : ${title}`, "je voudrais le lire")
        await page.getByRole("button", { name: "Enregistrer mes souhaits" }).click()
        await page.getByText("Vos souhaits sont notés.").waitFor()
        await isFitForAll(page)
      })
    await step(ines, "share", async () => {
      await ines.getByRole("link", { name: "Répartir", exact: true }).click()
      await ines.getByText("proposé : le souhaite").first().waitFor()
      await shot(ines, "share")
      await ines.getByRole("button", { name: "Confirmer la répartition" }).click()
      await ines.getByText("lu par Étienne Guilloux").first().waitFor()
      await ines.getByText("lu par Nawel Hamdi").first().waitFor()
    })
  })

  it("is read by whoever took it, on a telephone, who proposes a vote", async () => {
    const { etienne } = six
    await step(etienne, "read", async () => {
      await etienne.goto("/")
      await etienne.getByText("Un point à lire pour Plénière de décembre").waitFor()
      await etienne.getByRole("link", { name: "Ouvrir la séance" }).first().click()
      await etienne.getByRole("link", { name: bike, exact: true }).first().click()
      await etienne.getByRole("link", { name: "Votre fiche de lecture" }).waitFor()
      await shot(etienne, "to-read")
      await etienne.getByLabel(/^De quoi il s’agit/).fill("Cent kilomètres de pistes par an, pour 18 M€.")
      await etienne.getByLabel("La fiche est prête pour les autres").check()
      await etienne.getByRole("button", { name: "Enregistrer la fiche" }).click()
      await etienne.getByText("La fiche est enregistrée.").waitFor()
      await choose(etienne, "Vote", "pour")
      await etienne.getByLabel(/^À quelle condition/).fill("si notre amendement est adopté")
      await etienne.getByRole("button", { name: "Enregistrer la position" }).click()
      await etienne.getByText(/Proposé par Étienne Guilloux/).waitFor()
      await isFitForAll(etienne)
      await shot(etienne, "read")
    })
  })

  it("comes again the day after, changed, with a report that was not there", async () => {
    const { ines } = six
    await step(ines, "again", async () => {
      await send(
        ines,
        six,
        ...Object.entries(second).map(([name, bytes]) => ({
          name,
          mimeType: "application/pdf",
          buffer: Buffer.from(bytes),
        })),
      )
      const late = ines.getByRole("listitem").filter({ hasText: "Décision modificative" }).first()
      await late.getByText("arrivé après le premier envoi").waitFor()
      const changed = ines.getByRole("listitem").filter({ hasText: bike }).first()
      await changed.getByText("changé depuis la lecture").waitFor()
      await isFitForAll(ines)
      await shot(ines, "again")
    })
  })

  it("is told to whoever had read it, with the words that changed", async () => {
    const { etienne } = six
    await step(etienne, "changed", async () => {
      await etienne.goto("/")
      await etienne.getByText(`Un document est arrivé depuis votre lecture : 214 · ${bike}`).waitFor()
      await shot(etienne, "today")
      await etienne.getByRole("link", { name: "Voir ce qui a changé" }).click()
      await etienne.getByText("Ce point a changé depuis votre lecture", { exact: true }).waitFor()
      await etienne.locator("del").filter({ hasText: "cent" }).waitFor()
      await etienne.locator("ins").filter({ hasText: "quatre-vingts" }).waitFor()
      await isFitForAll(etienne)
      await shot(etienne, "changed")
      await etienne.getByText("Corriger la fiche").click()
      await etienne
        .getByLabel(/^De quoi il s’agit/)
        .fill("Quatre-vingts kilomètres de pistes par an, et non plus cent, pour les mêmes 18 M€.")
      await etienne.getByRole("button", { name: "Enregistrer la fiche" }).click()
      await etienne.getByText("Ce point a changé depuis votre lecture", { exact: true }).waitFor({ state: "detached" })
      await etienne.getByText("Quatre-vingts kilomètres", { exact: false }).first().waitFor()
      await etienne.goto("/")
      await etienne.getByRole("heading", { level: 1 }).waitFor()
      await etienne.getByText("Un document est arrivé depuis votre lecture").waitFor({ state: "detached" })
    })
  })
}

const send = async (
  page: Page,
  { sitting }: Cast,
  ...files: { name: string; mimeType: string; buffer: Buffer }[]
): Promise<void> => {
  await page.goto(sitting)
  await page.getByLabel("Rapports", { exact: true }).setInputFiles(files)
  for (const { name } of files) await page.getByRole("link", { name, exact: true }).waitFor()
  await page.getByRole("button", { name: "Recevoir ces documents" }).click()
  // An archive is counted with what was in it.
  const count = files.length > 1 ? files.length : Object.keys(first).length + 1
  await page.getByText(`Les ${count} fichiers sont lus.`).waitFor({ timeout: 60_000 })
}
