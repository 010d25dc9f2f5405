import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"
import { Secret, TOTP } from "otpauth"
import { offerClaim } from "../../src/modules/accounts/contract.ts"
import { buildBrowserPart } from "../../src/build.ts"
import { type Served, served } from "../served.ts"

// Real browsers, each with its own cookies, and a real mail server between them and the product.
let s: Served
let browser: Browser

before(async () => {
  await buildBrowserPart(() => {})
  s = await served()
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
  browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args })
})
after(async () => {
  await browser?.close()
  await s?.end()
})

const AMINA = "amina@lisle.example"
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })

const newBrowser = async (): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 360, height: 740 } })
  return { context, page: await context.newPage() }
}

const askFor = async (page: Page, email = AMINA) => {
  await page.goto(`${s.url}/compte`)
  await page.getByLabel("Adresse de courriel").fill(email)
  await button(page, "Recevoir un lien").click()
  return (await page.locator(".code").innerText()).replaceAll(/\D/g, "")
}
const mailed = async () => `${s.url}/entrer/lien?cle=${await s.linkTo(AMINA)}`

describe("signing in, in real browsers", () => {
  it("begins with the first visit, by the code the terminal printed", async () => {
    const { context, page } = await newBrowser()
    await page.goto(s.url)
    await page.getByLabel("Code d’ouverture").fill(String(await offerClaim(s.application.db)).replaceAll("-", " "))
    await button(page, "Continuer").click()
    await button(page, "Créer notre organisation").click()
    await page.getByLabel("Nom de l’organisation").fill("Les Rives")
    await page.getByText("Locale d’un parti, Wallonie").click()
    await page.getByLabel("Nom de l’instance").fill("Locale de Lisle")
    await page.getByLabel("Prénom").fill("Amina")
    await page.getByLabel("Nom", { exact: true }).fill("Belkacem")
    await page.getByText("Au féminin").click()
    await page.getByLabel("Adresse de courriel").fill(AMINA)
    await page.getByLabel("Votre fonction").selectOption({ label: "Secrétaire administrative" })
    await button(page, "Créer l’organisation").click()
    await page.waitForURL((url) => !url.pathname.startsWith("/bienvenue"))
    await page.goto(`${s.url}/bienvenue`)
    await page.waitForURL((url) => !url.pathname.startsWith("/bienvenue"))
    await context.close()
  })

  it("opens the link with one button in the browser that asked, and goes where one was going", async () => {
    const { context, page } = await newBrowser()
    await askFor(page)
    await page.goto(await mailed())
    await button(page, "Entrer").click()
    await page.getByRole("heading", { name: "Mon compte" }).waitFor()
    assert.equal(new URL(page.url()).pathname, "/compte")
    await context.close()
  })

  it("asks a second browser for the code that the first one shows, and signs in that one only", async () => {
    const [asking, phone] = [await newBrowser(), await newBrowser()]
    const code = await askFor(asking.page)
    const link = await mailed()
    await phone.page.goto(link)
    await phone.page.getByLabel("Code à six chiffres").fill(code === "000000" ? "111111" : "000000")
    await button(phone.page, "Entrer").click()
    await phone.page.getByText("Ce code n’est pas celui de la page").waitFor()
    await phone.page.getByLabel("Code à six chiffres").fill(code)
    await button(phone.page, "Entrer").click()
    await phone.page.waitForURL((url) => !url.pathname.startsWith("/entrer"))
    await asking.page.goto(`${s.url}/compte`)
    await asking.page.waitForURL(/\/entrer/)
    await asking.page.goto(link)
    await asking.page.getByText("Ce lien a servi").waitFor()
    await asking.context.close()
    await phone.context.close()
  })

  it("shows the same page for an address nobody knows", async () => {
    const { context, page } = await newBrowser()
    await askFor(page, "nobody@lisle.example")
    const unknown = (await page.locator("main").innerText()).replaceAll(/\d{3}\s\d{3}/g, "")
    await askFor(page)
    const known = (await page.locator("main").innerText()).replaceAll(/\d{3}\s\d{3}/g, "")
    assert.equal(known.replace(AMINA, ""), unknown.replace("nobody@lisle.example", ""))
    await context.close()
  })

  it("is protected by a phone and opens by a passkey", async () => {
    const { context, page } = await newBrowser()
    await askFor(page)
    await page.goto(await mailed())
    await button(page, "Entrer").click()
    await button(page, "Mettre en place").click()
    const secret = Secret.fromBase32((await page.locator("code").first().innerText()).replaceAll(/\s/g, ""))
    await page.getByLabel("Code à six chiffres").fill(new TOTP({ secret }).generate())
    await button(page, "Vérifier et terminer").click()
    await page.getByText("Vos codes de secours").waitFor()

    await holdPasskeys(context, page)
    await button(page, "Ajouter cet appareil").click()
    await page.getByText("La clé d’accès est ajoutée.").waitFor()
    await button(page, "Se déconnecter").click()
    await page.waitForURL(/\/entrer/)
    // The passkey is offered where the address is filled in; this device accepts at once.
    await page.waitForURL((url) => !url.pathname.startsWith("/entrer"))
    await page.goto(`${s.url}/compte`)
    await page.getByText("Clé du").first().waitFor()
    assert.equal(await page.getByText("n’a pas donné de second facteur").count(), 0)
    await context.close()
  })
})

const holdPasskeys = async (context: BrowserContext, page: Page) => {
  const device = await context.newCDPSession(page)
  await device.send("WebAuthn.enable")
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
