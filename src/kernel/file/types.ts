const MB = 1024 * 1024

/** A kind of file people may send us. What is not in the table is refused. */
export type FileKind = {
  type: string
  extensions: readonly string[]
  max_bytes: number
  /** Shown in the page when asked for, instead of downloaded. Never what can hold markup or script. */
  inline: boolean
  /** "text" has no magic number: its bytes must read as text. */
  content: "binary" | "text"
}

const binary = { content: "binary", inline: false } as const
const text = { content: "text", inline: false } as const
const office = "application/vnd.openxmlformats-officedocument"
const open = "application/vnd.oasis.opendocument"

// An archive of the reports of a large region is half a gigabyte; it is written and read as a stream, never held in memory.
// 25 MB is what most mail servers carry: a paper larger than that could not be sent with a convocation anyway. A budget as
// scanned PDF or a ZIP of appendices is larger, and is linked to.
export const fileKinds: readonly FileKind[] = [
  { type: "application/pdf", extensions: ["pdf"], max_bytes: 100 * MB, ...binary, inline: true },
  { type: `${office}.wordprocessingml.document`, extensions: ["docx"], max_bytes: 25 * MB, ...binary },
  { type: `${open}.text`, extensions: ["odt"], max_bytes: 25 * MB, ...binary },
  { type: `${office}.spreadsheetml.sheet`, extensions: ["xlsx"], max_bytes: 25 * MB, ...binary },
  { type: `${open}.spreadsheet`, extensions: ["ods"], max_bytes: 25 * MB, ...binary },
  { type: `${office}.presentationml.presentation`, extensions: ["pptx"], max_bytes: 100 * MB, ...binary },
  { type: `${open}.presentation`, extensions: ["odp"], max_bytes: 100 * MB, ...binary },
  { type: "image/png", extensions: ["png"], max_bytes: 25 * MB, ...binary, inline: true },
  { type: "image/jpeg", extensions: ["jpg", "jpeg"], max_bytes: 25 * MB, ...binary, inline: true },
  { type: "image/webp", extensions: ["webp"], max_bytes: 25 * MB, ...binary, inline: true },
  // Telephones send it; browsers other than Safari do not show it, and sharp's build does not read it: download only.
  { type: "image/heic", extensions: ["heic", "heif"], max_bytes: 25 * MB, ...binary },
  { type: "application/zip", extensions: ["zip"], max_bytes: 600 * MB, ...binary },
  { type: "text/plain", extensions: ["txt"], max_bytes: 5 * MB, ...text },
  { type: "text/markdown", extensions: ["md"], max_bytes: 5 * MB, ...text },
  { type: "text/csv", extensions: ["csv", "tsv"], max_bytes: 50 * MB, ...text },
  // Outlines of places come so, and the municipalities of Belgium.
  { type: "application/geo+json", extensions: ["geojson", "json"], max_bytes: 50 * MB, ...text },
  { type: "message/rfc822", extensions: ["eml"], max_bytes: 50 * MB, ...text },
  { type: "text/calendar", extensions: ["ics"], max_bytes: 5 * MB, ...text },
]

/** In bytes: no file of any kind is larger, and nothing larger need be read to its end. */
export const largestFile = Math.max(...fileKinds.map(({ max_bytes }) => max_bytes))

/** The kind a name claims by its ending, or undefined: "Budget.PDF" → pdf. */
export function kindOfName(name: string): FileKind | undefined {
  const ending = name.match(/\.([A-Za-z0-9]+)$/)?.[1]?.toLowerCase()
  return fileKinds.find(({ extensions }) => ending !== undefined && extensions.includes(ending))
}

export function kindOfType(type: string): FileKind | undefined {
  return fileKinds.find((kind) => kind.type === type)
}
