import { chromium } from "playwright-core"
import { existsSync, readFileSync, mkdirSync } from "node:fs"
const [out, sizes, schemes, ...paths] = process.argv.slice(2)
const base = process.env.BASE ?? "http://127.0.0.1:3971"
const who = process.env.WHO ?? "ines.vandermeer@lesrives.example"
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-background-networking","--disable-component-update","--disable-sync"] })
const stateFile = `/tmp/house/state-${who.split("@")[0]}-${new URL(base).port}.json`
const opts = { baseURL: base, locale: "fr-FR", timezoneId: "Europe/Brussels" }
if (!existsSync(stateFile)) {
  const c = await browser.newContext(opts); const p = await c.newPage()
  await p.goto("/entrer"); await p.getByLabel("Adresse de courriel").fill(who); await p.getByRole("button", { name: "Recevoir un lien" }).click()
  await p.waitForTimeout(1500)
  const log = readFileSync(process.env.LOG ?? "/tmp/house/server.log", "utf8"); const link = [...log.matchAll(/http\S+cle=\S+/g)].at(-1)[0]
  await p.goto(link); await p.waitForTimeout(1500)
  const b = p.getByRole("button").first(); if (await p.getByRole("button", { name: /entrer|continuer/i }).count()) await p.getByRole("button", { name: /entrer|continuer/i }).first().click()
  await p.waitForTimeout(2500); console.log("at", p.url())
  await c.storageState({ path: stateFile }); await c.close()
}
mkdirSync(out, { recursive: true })
const noState = process.env.NOSTATE
for (const size of sizes.split(",")) for (const scheme of schemes.split(",")) {
  const [w, h] = size.split("x").map(Number)
  const c = await browser.newContext({ ...opts, viewport: { width: w, height: h }, colorScheme: scheme, reducedMotion: "reduce", ...(noState ? {} : { storageState: stateFile }) })
  const p = await c.newPage()
  p.on("pageerror", (e) => console.log("ERR", e.message)); 
  for (const path of paths) {
    const [url, name] = path.split("@")
    await p.goto(url); await p.waitForLoadState("networkidle").catch(() => {}); await p.waitForTimeout(350)
    if (process.env.OPEN) await p.evaluate(() => document.querySelectorAll("main details").forEach((d) => (d.open = true)))
    const over = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (over > 0) console.log("OVERFLOW", w, url, over)
    await p.screenshot({ path: `${out}/${name ?? url.replace(/[^a-z0-9]+/gi, "_")}-${w}-${scheme}.png`, fullPage: true })
    if (process.env.ARIA) { const { writeFileSync } = await import("node:fs"); writeFileSync(`${out}/${name ?? url.replace(/[^a-z0-9]+/gi, "_")}.aria`, await p.locator("body").ariaSnapshot()) }
  }
  await c.close()
}
await browser.close()
