import { strFromU8, unzipSync } from "fflate"
import { UnreadableTable } from "./unreadable-table.ts"

/** The parts of a workbook that are read, as text. A part that announces less than it holds is cut there, so that a bomb stays within `megabytes`. */
export const unpacked = (bytes: Uint8Array, wanted: RegExp, megabytes: number): Record<string, string> => {
  let left = megabytes * 1024 * 1024
  const files = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!wanted.test(name)) return false
      left -= originalSize
      if (left < 0) throw new UnreadableTable("too_heavy")
      return true
    },
  })
  return Object.fromEntries(Object.entries(files).map(([name, part]) => [name, strFromU8(part)]))
}
