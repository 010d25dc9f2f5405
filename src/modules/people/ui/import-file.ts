import { Refusal, readAddress } from "../../../shell/request.ts"
import type { ColumnKind } from "../import/columns.ts"
import type { ForeseenLine } from "../import/verdicts.ts"

/** What is asked of an import; the file itself goes with each request and is kept nowhere. */
export type Wish = {
  bodyId: string
  file: Blob
  ring: "member" | "sympathiser" | "supporter" | "former"
  since: string
  /** Of a part: how many lines of the whole file stand before its own. */
  offset?: number
  columns?: (ColumnKind | null)[]
  update?: "all" | "none" | number[]
}

export type Foreseen = {
  heading?: string[]
  columns: (ColumnKind | null)[]
  sample: string[][]
  /** Accents put right, and signs lost before the file came here. */
  repaired: number
  lost: number
  count: Partial<Record<ForeseenLine["state"], number>>
  lines: ForeseenLine[]
}

/** `onShare` hears how much of the file has gone, from 0 to 1. */
export const foresee = (wish: Wish, onShare?: (share: number) => void): Promise<Foreseen> =>
  post("people.foreseeImport", wish, {}, onShare)

export const sendImport = (
  wish: Wish,
  commandId: string,
  onShare?: (share: number) => void,
): Promise<{ importId: string }> => post("people.importFile", wish, { "x-command-id": commandId }, onShare)

// `fetch` cannot tell how much has gone, XMLHttpRequest can.
const post = <Data>(
  name: string,
  { file, update, ...wish }: Wish,
  headers: Record<string, string> = {},
  onShare: (share: number) => void = () => {},
): Promise<Data> =>
  new Promise((done, refused) => {
    const body = new FormData()
    body.append("file", file, "personnes")
    const request = new XMLHttpRequest()
    request.upload.addEventListener("progress", ({ loaded, total }) => onShare(total ? loaded / total : 0))
    request.addEventListener("load", () => {
      const { data, error } = parsed(request.responseText)
      if (request.status === 200 && data) done(data as Data)
      else refused(new Refusal(request.status, error))
    })
    request.addEventListener("error", () => refused(new Refusal(0, { code: "network" })))
    request.open("POST", readAddress(name, { ...wish, update: Array.isArray(update) ? update.join(",") : update }))
    request.setRequestHeader("accept-language", document.documentElement.lang)
    for (const [key, value] of Object.entries(headers)) request.setRequestHeader(key, value)
    request.send(body)
  })

const parsed = (text: string): { data?: unknown; error?: { code: string; message: string } } => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
