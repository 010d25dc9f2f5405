import { Readable } from "node:stream"
import { Zip, ZipDeflate, ZipPassThrough } from "fflate"

export type ZipEntry = {
  /** The path inside the archive, "/" between folders: "Preuves/convocation.pdf". */
  name: string
  content: Uint8Array | string | AsyncIterable<Uint8Array>
  /** What the archive shows as the entry's date. It is an argument so that the same content gives the same bytes. */
  at: Temporal.Instant
  /** What does not shrink (PDF, JPEG): kept as it is. */
  stored?: boolean
}

/**
 * A ZIP archive as a stream that never holds more than one chunk. Names are UTF-8; two entries of one name become
 * "budget.pdf" and "budget (2).pdf". A name that leaves the archive ("../", "/etc") is a bug of the caller and throws.
 * Dates are in UTC, to two seconds, as the format has no time zone. Below 65 535 entries and 4 GiB (no ZIP64): throws above.
 */
export function zip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): Readable {
  return Readable.from(archive(entries), { objectMode: false })
}

async function* archive(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let failed: Error | null = null
  const container = new Zip((error, chunk) => {
    if (error) failed = error
    else ready.push(chunk)
  })
  let total = 0
  function* drain() {
    if (failed) throw failed
    for (const chunk of ready.splice(0)) {
      total += chunk.length
      if (total > mostBytes) throw new Error("a ZIP archive of more than 4 GiB")
      yield chunk
    }
  }

  const taken = new Set<string>()
  for await (const { name, content, at, stored } of entries) {
    if (taken.size === mostEntries) throw new Error("a ZIP archive of more than 65 535 entries")
    const entryName = free(checked(name), taken)
    const entry = stored ? new ZipPassThrough(entryName) : new ZipDeflate(entryName, { level: 6 })
    entry.mtime = dosDate(at)
    // Unix, so that 0644 below is read as rights; without it some tools unpack files nobody may read.
    entry.os = 3
    entry.attrs = (0o100644 << 16) >>> 0
    container.add(entry)
    for await (const chunk of chunksOf(content)) {
      entry.push(chunk)
      yield* drain()
    }
    entry.push(new Uint8Array(0), true)
    yield* drain()
  }
  container.end()
  yield* drain()
}

const mostBytes = 0xffff_ffff
const mostEntries = 0xffff

function checked(name: string): string {
  const steps = name.normalize("NFC").split("/")
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
  if (/[\u0000-\u001f\\:]/.test(name) || steps.some((step) => step === "" || step === "." || step === "..")) {
    throw new Error(`not a name inside an archive: ${JSON.stringify(name)}`)
  }
  return steps.join("/")
}

// Compared without case: Windows and macOS unpack "Budget.pdf" over "budget.pdf".
function free(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf(".")
  const cut = dot > name.lastIndexOf("/") + 1 ? dot : name.length
  let candidate = name
  for (let number = 2; taken.has(candidate.toLowerCase()); number++) {
    candidate = `${name.slice(0, cut)} (${number})${name.slice(cut)}`
  }
  taken.add(candidate.toLowerCase())
  return candidate
}

// fflate writes the fields of the machine's own zone; a date built from the UTC fields makes every machine write the same.
function dosDate(at: Temporal.Instant): Date {
  const { year, month, day, hour, minute, second } = at.toZonedDateTimeISO("UTC")
  if (year < 1980 || year > 2099) throw new Error(`a ZIP archive cannot hold the date ${at.toString()}`)
  return new Date(year, month - 1, day, hour, minute, second)
}

// Deflating blocks the process: 256 kB take about 8 ms, a whole paper of 20 MB would take 0.6 s.
const piece = 256 * 1024

async function* chunksOf(content: ZipEntry["content"]): AsyncGenerator<Uint8Array> {
  const whole = typeof content === "string" ? new TextEncoder().encode(content) : content
  for await (const chunk of whole instanceof Uint8Array ? [whole] : whole) {
    for (let start = 0; start < chunk.length; start += piece) yield chunk.subarray(start, start + piece)
  }
}
