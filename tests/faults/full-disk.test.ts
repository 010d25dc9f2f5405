import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtemp, open, readFile, rm, statfs } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"
import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "playwright-core"
import { withClient } from "../../src/kernel/postgres/bootstrap.ts"
import { type App, startApp, step } from "../journeys/app.ts"
import { found } from "../journeys/people.ts"

// A real disk of its own, small and kept in memory: 220 MB hold the database with its first segments of journal.
const folder = await mounted()
const filler = join(folder ?? "", "filler")

describe("a disk that fills up while people work", { skip: !folder && "a disk of its own cannot be mounted" }, () => {
  let app: App
  let page: Page
  let bodyId: string
  const kept: string[] = []
  before(async () => {
    app = await startApp({ dataDir: join(folder!, "data") })
    page = await app.visit({ width: 360, height: 740 })
    bodyId = await found(app, page, {
      organisation: "Les Rives",
      body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
      person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
    })
  })
  after(async () => {
    await app?.stop().finally(() => spawnSync("umount", ["--lazy", folder!]))
    await rm(folder!, { recursive: true, force: true })
  })

  const enter = (name: string) =>
    page.request.post("/api/people.add", {
      data: { bodyId, given_name: "Karim", family_name: name, note: noise(), membership },
      headers: { "x-command-id": crypto.randomUUID(), "accept-language": "fr" },
      timeout: 30_000,
    })

  it("takes what fits, then says in a sentence that no more does", async () => {
    await page.goto("/personnes/nouvelle")
    await page.getByLabel("Prénom").fill("Noor")
    await page.getByLabel("Nom de famille").fill("Van Acker")
    await page.getByRole("textbox", { name: /^Note/ }).fill(noise())
    await fill(filler, 1_000_000)
    const { status, message } = await untilRefused(enter, kept)
    assert.equal(status, 503)
    assert.match(message, said)
    assert.ok(kept.length > 10, `only ${kept.length} fitted`)
  })

  it("leaves on the page what was typed, with that sentence", async () => {
    await step(page, "full disk", async () => {
      await page.getByRole("button", { name: "Ajouter une personne" }).click()
      await page.getByText(said).first().waitFor()
      assert.equal(await page.getByLabel("Nom de famille").inputValue(), "Van Acker")
    })
  })

  it("goes on answering in sentences when the journal of the database has no room either, and the database falls", async () => {
    await anotherSegment(app.dataDir)
    const { status, message } = await untilRefused(enter, kept)
    assert.equal(status, 503)
    assert.match(message, said)
  })

  it("comes back without a restart once there is room, with all that was acknowledged", async () => {
    await rm(filler)
    const until = Date.now() + 60_000
    while (!(await enter("Après").catch(() => undefined))?.ok()) {
      assert.ok(Date.now() < until, "the database did not come back within a minute")
      await pause(500)
    }
    await step(page, "room again", async () => {
      await page.getByRole("button", { name: "Ajouter une personne" }).click()
      await page.getByRole("heading", { level: 1, name: /Van Acker/ }).waitFor()
    })
    for (const name of [kept.at(0)!, kept.at(-1)!, "Van Acker", "Après"]) {
      const answer = await page.request.get(`/api/people.list?${new URLSearchParams({ bodyId, q: name })}`)
      assert.match(await answer.text(), new RegExp(`"${name}"`))
    }
    assert.doesNotThrow(() => process.kill(app.pid, 0), "the application is the same process")
  })
})

// Which of the two depends on what finds no room first: a table, or the journal, without which the database stops.
const said = /Le disque du serveur est plein\. Rien n’a été enregistré|La base de données ne répond pas\. Réessayez/

const membership = { ring: "member", since: "2024-01-01" }

// 2 kB that do not compress, so that the database soon wants more room.
const noise = () => Array.from({ length: 50 }, () => crypto.randomUUID()).join(" ")

type Enter = (name: string) => ReturnType<Page["request"]["post"]>

/** Enters people until three in a row are refused, so that none is left by luck a little room; answers how. */
async function untilRefused(enter: Enter, kept: string[]): Promise<{ status: number; message: string }> {
  for (let tries = 0, refused = 0; tries < 5000; tries++) {
    const name = `Nombre ${kept.length}`
    const answer = await enter(name)
    if (!answer.ok()) {
      if (++refused < 3) continue
      const { error } = (await answer.json()) as { error: { message: string } }
      return { status: answer.status(), message: error.message }
    }
    refused = 0
    kept.push(name)
  }
  return assert.fail("the disk never filled up")
}

/** Writes until only so many bytes are left. */
async function fill(file: string, left: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder!)
  const handle = await open(file, "w")
  const block = Buffer.alloc(64 * 1024, 1)
  for (let size = 0; size < bavail * bsize - left; size += block.length) await handle.write(block)
  await handle.close()
}

/** What happens by itself every 16 MB of changes: the database wants a new file for its journal, and has no room for it. */
async function anotherSegment(dataDir: string): Promise<void> {
  const running = await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8").catch(() => undefined)
  if (running === undefined) return
  const [, , , , host = ""] = running.split("\n")
  const superuser = { host, port: 5432, ssl: false, user: "postgres", database: "permanence" }
  for (let segments = 0; segments < 12; segments++) {
    const done = await withClient(superuser, (client) =>
      client.query("select pg_logical_emit_message(true, 'fill', repeat('a', 1000)), pg_switch_wal()"),
    ).catch(() => undefined)
    if (!done) return
  }
  assert.fail("the journal always found room")
}

async function mounted(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return undefined
  const place = await mkdtemp(join(tmpdir(), "permanence-disk-"))
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=220m,mode=755", "tmpfs", place])
  if (status === 0) return place
  await rm(place, { recursive: true, force: true })
  return undefined
}
