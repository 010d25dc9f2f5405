import { readFile } from "node:fs/promises"
import { basename } from "node:path"
import { withClient } from "../kernel/postgres/bootstrap.ts"
import { readTerritories, writeTerritories } from "../modules/territories/contract.ts"
import type { Verb } from "../verbs.ts"
import { visit } from "./visit.ts"

/** `import territories FILE --on=2020-01-01`: an official list of places, for every organisation of the installation. */
export const importFile: Verb = {
  says: {
    fr: "territories FICHIER --on=AAAA-MM-JJ : lit un fichier officiel de communes, départements, régions",
    en: "territories FILE --on=YYYY-MM-DD: reads an official file of communes, departments, regions",
  },
  options: ["on"],
  async run(args, settings) {
    const says = said[settings.language]
    const [what, path] = args.filter((one) => !one.startsWith("--"))
    const on = args.find((one) => one.startsWith("--on="))?.slice("--on=".length)
    if (what !== "territories" || !path) return fails(says.usage)
    const vintage = on && /^\d{4}-\d{2}-\d{2}$/.test(on) ? Temporal.PlainDate.from(on) : undefined
    if (!vintage) return fails(says.day)
    const bytes = await readFile(path).catch(() => undefined)
    if (!bytes) return fails(says.unread(path))
    const file = readTerritories(bytes)
    if (!file) return fails(says.strange(path))
    return visit(settings, async ({ owner }) => {
      const { added, renamed, ended } = await withClient(owner, (client) =>
        writeTerritories(file, { source: basename(path), vintage, endsMissing: true }, client),
      )
      console.log(says.done(file.territories.length, added, renamed.length, ended.length))
      for (const { line, why } of file.unread.slice(0, 20)) console.log(says.line(line, why))
      if (file.unread.length > 20) console.log(says.more(file.unread.length - 20))
      return 0
    })
  },
}

const fails = (words: string): number => {
  console.error(words)
  return 1
}

const said = {
  fr: {
    usage: "npm run permanence -- import territories FICHIER --on=AAAA-MM-JJ",
    day: "Dites de quel jour parle ce fichier : --on=2020-01-01",
    unread: (path: string) => `Le fichier ${path} ne se lit pas.`,
    strange: (path: string) =>
      `${path} n’a pas les titres d’un fichier connu : listes de l’Insee (COG) ou communes belges par code INS.`,
    done: (read: number, added: number, renamed: number, ended: number) =>
      `${read} lieux lus : ${added} nouveaux, ${renamed} qui changent de nom ; ${ended} ne sont plus.`,
    line: (line: number, why: string) => `  ligne ${line} : ${why === "no_code" ? "pas de code" : "pas de nom"}`,
    more: (count: number) => `  et ${count} autres lignes`,
  },
  en: {
    usage: "npm run permanence -- import territories FILE --on=YYYY-MM-DD",
    day: "Say which day this file speaks of: --on=2020-01-01",
    unread: (path: string) => `The file ${path} cannot be read.`,
    strange: (path: string) =>
      `${path} has not the headings of a file we know: lists of Insee (COG), or Belgian municipalities by NIS code.`,
    done: (read: number, added: number, renamed: number, ended: number) =>
      `${read} places read: ${added} new, ${renamed} renamed; ${ended} are no more.`,
    line: (line: number, why: string) => `  line ${line}: ${why === "no_code" ? "no code" : "no name"}`,
    more: (count: number) => `  and ${count} more lines`,
  },
}
