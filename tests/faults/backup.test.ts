import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"
import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "playwright-core"
import { withClient } from "../../src/kernel/postgres/bootstrap.ts"
import { startEmbedded } from "../../src/kernel/postgres/embedded.ts"
import type { Database } from "../../src/kernel/postgres/launch.ts"
import { type App, startApp } from "../journeys/app.ts"
import { ask, enter, found, give } from "../journeys/people.ts"
import { type SmtpPeer, startSmtpPeer } from "../smtp-peer-client.ts"

const root = join(import.meta.dirname, "../..")
const debian = "/usr/lib/postgresql/15/bin"

// The verbs as they are typed, beside a server that works; then onto a PostgreSQL of the system where there is one.
describe("permanence backup and restore, as typed", () => {
  let folder: string
  let first: App
  let second: App
  let server: Database
  let databaseUrl: string
  let post: SmtpPeer
  let amina: Page
  let bodyId: string
  let meetingId: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "permanence-backup-"))
    first = await startApp()
    // Outlives the first application: what the second one sends is counted with what the first did.
    post = await startSmtpPeer()
    const binaries = { initdb: `${debian}/initdb`, postgres: `${debian}/postgres` }
    server = await startEmbedded({
      dataDir: join(folder, "server"),
      settings: { fsync: "off" },
      ...(existsSync(binaries.initdb) ? { binaries } : {}),
    })
    await withClient({ ...server.owner, user: "postgres" }, async (client) => {
      await client.query("create role secretary login createrole")
      await client.query("create database chapter owner secretary")
      await client.query(`grant permanence_app to secretary${server.version < 16 ? "" : " with set true"}`)
    })
    databaseUrl = `postgresql://secretary@localhost/chapter?host=${server.owner.host}`

    amina = await first.visit()
    bodyId = await found(first, amina, {
      organisation: "Les Rives",
      body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
      person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
    })
    for (const [given_name, email] of [
      ["Dario", "dario@lisle.example"],
      ["Karim", "busy@lisle.example"],
    ])
      await give(amina, "people.add", {
        bodyId,
        given_name,
        family_name: "Lemmens",
        email,
        membership: { ring: "member", since: "2024-01-01" },
      })
    const day = Temporal.Now.plainDateISO("Europe/Brussels").add({ days: 60 }).toString()
    ;({ meetingId } = await give(amina, "meetings.prepare", {
      bodyId,
      day,
      at: "19:30",
      place: "Rue Basse 1",
      title: "Bureau de rentrée",
    }))
    await give(amina, "agenda.add", { meetingId, title: "La salle" })
    await give(amina, "meetings.convene", { meetingId })
    for (
      let tries = 0;
      (await stateOf(amina, "Karim")).attempts === 0 || !(await first.post.messagesTo("dario@lisle.example")).length;
      tries++
    ) {
      assert.ok(tries < 100, "the letters did not leave")
      await pause(200)
    }
  })
  after(async () => {
    await second?.stop()
    await first?.stop()
    await server?.stop()
    await post?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const stateOf = async (page: Page, name: string) => {
    const { rows } = await ask(page, "sendings.list", { bodyId, q: name })
    return await ask(page, "sendings.read", { sendingId: rows[0].id })
  }

  it("save everything in one file while the server works", async () => {
    const { status, text } = await typed(["backup", join(folder, "one.tar.zst")], { DATA_DIR: first.dataDir })
    assert.equal(status, 0, text)
    assert.match(text, /one\.tar\.zst : \d+ lignes et \d+ fichiers/)
    assert.match(text, /Le secret n’est pas dans la sauvegarde/)
  })

  it("refuse to put it back over the work of the server that runs", async () => {
    const { status, text } = await typed(["restore", join(folder, "one.tar.zst")], { DATA_DIR: first.dataDir })
    assert.equal(status, 1)
    assert.match(text, /Cette base n’est pas vide .* Rien n’a été changé\./)
    assert.equal((await ask(amina, "sendings.list", { bodyId })).rows.length, 3)
  })

  it("put it back in a database of DATABASE_URL, and hold the letters that may have left since", async () => {
    const dataDir = join(folder, "second")
    await mkdir(dataDir)
    await copyFile(join(first.dataDir, "secret"), join(dataDir, "secret"))
    const there = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl }
    const { status, text } = await typed(["restore", join(folder, "one.tar.zst")], there)
    assert.equal(status, 0, text)
    assert.match(text, /la chaîne du journal est entière/)
    assert.match(text, /Le secret d’ici est celui de la sauvegarde/)
    assert.match(text, /Courriels qui attendaient de partir : 1\. .* ils sont retenus/)
  })

  it("give a server that sends nothing twice, and shows what it held", async () => {
    second = await startApp({ dataDir: join(folder, "second"), databaseUrl, post, opened: true })
    const page = await second.visit()
    await enter(second, page, "amina@lisle.example")
    // The sign-in link came through the same courier: what was due has been looked at.
    await pause(3000)
    const asked = (await post.attempts()).map(({ address }) => address)
    assert.deepEqual(new Set(asked), new Set(["amina@lisle.example"]))
    const held = await stateOf(page, "Karim")
    assert.deepEqual([held.state, held.server_answer, held.next_at], ["unknown", "restored", null])
    assert.equal((await stateOf(page, "Dario")).state, "accepted")
    await page.goto(`/reunions/${meetingId}/convoquer`)
    await page.getByText("Retenu après la remise d’une sauvegarde").first().waitFor()

    await give(page, "sendings.resend", { sendingId: held.id, address: "karim@lisle.example" })
    for (let tries = 0; (await post.messagesTo("karim@lisle.example")).length === 0; tries++) {
      assert.ok(tries < 100, "the letter that was decided did not leave")
      await pause(200)
    }
  })

  it("save a server of DATABASE_URL while it works", async () => {
    const there = { DATA_DIR: join(folder, "second"), DATABASE_URL: databaseUrl }
    const { status, text } = await typed(["backup", folder], there)
    assert.equal(status, 0, text)
    assert.match(text, /permanence-\d{4}-\d\d-\d\dT\d{6}Z\.tar\.zst : \d+ lignes/)
  })
})

const typed = async (args: string[], variables: Record<string, string>) => {
  const child = spawn(process.execPath, [join(root, "start.mjs"), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LANG: "fr_FR.UTF-8", DATABASE_URL: "", SMTP_URL: "", ...variables },
  })
  let text = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (text += bytes.toString()))
  const [status] = await once(child, "exit")
  return { status: status as number, text: text.replaceAll(/[\u00a0\u202f]/g, " ") }
}
