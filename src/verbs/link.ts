import { parseArgs } from "node:util"
import { linkFor } from "../modules/accounts/contract.ts"
import type { Verb } from "../verbs.ts"
import { visit } from "./visit.ts"

/** For who cannot receive mail: a sign-in link in the terminal, with its code, valid in any browser for fifteen minutes. */
export const link: Verb = {
  says: {
    fr: "--person COURRIEL : donne un lien d’entrée, quand le courrier ne part pas",
    en: "--person E-MAIL: gives a sign-in link, when mail does not leave",
  },
  options: ["person"],
  async run(args, settings) {
    const { values } = parseArgs({ args, options: { person: { type: "string" } } })
    const french = settings.language === "fr"
    if (!values.person) {
      console.error(french ? "Pour qui ? --person adresse@exemple.org" : "For whom? --person address@example.org")
      return 1
    }
    return visit(settings, async ({ db, equipment }) => {
      const made = await linkFor(values.person!, { db, equipment })
      if (!made) {
        console.error(french ? "Personne n’entre ici avec cette adresse." : "Nobody signs in here with this address.")
        return 1
      }
      console.log(`${made.address}\nCode ${made.code}`)
      return 0
    })
  },
}
