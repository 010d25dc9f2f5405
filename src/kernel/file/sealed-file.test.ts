import assert from "node:assert/strict"
import { createHash, randomBytes } from "node:crypto"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { after, before, describe, it } from "node:test"
import { openSecret } from "../secret.ts"
import { fileStore } from "./store.ts"

const lisle = "018f0000-0000-7000-8000-000000000001"

describe("a sealed file", () => {
  let root: string
  let store: ReturnType<typeof fileStore>
  before(async () => {
    root = await mkdtemp(join(tmpdir(), "permanence-sealed-"))
    store = fileStore({ dataDir: root, secret: openSecret(join(root, "secret")) })
  })
  after(() => rm(root, { recursive: true }))

  const put = async (bytes: Buffer) => (await store.put(lisle, Readable.from([bytes]), { name: "a.txt" })).hash
  const text = (length: number) => Buffer.from(randomBytes(length).toString("base64").slice(0, length))
  const pathOf = async (hash: string) =>
    join(
      root,
      "files",
      lisle,
      hash.slice(0, 2),
      (await readdir(join(root, "files", lisle, hash.slice(0, 2)))).find((name) => name.startsWith(hash.slice(2)))!,
    )

  for (const length of [1, 65_535, 65_536, 65_537, 200_000])
    it(`of ${length} bytes is the same when it is read, whole or in part`, async () => {
      const bytes = text(length)
      const hash = await put(bytes)
      await store.seal(lisle, hash)
      assert.match(await pathOf(hash), /\.sealed$/)
      assert.ok(!(await readFile(await pathOf(hash))).includes(bytes.subarray(0, 40)) || length === 1)
      assert.deepEqual(await buffer(await store.get(lisle, hash)), bytes)
      assert.equal(await store.bytes(lisle, hash), length)
      for (const [start, end] of [
        [0, 0],
        [length - 1, length - 1],
        [Math.floor(length / 3), Math.floor(length / 2)],
      ] as const)
        assert.deepEqual(await buffer(await store.get(lisle, hash, { start, end })), bytes.subarray(start, end + 1))
      await store.unseal(lisle, hash)
      assert.deepEqual(await readFile(await pathOf(hash)), bytes)
    })

  it("does not open once a byte was changed, cut off or moved", async () => {
    const hash = await put(text(150_000))
    await store.seal(lisle, hash)
    const path = await pathOf(hash)
    const good = await readFile(path)
    const piece = 65_536 + 16
    const changed = Buffer.from(good)
    changed[1000]! ^= 1
    const swapped = Buffer.concat([
      good.subarray(0, 8),
      good.subarray(8 + piece, 8 + 2 * piece),
      good.subarray(8, 8 + piece),
      good.subarray(8 + 2 * piece),
    ])
    for (const bad of [changed, swapped, good.subarray(0, 8 + 2 * piece)]) {
      await writeFile(path, bad)
      await assert.rejects(async () => buffer(await store.get(lisle, hash)))
    }
    await writeFile(path, good)
    assert.equal(
      createHash("sha256")
        .update(await buffer(await store.get(lisle, hash)))
        .digest("hex"),
      hash,
    )
  })

  it("stays sealed when the same bytes come again, and is carried as it rests by who has no secret", async () => {
    const bytes = text(1000)
    const hash = await put(bytes)
    await store.seal(lisle, hash)
    await put(bytes)
    const without = fileStore({ dataDir: root })
    const kept = await without.asKept(lisle, hash)
    assert.equal(kept?.sealed, true)
    const carried = await buffer(kept!.content)
    await without.remove(lisle, hash)
    assert.equal(await store.has(lisle, hash), false)
    await without.putBack(lisle, hash, Readable.from([carried]), true)
    assert.deepEqual(await buffer(await store.get(lisle, hash)), bytes)
    await assert.rejects(without.get(lisle, hash))
  })
})
