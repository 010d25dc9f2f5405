import { existsSync } from "node:fs"
import { join } from "node:path"

/** A folder of the files made by others, or undefined where they are not: SHARED, or ../shared beside the project. */
export function sharedFolder(path: string): string | undefined {
  const root = process.env.SHARED ?? join(import.meta.dirname, "../../../shared")
  const folder = join(root, path)
  return existsSync(folder) ? folder : undefined
}

/** For `it(title, { skip: missing(folder) }, …)`: says why the test is left out. */
export const missing = (folder: string | undefined): string | false =>
  folder ? false : "the files made by others are not here (SHARED or ../shared)"
