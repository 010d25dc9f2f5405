import { answer, readAddress } from "../../../shell/request.ts"
import type { ColumnKind } from "../import/columns.ts"
import type { Reason } from "../import/read-row.ts"

/** What is asked of an import; the file itself goes with each request and is kept nowhere. */
export type Wish = {
  bodyId: string
  file: Blob
  ring: "member" | "sympathiser" | "supporter" | "former"
  since: string
  columns?: (ColumnKind | null)[]
  update?: "all" | "none" | number[]
}

export type ForeseenLine = { line: number; name: string } & (
  | { state: "created" | "unchanged" }
  | { state: "known"; id: string; changes: string[]; joins: boolean }
  | { state: "refused"; reason: Reason }
)
export type Foreseen = {
  heading?: string[]
  columns: (ColumnKind | null)[]
  sample: string[][]
  count: Partial<Record<ForeseenLine["state"], number>>
  lines: ForeseenLine[]
}

export const foresee = (wish: Wish): Promise<Foreseen> => post("people.foreseeImport", wish)

export const sendImport = (wish: Wish, commandId: string): Promise<{ importId: string }> =>
  post("people.importFile", wish, { "x-command-id": commandId })

const post = async <Data>(name: string, { file, update, ...wish }: Wish, headers: Record<string, string> = {}) => {
  const body = new FormData()
  body.append("file", file, "personnes.csv")
  const address = readAddress(name, { ...wish, update: Array.isArray(update) ? update.join(",") : update })
  return (await answer(address, { method: "POST", headers, body })) as Data
}
