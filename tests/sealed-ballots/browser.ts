import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { build } from "vite"

/** The package as the build makes it for browsers: one script, or with what old browsers fetch beside it. */
export const scriptForPages = async (): Promise<string> => {
  const made = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2023",
      lib: { entry: join(import.meta.dirname, "page.ts"), formats: ["iife"], name: "page" },
    },
  })
  const [output] = Array.isArray(made) ? made : []
  const [chunk] = output?.output ?? []
  if (chunk?.type !== "chunk") throw new Error("The build made no script.")
  return chunk.code
}

/** A page that came encrypted, with the package in it; `without` says that its browser knows no X25519, as those of before 2025. */
export const sealingPage = async (browser: Browser, script: string, { without = false, address = secure } = {}) => {
  const page: Page = await browser.newPage()
  await page.route(`${address}**`, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }))
  if (without) await page.addInitScript(forgetX25519)
  await page.goto(address)
  await page.addScriptTag({ content: script })
  return page
}
const secure = "https://urne.example/"

const forgetX25519 = `for (const name of ["generateKey", "importKey", "deriveBits"]) {
  const own = SubtleCrypto.prototype[name]
  SubtleCrypto.prototype[name] = function (...given) {
    return given.some((one) => (one?.name ?? one) === "X25519")
      ? Promise.reject(new DOMException("Unrecognized name.", "NotSupportedError"))
      : own.apply(this, given)
  }
}`
