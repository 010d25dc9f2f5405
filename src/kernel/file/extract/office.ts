import { strFromU8, unzipSync, zipSync, type Unzipped } from "fflate"
import mammoth from "mammoth"
import type { Extracted, ExtractLimits } from "./extract.ts"
import { markupText } from "./markup.ts"
import { Unreadable } from "./unreadable.ts"

type Reader = (bytes: Uint8Array, limits: ExtractLimits) => Promise<Extracted>

/** The reader of a document of LibreOffice or Office; undefined for one we do not read. */
export function officeText(type: string): Reader | undefined {
  if (type.includes("opendocument")) return openDocument
  if (type.endsWith("wordprocessingml.document")) return word
  if (type.endsWith("presentationml.presentation"))
    return (bytes, limits) => parts(bytes, limits, /^ppt\/slides\/[^/]+\.xml$/, ["a:p"])
  if (type.endsWith("spreadsheetml.sheet"))
    return (bytes, limits) => parts(bytes, limits, /^xl\/sharedStrings\.xml$/, ["si"])
  return undefined
}

async function openDocument(bytes: Uint8Array, limits: ExtractLimits): Promise<Extracted> {
  const files = unpacked(bytes, limits, /^(?:content|META-INF\/manifest)\.xml$/)
  if (textOf(files, "META-INF/manifest.xml").includes("encryption-data")) throw new Unreadable("encrypted")
  if (!files["content.xml"]) throw new Unreadable("broken")
  const text = markupText(textOf(files, "content.xml"), {
    breaks: ["text:p", "text:h", "text:line-break", "table:table-row"],
    // What was struck out with changes tracked is kept in the file, and is no longer its text.
    skips: ["text:tracked-changes", "office:annotation"],
    spaces: ["text:tab", "text:s", "table:table-cell"],
  })
  return { text }
}

// mammoth unpacks by itself and without limits: it is given an archive of only the parts it reads, already unpacked.
async function word(bytes: Uint8Array, limits: ExtractLimits): Promise<Extracted> {
  const files = unpacked(
    bytes,
    limits,
    /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/[^/]+\.xml|word\/_rels\/.*\.rels)$/,
  )
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(zipSync(files, { level: 0 })) })
  return { text: value.replace(/\n{3,}/g, "\n\n") }
}

async function parts(bytes: Uint8Array, limits: ExtractLimits, wanted: RegExp, breaks: string[]): Promise<Extracted> {
  const files = unpacked(bytes, limits, wanted)
  const names = Object.keys(files).toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
  return { text: names.map((name) => markupText(textOf(files, name), { breaks })).join("\n\n") }
}

// fflate fills a buffer of the announced length and no more, so a bomb that lies about its size stays within the sum.
function unpacked(bytes: Uint8Array, limits: ExtractLimits, wanted: RegExp): Unzipped {
  // Office encrypts by wrapping the document in the container of Word 97.
  if (Buffer.from(bytes.subarray(0, 4)).toString("hex") === "d0cf11e0") throw new Unreadable("encrypted")
  let left = (limits.megabytes * 1024 * 1024) / 8
  return unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!wanted.test(name)) return false
      left -= originalSize
      if (left < 0) throw new Unreadable("too_heavy")
      return true
    },
  })
}

const textOf = (files: Unzipped, name: string) => strFromU8(files[name] ?? new Uint8Array())
