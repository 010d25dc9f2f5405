import { loadExample } from "../../demo/load.ts"
import { month } from "../kernel/words/dates.ts"
import type { Verb } from "../verbs.ts"
import { visit } from "./visit.ts"

/** Puts the example organisation in place, beside what is there. */
export const demo: Verb = {
  says: {
    fr: ": met en place l’organisation d’exemple, fictive",
    en: ": puts the fictional example organisation in place",
  },
  async run(_args, settings) {
    const says = said[settings.language]
    console.log(says.begins)
    return visit(settings, async ({ db, equipment }) => {
      await loadExample({ db, equipment }, ({ month: at, done, of }) =>
        console.log(`  ${String(done + 1).padStart(2)}/${of}  ${month(settings.language, at)}`),
      )
      console.log(says.done)
      return 0
    })
  },
}

const said = {
  fr: {
    begins: "Dix-huit mois de réunions s’écrivent. Une demi-minute environ.",
    done: "C’est prêt. Entrez avec l’adresse ines.vandermeer@lesrives.example : le lien s’affiche dans le terminal de npm start.",
  },
  en: {
    begins: "Eighteen months of meetings are being written. Half a minute or so.",
    done: "Ready. Sign in as ines.vandermeer@lesrives.example: the link is printed in the terminal of npm start.",
  },
}
