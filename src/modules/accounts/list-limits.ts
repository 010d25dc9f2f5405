import { z } from "zod"
import { text } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { format, hasWords, type Language } from "../../kernel/words/words.ts"

/** What a key may be limited to, in words, for whoever makes one to choose from. The same for everybody. */
export const listLimits = read({
  name: "accounts.limits",
  input: z.object({ q: text(300).optional() }),
  allow: isSignedIn,
  async run({ input, actor, limits }) {
    const wanted = plain(input.q ?? "").split(" ")
    const all = limits.map((name) => ({ id: name, name: inWords(name, actor.language), soft: name }))
    return all.filter((one) => wanted.every((word) => plain(`${one.name} ${one.soft}`).includes(word)))
  },
})

/** « Préparer les réunions »: as a right if it is one, for that is what covers most. */
export const inWords = (name: string, language: Language): string => {
  const key = ["capability", "command", "read"]
    .map((family) => `${family}.${name}`)
    .find((one) => hasWords(language, one))
  return key ? format(language, key) : name
}

const plain = (words: string) => words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim()
