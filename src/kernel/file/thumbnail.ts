import { buffer } from "node:stream/consumers"
import { Readable } from "node:stream"
import type { Sharp } from "sharp"
import { refuse } from "../refusal.ts"

/** The widths we make: one for a list, one for a page. */
export type ThumbnailWidth = 320 | 960

/**
 * A WebP of the picture, at most `width` wide, upright, without its EXIF (a telephone writes where it was taken). Takes PNG,
 * JPEG and WebP; refuses `files.picture_too_large` above 50 million pixels and `files.picture_unreadable` for the rest.
 */
export async function thumbnail(picture: Uint8Array | Readable, width: ThumbnailWidth): Promise<Buffer> {
  return drawn(picture, (one) => one.resize({ width, withoutEnlargement: true }).webp({ quality: 78 }))
}

/** The same as a JPEG for paper, on white: an A4 at 200 points an inch. */
export const forPaper = (picture: Uint8Array | Readable): Promise<Buffer> =>
  drawn(picture, (one) =>
    one
      .resize({ width: 2200, height: 2200, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality: 85 }),
  )

const drawn = async (picture: Uint8Array | Readable, as: (upright: Sharp) => Sharp): Promise<Buffer> => {
  const bytes = picture instanceof Readable ? await buffer(picture) : picture
  const { sharp } = await pictures()
  try {
    return await as(
      sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" }).timeout({ seconds: 20 }).autoOrient(),
    ).toBuffer()
  } catch (problem) {
    if (problem instanceof Error && /pixel limit/.test(problem.message)) {
      return refuse("files.picture_too_large", { most_millions: mostPixels / 1_000_000 })
    }
    return refuse("files.picture_unreadable")
  }
}

// A telephone's largest mode is 48 million; a bomb of 30 000 × 30 000 in 100 kB of PNG would take 2.7 GB.
const mostPixels = 50_000_000

let loaded: Promise<{ sharp: typeof import("sharp").default }> | undefined

// Loaded at the first picture: it takes 65 ms and 25 MB that an installation without pictures never needs. libvips reads
// dozens of formats, SVG and PDF included; only the three we take are left open.
export const pictures = () =>
  (loaded ??= import("sharp").then(({ default: sharp }) => {
    sharp.block({ operation: ["VipsForeignLoad"] })
    sharp.unblock({
      operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
    })
    sharp.concurrency(1)
    return { sharp }
  }))
