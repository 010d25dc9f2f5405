import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { extname, join } from "node:path"
import { after, before, describe, it } from "node:test"
import { type Browser, type Page, chromium } from "playwright-core"

// Every component of the shell, on its own page, in a real browser. The files come from a build made here, the answers
// are samples: nothing of the product stands behind this page.
const root = new URL("../..", import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), "permanence-gallery-"))
const site = "http://gallery.localhost"
let browser: Browser

before(async () => {
  execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "src/shell", "--logLevel", "error"], {
    cwd: root,
    env: { ...process.env, GALLERY: "1", DIST: folder },
  })
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
  browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args })
})
after(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe("the gallery", () => {
  for (const width of [1280, 360])
    for (const colorScheme of ["light", "dark"] as const)
      it(`is accessible and fits at ${width} pixels, ${colorScheme}`, async () => {
        const { page } = await open({ width, colorScheme })
        assert.deepEqual(await faults(page), [])
        assert.equal(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0)
        await page.context().close()
      })

  it("stays accessible with its search and its list of people open", async () => {
    const { page } = await open({})
    await page.keyboard.press("Control+k")
    await page.keyboard.type("printemps")
    await page.getByRole("option", { name: /Assemblée statutaire/ }).waitFor()
    assert.deepEqual(await faults(page), [])
    await page.keyboard.press("Escape")
    await page.getByRole("combobox", { name: /Présente le point/ }).fill("kar")
    await page.getByRole("option", { name: /Karim/ }).waitFor()
    assert.deepEqual(await faults(page), [])
    await page.context().close()
  })

  it("keeps what was typed when the page is closed", async () => {
    const { page } = await open({})
    const title = page.getByRole("textbox", { name: "Titre", exact: true })
    await title.fill("Une réunion à ne pas perdre")
    await page.reload()
    await page.getByText("Nous avons repris ce que vous aviez commencé.").waitFor()
    assert.equal(await title.inputValue(), "Une réunion à ne pas perdre")
    await page.context().close()
  })

  it("names the fields to fill in, and sends nothing before", async () => {
    const { page, asked } = await open({})
    await page.getByRole("button", { name: "Enregistrer" }).click()
    await page.getByRole("link", { name: /^Titre/ }).click()
    assert.equal(await page.evaluate("document.activeElement.labels[0].textContent"), "Titre")
    assert.ok(!asked.some((address) => address.includes("gallery.invalid")))
    await page.context().close()
  })

  it("changes an order by the keyboard, and says where the item is", async () => {
    const { page } = await open({})
    await page.getByRole("button", { name: "Descendre : Suites des décisions de mars" }).focus()
    await page.keyboard.press("Alt+ArrowUp")
    assert.match(await page.locator(".reorder li").first().innerText(), /Suites des décisions/)
    assert.equal(await page.getByText("Suites des décisions de mars : place 1 sur 4").count(), 1)
    await page.context().close()
  })

  it("repeats a command under the same id after a lost answer", async () => {
    const { page, commandIds, lose } = await open({})
    lose(2)
    await page.getByRole("button", { name: "Noter" }).click()
    await page.getByText("C’est noté.").waitFor()
    assert.equal(commandIds.length, 3)
    assert.equal(new Set(commandIds).size, 1)
    await page.context().close()
  })
})

describe("the first load", () => {
  it("sends at most 200 kB of compressed script", async () => {
    const { page, scripts } = await open({ path: "/une-page" })
    // As the server sends it to a browser that takes brotli, which all do over HTTPS and on this machine.
    const bytes = scripts.reduce((sum, file) => sum + statSync(join(folder, `${file}.br`)).size, 0)
    assert.ok(bytes < 200_000, `${bytes} bytes in ${scripts.length} files`)
    await page.context().close()
  })
})

type Wish = { width?: number; colorScheme?: "light" | "dark"; path?: string }

const open = async ({ width = 1280, colorScheme = "light", path = "/galerie" }: Wish) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: "fr-FR" })
  const page = await context.newPage()
  const asked: string[] = []
  const scripts: string[] = []
  const commandIds: string[] = []
  let losses = 0
  await page.route(`${site}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname.startsWith("/api/")) {
      asked.push(pathname)
      if (pathname === "/api/gallery.act") {
        commandIds.push((await route.request().headerValue("x-command-id")) ?? "none")
        if (losses-- > 0) return route.abort("connectionreset")
      }
      const answer = answers[pathname.slice(5)]
      return answer ? route.fulfill({ json: { data: answer } }) : route.fulfill({ status: 404, json: {} })
    }
    const file = extname(pathname) ? pathname : "/index.html"
    if (file.endsWith(".js")) scripts.push(file)
    return route.fulfill({ path: join(folder, file) })
  })
  await page.goto(site + path)
  await page.waitForSelector(path === "/galerie" ? ".editing" : "h1")
  return { page, asked, scripts, commandIds, lose: (times: number) => (losses = times) }
}

const answers: Record<string, unknown> = {
  "session.read": { state: "signed_in", person: { id: "1", name: "Inès Vandermeer" }, bodies: [], language: "fr" },
  "gallery.people": {
    rows: ["Karim Aït-Saïd", "Georgette Lemmens"].map((name, id) => ({
      id: String(id),
      name,
      role: "membre",
      dues: "20 €",
    })),
    next: "2",
    total: 1240,
  },
  "gallery.nobody": { rows: [] },
  "gallery.act": { ids: [] },
  "search.find": { rows: [{ id: "1", title: "Assemblée statutaire du printemps", to: "/galerie" }] },
}

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8")
const faults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))",
  )
}
