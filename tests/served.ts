import { createHash } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { migrations, startApplication } from "../src/application.ts"
import { environment } from "../src/kernel/environment.ts"
import { newId } from "../src/kernel/id.ts"
import { testDatabase } from "../src/kernel/postgres/for-tests.ts"
import { offerClaim } from "../src/modules/accounts/contract.ts"
import { startSmtpPeer } from "./smtp-peer-client.ts"

export type Served = Awaited<ReturnType<typeof served>>

/**
 * The product behind its HTTP door on a random port, with a database of its own and a mail server that is a process of its
 * own. Nobody has claimed it yet: `found` does, as Amina of Lisle. `printed` is what the terminal showed.
 */
export const served = async ({ relay = true }: { relay?: boolean } = {}) => {
  const dataDir = await mkdtemp(join(tmpdir(), "permanence-served-"))
  const [database, peer] = await Promise.all([testDatabase(await migrations()), startSmtpPeer()])
  const printed: string[] = []
  const mail = { SMTP_URL: peer.url, MAIL_FROM: "Lisle <secretariat@lisle.example>" }
  const settings = environment({ DATA_DIR: dataDir, PORT: "0", HOST: "localhost", ...(relay ? mail : {}) })
  const application = await startApplication(database, settings, (line) => printed.push(line))
  const owner = new pg.Pool({ ...database.owner, max: 1 })
  const visitor = () => newVisitor(application.url)
  return {
    url: application.url,
    application,
    peer,
    printed,
    /** Past every rule and wall: for what time would do, and for looking behind. */
    sql: async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows,
    visitor,
    async found() {
      const amina = visitor()
      const answer = await amina.post("accounts.claim", {
        code: (await offerClaim(application.db)) ?? "000-000-000",
        organisation: "Les Rives",
        body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
        person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
      })
      if (answer.status !== 200) throw new Error(JSON.stringify(answer))
      return amina
    },
    /** The link asked for last by an address, once its letter has come: letters may overtake one another. */
    async linkTo(address: string): Promise<string> {
      const [newest] = (
        await owner.query("select link_hash from sign_ins where account_id is not null order by id desc limit 1")
      ).rows as { link_hash: Buffer }[]
      for (let tries = 0; tries < 200; tries++) {
        for (const letter of (await peer.messagesTo(address)).toReversed()) {
          const link = /cle=([\w-]+)/.exec(letter.text ?? "")?.[1] ?? ""
          if (createHash("sha256").update(link).digest().equals(newest!.link_hash)) return link
        }
        await new Promise((done) => setTimeout(done, 25))
      }
      throw new Error(`no letter with a link came to ${address}`)
    },
    async end() {
      await owner.end()
      await application.stop()
      await peer.stop()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Somebody with a browser's cookies, or with a key. */
const newVisitor = (url: string) => {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit & { headers?: Record<string, string> }) => {
    const headers = { ...init.headers, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") }
    const response = await fetch(`${url}/api/${path}`, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/.test(line)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    const body = (await response.json().catch(() => ({}))) as { data?: any; error?: { code: string; message: string } }
    return { status: response.status, data: body.data, code: body.error?.code, message: body.error?.message }
  }
  return {
    cookies,
    get: (name: string, input: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      ask(`${name}?${new URLSearchParams(input)}`, { headers }),
    post: (name: string, input: object, headers: Record<string, string> = {}) =>
      ask(name, {
        method: "POST",
        headers: { "content-type": "application/json", "x-command-id": newId(), ...headers },
        body: JSON.stringify(input),
      }),
  }
}
