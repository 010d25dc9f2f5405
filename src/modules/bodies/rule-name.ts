import { format, hasWords, type Language } from "../../kernel/words/words.ts"

/** The name of a rule: "Délai de convocation, assemblée". Rules of the assembly where the elected sit say so first. */
export const ruleName = (language: Language, key: string): string => {
  const [, place = "", ...rest] = key.split(".")
  const name = `bodies.rule.${rest.join(".")}`
  const said = hasWords(language, name) ? format(language, name) : key
  return assemblies.has(place) ? `${format(language, `bodies.assembly.${place}`)} · ${said}` : said
}

const assemblies: ReadonlySet<string> = new Set(["cr", "cm", "cc", "cpas"])
