import assert from "node:assert/strict"
import { exec } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Page } from "playwright-core"
import { asText, fromGroups } from "../../src/kernel/sealed-ballots/bytes.ts"
import { isFitForAll, step } from "./app.ts"

// What is done again and again in the assembly of statutory-assembly.test.ts. `operation`: the address of its page.

/** For whoever looks at the pages themselves: SHOTS=folder. */
export const shot = async (where: Page, name: string) => {
  const folder = process.env["SHOTS"]
  if (folder) await where.screenshot({ path: `${folder}/assembly-${name}.png`, fullPage: true })
}

export const button = (where: Page, name: string | RegExp) => where.getByRole("button", { name, exact: true })
/** The act, then the one of the dialog that says what will happen. */
export const sure = async (where: Page, name: string) => {
  await button(where, name).first().click()
  await where.getByRole("dialog").getByRole("button", { name, exact: true }).click()
}
export const pick = async (where: Page, label: string | RegExp, ...names: string[]) => {
  for (const name of names) {
    await where.getByLabel(label).fill(name)
    await where
      .getByRole("option", { name: new RegExp(name) })
      .first()
      .click()
  }
}
/** What a command line prints, in the folder of the project. */
export const run = async (command: string): Promise<string> => {
  const { stdout } = await promisify(exec)(command.replace("npm run", "npm run --silent"), {
    cwd: join(import.meta.dirname, "../.."),
  })
  return stdout
}

/** By its title on the page of the operation, or by its address. */
export const goTo = async (where: Page, operation: string, vote: string) => {
  if (vote.startsWith("/")) return where.goto(vote)
  await where.goto(new URL(operation).pathname)
  return where.getByRole("link", { name: vote, exact: true }).click()
}

export const stopAll = async (page: Page, operation: string, votes: string[]) => {
  for (const vote of votes)
    await step(page, `stop ${vote}`, async () => {
      await goTo(page, operation, vote)
      await sure(page, "Arrêter le vote")
      await page.getByText("À dépouiller", { exact: true }).first().waitFor()
    })
}

const begin = (teller: Page, operation: string) =>
  step(teller, "begin", async () => {
    await teller.goto(`${new URL(operation).pathname}/urnes`)
    await button(teller, "Commencer le dépouillement").click()
    await teller.getByText("Votre code d’ouverture", { exact: false }).waitFor()
  })

const PASS = "Le code est le même\u00a0: passer ma part"

const open = (teller: Page, act: string) =>
  step(teller, "open", async () => {
    await button(teller, act).click()
    await teller.getByText("Vous avez ouvert les urnes", { exact: false }).waitFor()
    await isFitForAll(teller)
  })

/** Each of two tellers begins, passes a share to the other once the code is the same, and opens. */
export const openUrns = async (tellers: readonly Page[], operation: string, many: number) => {
  for (const teller of tellers) await begin(teller, operation)
  for (const teller of tellers)
    await step(teller, "pass", async () => {
      await teller.reload()
      await button(teller, PASS).click()
      await teller.getByText(/^Votre part est passée/).waitFor()
    })
  for (const teller of tellers) await open(teller, many > 1 ? `Ouvrir les ${many} urnes` : "Ouvrir l’urne")
}

/** Two tellers open one urn; a third, whose device has lost the key, types the paper copy of a share for each of them. */
export const openWithPaper = async (tellers: readonly Page[], third: Page, paper: string, operation: string) => {
  for (const teller of tellers) await begin(teller, operation)
  await step(third, "type the share", async () => {
    await third.goto(`${new URL(operation).pathname}/urnes`)
    await third.getByText("Cet appareil n’a pas votre clé", { exact: false }).first().waitFor()
    await isFitForAll(third)
    await shot(third, "paper-share-360")
    for (const [at] of tellers.entries()) {
      await third
        .getByLabel(/^Part de l’urne/)
        .first()
        .fill(paper)
      await button(third, PASS).first().click()
      await third
        .getByText(/^Votre part est passée/)
        .nth(at)
        .waitFor()
    }
  })
  for (const teller of tellers) await open(teller, "Ouvrir l’urne")
}

/** One teller rehearses the opening of two urns; another does as if their telephone were lost, and types what they have on paper. */
export const rehearse = async (opener: Page, other: Page, papers: string[], operation: string) => {
  const sent: string[] = []
  for (const where of [opener, other]) where.on("request", (one) => sent.push(one.url() + (one.postData() ?? "")))
  await step(opener, "begin the rehearsal", async () => {
    await opener.goto(`${new URL(operation).pathname}/urnes`)
    await opener.getByText("L’ouverture n’a pas été répétée.", { exact: false }).first().waitFor()
    await button(opener, "Commencer la répétition").click()
    await opener.getByText("Votre code de répétition", { exact: false }).waitFor()
    await isFitForAll(opener)
    await shot(opener, "rehearsal-begun-360")
  })
  await step(other, "type the papers", async () => {
    await other.goto(`${new URL(operation).pathname}/urnes`)
    await other.getByText("Faire comme si cet appareil était perdu", { exact: true }).click()
    const fields = other.getByRole("textbox", { name: /^Copie sur papier de votre part/ })
    for (const [at, paper] of papers.entries()) await fields.nth(at).fill(at === 0 ? paper.replace(/..$/, "77") : paper)
    await button(other, "Passer ma part d’essai depuis le papier").click()
    await other.getByText("Une lettre ou un chiffre de cette copie n’est pas le bon", { exact: false }).waitFor()
    await isFitForAll(other)
    await shot(other, "rehearsal-paper-360")
    await fields.first().fill(papers[0]!.toLowerCase().replaceAll("-", " "))
    await button(other, "Passer ma part d’essai depuis le papier").click()
    await other.getByText(/^Votre part d’essai est passée/).waitFor()
  })
  await step(opener, "open the trial", async () => {
    await button(opener, `Ouvrir les ${papers.length} urnes d’essai`).click()
    await opener
      .getByText(/copie papier tapée par Omar Delvaux/)
      .first()
      .waitFor()
    await isFitForAll(opener)
    await shot(opener, "rehearsed-360")
  })
  // What was typed from the paper has left neither telephone, as it is written or as the bytes it means.
  const all = sent.join("\n")
  assert.ok(all.includes("votes.passTrialShares") && all.includes("votes.endRehearsal"))
  for (const paper of papers) {
    const share = asText(fromGroups(paper)!.slice(0, 33))
    assert.ok(!all.includes(share) && !all.replaceAll(/[\s-]/g, "").toUpperCase().includes(paper.replaceAll("-", "")))
  }
}

export const typePapers = async (teller: Page, operation: string, vote: string, papers: string[][]) => {
  await goTo(teller, operation, vote)
  await teller.getByLabel(/^Bulletins de papier trouvés/).fill(String(papers.length))
  for (const paper of papers) {
    for (const name of paper) await teller.getByLabel(name, { exact: true }).check()
    await button(teller, "Ajouter ce bulletin").click()
  }
  await button(teller, "Noter ces chiffres").click()
  await teller
    .getByText(/^Notés par/)
    .first()
    .waitFor()
}
