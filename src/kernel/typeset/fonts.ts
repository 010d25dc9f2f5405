import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

// Typst reads TTF, not the WOFF2 the browser gets; it replaces a missing font without a word, so we look first.
const families = [
  ["@expo-google-fonts/inter", "Inter"],
  ["@expo-google-fonts/source-serif-4", "SourceSerif4"],
] as const
const weights = ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic"]

/** Paths of the fonts of every paper: Inter and Source Serif 4. @throws when one is not installed. */
export function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url)
  return families.flatMap(([packageName, family]) => {
    const folder = dirname(resolve(`${packageName}/package.json`))
    return weights.map((weight) => existing(join(folder, weight, `${family}_${weight}.ttf`)))
  })
}

function existing(file: string) {
  if (!existsSync(file)) throw new Error(`The font ${file} is missing: run npm install again.`)
  return file
}
