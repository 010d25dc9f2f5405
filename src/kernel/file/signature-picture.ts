import { refuse } from "../refusal.ts"
import { pictures } from "./thumbnail.ts"

/**
 * The picture of a signature, made fit for paper: upright, without its white margins, at most 600 pixels
 * wide (at 60 mm that is 250 to the inch), without EXIF. Grey in sixteen steps: 5 to 15 kB.
 */
export async function signaturePicture(picture: Uint8Array): Promise<Buffer> {
  const { sharp } = await pictures()
  try {
    const image = sharp(picture, { limitInputPixels: 20_000_000, failOn: "error" })
      .timeout({ seconds: 20 })
      .autoOrient()
    const trimmed = await image.flatten({ background: "#ffffff" }).trim({ threshold: 25 }).png().toBuffer()
    return await sharp(trimmed)
      .resize({ width: 600, height: 260, fit: "inside", withoutEnlargement: true })
      .greyscale()
      .png({ compressionLevel: 9, palette: true, colours: 16 })
      .toBuffer()
  } catch {
    return refuse("files.picture_unreadable")
  }
}
