import assert from "node:assert/strict"
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync, readdirSync } from "node:fs"
import { mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"
import { begunFolder } from "./begun-folder.ts"
import { type SmtpPeer, startSmtpPeer } from "../smtp-peer-client.ts"

const root = join(import.meta.dirname, "../..")

/** The product as people start it: a folder of its own, the real door, the real database, a mail server of its own. */
export type App = {
  url: string
  /** The code of the first visit. */
  code: string
  post: SmtpPeer
  pid: number
  dataDir: string
  /** A browser of somebody, with nothing in it yet. Closed with the application. */
  visit: (options?: Visit) => Promise<Page>
  stop: () => Promise<void>
  /** What stands around an application that was killed is closed; its folder stays, to be started again. */
  leave: () => Promise<void>
}
export type Visit = { width?: number; height?: number; colorScheme?: "light" | "dark" }

type Start = {
  /** On a disk of its own, for instance one that is soon full; a folder of its own unless told. */
  dataDir?: string
  databaseUrl?: string
  /** A mail server that runs already; it stops with the application all the same. */
  post?: SmtpPeer
  /** It belongs to somebody: no code is printed. */
  opened?: boolean
}

export const startApp = async ({ dataDir: given, databaseUrl, post: running, opened }: Start = {}): Promise<App> => {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), "permanence-journey-")))
  const post = running ?? (await startSmtpPeer())
  if (!given && !databaseUrl && !elsewhere)
    await begunFolder(dataDir, async (begun) => {
      const { child, ended } = await start({ dataDir: begun, post })
      child.kill("SIGTERM")
      await ended
    })
  const { child, ended, told, url, code } = await start({ dataDir, databaseUrl, opened, post })
  // The promise, not the browser: two visits at once would each open one, and the one that is forgotten is never closed.
  let browser: Promise<Browser> | undefined
  const contexts: BrowserContext[] = []
  return {
    url,
    code,
    post,
    pid: child.pid!,
    dataDir,
    async visit({ width = 1280, height = 900, colorScheme = "light" } = {}) {
      browser ??= openBrowser()
      const context = await (
        await browser
      ).newContext({
        baseURL: url,
        viewport: { width, height },
        colorScheme,
        locale: "fr-FR",
        timezoneId: "Europe/Brussels",
      })
      context.setDefaultTimeout(20_000)
      contexts.push(context)
      return context.newPage()
    },
    async leave() {
      await Promise.all(contexts.map((context) => context.close()))
      await (await browser)?.close()
      await ended
      await post.stop()
    },
    async stop() {
      await Promise.all(contexts.map((context) => context.close()))
      await (await browser)?.close()
      const gone = child.exitCode ?? child.signalCode
      child.kill("SIGTERM")
      await ended
      await post.stop()
      await rm(dataDir, { recursive: true, force: true })
      if (gone !== null) throw new Error(`The application ended by itself with ${gone}: ${told.join("").slice(-2000)}`)
    },
  }
}

// JOURNEY_DATABASE_URL: an empty database of another PostgreSQL, to walk one story there.
const elsewhere = process.env["JOURNEY_DATABASE_URL"] ?? ""

const start = async ({ dataDir, databaseUrl = elsewhere, opened: isOpened, post }: Start & { post: SmtpPeer }) => {
  const child = spawn(process.execPath, [join(root, "start.mjs")], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      DATA_DIR: dataDir ?? "",
      PORT: "0",
      HOST: "127.0.0.1",
      SMTP_URL: post.url,
      MAIL_FROM: "Secrétariat <secretariat@lisle.example>",
      DATABASE_URL: databaseUrl,
      ORIGIN: "",
    },
  })
  const told: string[] = []
  child.stderr!.on("data", (bytes: Buffer) => told.push(bytes.toString()))
  const found = { url: "", code: "" }
  // Listened to from the start: a process that ended by itself says so once, and nobody would be told again.
  const ended = once(child as ChildProcess, "exit")
  const gone = ended.then(([status]) =>
    Promise.reject(new Error(`The application ended with ${status}: ${told.join("").slice(-2000)}`)),
  )
  gone.catch(() => {})
  const opened = (async () => {
    for await (const line of createInterface({ input: child.stdout! })) {
      found.url ||= /(http:\/\/\S+)/.exec(line)?.[1] ?? ""
      found.code ||= /(\d{3}-\d{3}-\d{3})/.exec(line)?.[1] ?? ""
      if (found.code || (isOpened && found.url)) return
    }
  })()
  await Promise.race([opened, gone])
  child.stdout!.resume()
  return { child, ended, told, ...found }
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })

/** What the key of a word begins with. */
const homes = [...readdirSync(join(root, "src/modules")), "shell", "law", "event", "capability", "function", "refused"]

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8")

/** Nothing on this page keeps anybody out, and nothing hangs over its edge. */
export const isFitForAll = async (page: Page): Promise<void> => {
  await settled(page)
  await page.evaluate(axe)
  const faults = await page.evaluate<string[]>(
    `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(({ violations }) => violations
      .filter(({ impact }) => ["serious", "critical"].includes(impact))
      .map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")))`,
  )
  assert.deepEqual(faults, [], page.url())
  const unworded = await page.evaluate<string[]>(
    `document.body.innerText.match(/(?<![\\w.@/-])(?:${homes.join("|")})(?:\\.[a-z_]+)+(?![\\w.@-])/g) ?? []`,
  )
  assert.deepEqual(unworded, [], `${page.url()} shows keys instead of words`)
  const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
  assert.equal(over, 0, `${page.url()} hangs over its edge by ${String(over)} pixels`)
}

/** What was asked has come, and the page has its title. */
export const settled = async (page: Page): Promise<void> => {
  await page.getByRole("heading", { level: 1 }).first().waitFor()
  // Not a function given as words: the page's own policy of content refuses to run it again.
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" })
}

const lost = new WeakSet<Page>()

/** Runs a step of a story; when it fails, the page is kept as a picture, and the error says where. */
export const step = async <T>(page: Page, name: string, work: () => Promise<T>): Promise<T> => {
  if (lost.has(page)) throw new Error(`${name}: the story was lost before`)
  try {
    return await work()
  } catch (error) {
    lost.add(page)
    const folder = join(tmpdir(), "permanence-journeys")
    await mkdir(folder, { recursive: true })
    const file = join(folder, `${name.replace(/[^\p{L}\d]+/gu, "-")}.png`)
    await page.screenshot({ path: file, fullPage: true }).catch(() => {})
    throw new Error(`${name} (${page.url()}, see ${file}): ${(error as Error).message}`, { cause: error })
  }
}
