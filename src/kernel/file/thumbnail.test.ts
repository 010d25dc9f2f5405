import assert from "node:assert/strict"
import { Readable } from "node:stream"
import { describe, it } from "node:test"
import { crc32, deflateSync } from "node:zlib"
import sharp from "sharp"
import { Refusal } from "../refusal.ts"
import { thumbnail } from "./thumbnail.ts"

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })
const isRefused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code

describe("a thumbnail", () => {
  it("is a WebP of the width asked for, and never larger than the picture", async () => {
    const large = await sharp(await thumbnail(await picture(2000, 1000).png().toBuffer(), 320)).metadata()
    assert.deepEqual([large.format, large.width, large.height], ["webp", 320, 160])
    const small = await sharp(await thumbnail(Readable.from([await picture(50, 40).webp().toBuffer()]), 960)).metadata()
    assert.deepEqual([small.width, small.height], [50, 40])
  })

  it("stands upright and does not tell where the picture was taken", async () => {
    const exif = { IFD0: { Copyright: "Amina" }, IFD3: { GPSLatitude: "50/1 30/1 0/1" } }
    const photo = await picture(800, 400).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const made = await thumbnail(photo, 320)
    const { exif: kept, orientation, width, height } = await sharp(made).metadata()
    assert.deepEqual([kept, orientation, width, height], [undefined, undefined, 320, 640])
  })

  it("is refused to a picture that would fill the memory", async () => {
    await assert.rejects(thumbnail(bomb(30_000), 320), isRefused("files.picture_too_large"))
  })

  it("is refused to what is no picture, a cut one, or a drawing", async () => {
    const png = await picture(800, 800).png().toBuffer()
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    for (const bytes of [Buffer.from("x"), Buffer.alloc(0), png.subarray(0, png.length / 2), svg]) {
      await assert.rejects(thumbnail(bytes, 320), isRefused("files.picture_unreadable"))
    }
  })
})

// A PNG that announces `side` × `side` pixels.
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(1_000_000))
  const start = Buffer.from("89504e470d0a1a0a", "hex")
  return Buffer.concat([start, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))])
}
