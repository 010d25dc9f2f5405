import assert from "node:assert/strict"
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"

const root = join(import.meta.dirname, "../..")
const nobody = 65534
const asRoot = process.getuid?.() === 0

// The real door, with what people get wrong: each time one sentence, no stack, and the code that says it went wrong.
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "permanence-start-"))
  await chmod(folder, 0o755)
})
after(() => rm(folder, { recursive: true, force: true }))

const said = async (
  variables: Record<string, string>,
  args: string[] = [],
  as: { uid?: number; gid?: number } = {},
) => {
  const child = spawn(process.execPath, [join(root, "start.mjs"), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    ...as,
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      LANG: "fr_FR.UTF-8",
      // Somebody else than who made the cache may not write in it.
      NODE_COMPILE_CACHE: join(folder, "cache"),
      DATA_DIR: join(folder, "data"),
      PORT: "0",
      HOST: "127.0.0.1",
      ...variables,
    },
  })
  let text = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (text += bytes.toString()))
  const [status] = await once(child, "exit")
  assert.equal(status, 1, text)
  assert.doesNotMatch(text, /\n\s+at |Error:/, "a stack is for us, not for who starts it")
  return text.replaceAll(/[\u00a0\u202f]/g, " ")
}

describe("npm start", () => {
  it("says that the port is taken, and how to give another", async () => {
    const other = createServer().listen(0, "127.0.0.1")
    await once(other, "listening")
    const { port } = other.address() as { port: number }
    try {
      const text = await said({ PORT: String(port) })
      assert.match(text, new RegExp(`Le port ${port} est déjà pris.*PORT=${port + 1} npm start`))
    } finally {
      other.close()
    }
  })

  it("says that an ordinary user may not open port 80", { skip: noOther() || noPort() }, async () => {
    const mine = join(folder, "mine")
    await mkdir(mine)
    await chown(mine, nobody, nobody)
    assert.match(
      await said({ PORT: "80", DATA_DIR: mine }, [], { uid: nobody, gid: nobody }),
      /ne laisse pas un utilisateur ordinaire ouvrir le port 80.*à partir de 1024/,
    )
  })

  it("says that the address of HOST is not of this machine", async () => {
    assert.match(
      await said({ HOST: "192.0.2.1" }),
      /L’adresse de HOST \(« 192\.0\.2\.1 »\) n’est pas une adresse de cette/,
    )
  })

  it("says that the data folder may not be written in", { skip: noOther() }, async () => {
    const theirs = join(folder, "theirs")
    await mkdir(theirs, { mode: 0o755 })
    assert.match(
      await said({ DATA_DIR: join(theirs, "data") }, [], { uid: nobody, gid: nobody }),
      /n’a pas le droit d’écrire dans .*theirs\/data/,
    )
  })

  it("says that the data folder is a file", async () => {
    const file = join(folder, "file")
    await writeFile(file, "")
    assert.match(await said({ DATA_DIR: join(file, "data") }), /file.* devrait être un dossier, et n’en est pas un/)
  })

  it("says which address of a database is malformed, and which does not answer", async () => {
    assert.match(await said({ DATABASE_URL: "localhost:5432" }), /DATABASE_URL ne convient pas : il faut une adresse/)
    assert.match(
      await said({ DATABASE_URL: "postgres://a:hidden@127.0.0.1:1/b" }),
      /^\s+Le serveur de DATABASE_URL ne répond pas comme il faut : ((?!hidden).)*ECONNREFUSED/,
    )
  })

  it("says which address of a mail server is malformed", async () => {
    assert.match(await said({ SMTP_URL: "mail.example:465" }), /SMTP_URL ne convient pas : il faut une adresse/)
  })
})

describe("npm run permanence", () => {
  it("says which verb it does not know, and shows those it knows", async () => {
    const text = await said({}, ["sauvegarde"])
    assert.match(text, /ne connaît pas « sauvegarde »/)
    assert.match(text, /backup +FICHIER/)
  })

  it("says which option a verb does not know, and does nothing", async () => {
    assert.match(await said({}, ["backup", "--compress"]), /backup ne connaît pas l’option --compress/)
    assert.match(await said({}, ["key", "--person"]), /« --person » n’est pas compris/)
  })

  it("shows them without complaint when asked for help", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "start.mjs"), "help"], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, LANG: "fr_FR.UTF-8" },
    })
    assert.equal(status, 0, stderr)
    assert.match(stdout, /restore +FICHIER/)
  })
})

function noOther(): string | false {
  if (!asRoot) return "needs to be root to become somebody else"
  const reads = spawnSync("cat", [join(root, "start.mjs")], { uid: nobody, gid: nobody, cwd: "/" })
  return reads.status !== 0 && "nobody may not read the code here"
}

function noPort(): string | false {
  const first = spawnSync("cat", ["/proc/sys/net/ipv4/ip_unprivileged_port_start"], { encoding: "utf8" }).stdout
  return Number(first || 0) <= 80 && "this system opens port 80 to everybody"
}
