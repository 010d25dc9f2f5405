import assert from "node:assert/strict"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, it } from "node:test"
import { readInbound } from "../../src/kernel/mail/inbound.ts"
import { withoutQuote } from "../../src/kernel/mail/reply-text.ts"
import { missing, sharedFolder } from "./shared.ts"

const bounces = sharedFolder("data/04-email/bounces/sisimai/bsd")
const replies = sharedFolder("data/04-email/replies")
const read = async (file: string) => readInbound(await readFile(file), { domain: "lisle.example" })

// Undelivered, but the address lives: full boxes, policies, our own reputation, servers out of reach, and those that do not say.
const ALIVE =
  /(barracuda|biglobe|dragonfly|exim|ezweb|gmx|googlegroups|googleworkspace|lhost-kddi|notes|lhost-outlook|v5sendmail|x4|x6|cloudflare|cox|messagelabs|microsoft|rhost-mimecast|rhost-outlook|spectrum|tencent|yahooinc)-01/

describe("delivery reports of seventy mail systems", { skip: missing(bounces) }, () => {
  it("are recognised, with the recipient and whether the address is dead", async (t) => {
    const files = (await readdir(bounces ?? "")).filter((file) => !/^(arf|rfc3834)/.test(file))
    const unlike: string[] = []
    for (const file of files) {
      const inbound = await read(join(bounces ?? "", file))
      const recipient = inbound.kind === "bounce" ? inbound.recipients[0] : undefined
      if (!recipient || recipient.permanent === ALIVE.test(file))
        unlike.push(`${file} ${inbound.kind} ${JSON.stringify(recipient)}`)
    }
    t.diagnostic(`${files.length - unlike.length} of ${files.length}`)
    assert.deepEqual(unlike, [])
  })

  it("are told from a complaint and from an absence", async () => {
    assert.equal((await read(join(bounces ?? "", "arf-01.eml"))).kind, "complaint")
    assert.equal((await read(join(bounces ?? "", "rfc3834-01.eml"))).kind, "automatic")
  })
})

describe("answers of many mail programs", { skip: missing(replies) }, () => {
  // Its text was joined into one line before it came to us: "> Hi Hello".
  const JOINED = "thunderbird.eml"
  it("are cut down to what the person wrote", async () => {
    const folder = join(replies ?? "", "talon/standard_replies")
    for (const file of (await readdir(folder)).filter((name) => name.endsWith(".eml") && name !== JOINED)) {
      const inbound = await read(join(folder, file))
      assert.equal(inbound.kind === "human" && inbound.text, "Hello", file)
    }
  })

  // The same first words stand in these files, each followed by the quote of another program in another language.
  // email_15's quote has no sign at all; 7 and 8 have lines of the quote that were broken without their mark.
  const WORDS = /^Fusce bibendum[^]*quis\. Fusce sed odio id arcu varius aliquet nec nec nibh\.$/
  it("lose their quote in a dozen languages", async (t) => {
    const folder = join(replies ?? "", "crisp")
    let cut = 0
    const files = (await readdir(folder)).sort()
    for (const file of files) {
      const text = await readFile(join(folder, file), "utf8")
      const own = withoutQuote(text)
      assert.ok(own.length > 0, file)
      if (!/^Fusce/.test(text) || /_(7|8|15)\.txt/.test(file)) continue
      assert.match(own, WORDS, file)
      cut++
    }
    t.diagnostic(`${cut} cut exactly, of ${files.length}`)
    assert.ok(cut >= 16)
  })
})
