/**
 * UTF-8 that somebody's program took for windows-1252 and saved as such: "CÃ©line" is read as "Céline" again. Only runs of
 * signs that are UTF-8 to the last byte are touched; "Â" before a letter is somebody's name.
 */
export const withoutMojibake = (text: string): { text: string; repaired: number; lost: number } => {
  let repaired = 0
  const better = text.replaceAll(runs, (run) => {
    const bytes = [...run].map((sign) => bytesOf.get(sign) ?? sign.charCodeAt(0))
    try {
      const read = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes))
      repaired++
      return read
    } catch {
      return run
    }
  })
  // What was lost before it came to us cannot be told from here.
  return { text: better, repaired, lost: better.match(/\u{fffd}/gu)?.length ?? 0 }
}

// The signs that windows-1252 shows for the bytes 0x80 to 0x9f.
const high = [...new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 32 }, (_, n) => 0x80 + n))]
const bytesOf = new Map(high.map((sign, n) => [sign, 0x80 + n]))
const continued = `[\\u0080-\\u00bf${high.join("").replaceAll(/[\\\]^-]/g, String.raw`\$&`)}]`
const runs = new RegExp(
  `(?:[\\u00c2-\\u00df]${continued}|[\\u00e0-\\u00ef]${continued}{2}|[\\u00f0-\\u00f4]${continued}{3})+`,
  "gu",
)
