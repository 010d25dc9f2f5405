import { parseArgs } from "node:util"
import { record } from "../kernel/command.ts"
import { inOrganisation } from "../kernel/db.ts"
import { system } from "../kernel/job.ts"
import { keyMade, limits, makeKey, placesOf, unknownLimits } from "../modules/accounts/contract.ts"
import type { Verb } from "../verbs.ts"
import { visit } from "./visit.ts"

/** Prints an API key of a person. Whoever can run this can read the database: no session is asked for. */
export const key: Verb = {
  says: {
    fr: "--person COURRIEL [--only droit,commande] [--until AAAA-MM-JJ] [--organisation NOM] : fait une clé pour un programme",
    en: "--person E-MAIL [--only right,command] [--until YYYY-MM-DD] [--organisation NAME]: makes a key for a program",
  },
  options: ["person", "only", "until", "organisation"],
  async run(args, settings) {
    const { values } = parseArgs({ args, options: { ...texts("person", "only", "until", "organisation") } })
    const says = said[settings.language]
    if (!values.person) return fail(says.whose)
    const only =
      values.only === undefined ? undefined : limits.safeParse(values.only.split(",").map((one) => one.trim()))
    if (only && !only.success) return fail(says.limits)
    const until = values.until && dayOf(values.until)
    if (until === false) return fail(says.day)

    return visit(settings, async ({ db, equipment }) => {
      const unknown = unknownLimits(only?.data ?? [], equipment.limits)
      if (unknown.length > 0) return fail(says.notLimits(unknown, equipment.limits))
      const places = (await placesOf(values.person!, db)).filter(
        ({ organisation_name }) => !values.organisation || organisation_name === values.organisation,
      )
      if (places.length === 0) return fail(says.unknown(values.person!))
      if (places.length > 1) return fail(says.several(places.map((place) => place.organisation_name)))
      const { account_id: accountId, organisation_id: organisation } = places[0]!
      const made = await makeKey(
        { accountId, organisation, name: "npm run permanence -- key", only: only?.data, until: until || null },
        db,
      )
      await inOrganisation(db, organisation, (tx) =>
        record([keyMade({ keyId: made.keyId, only: only?.data ?? null })], {
          ...equipment,
          db: tx,
          actor: system(organisation),
          now: Temporal.Now.instant(),
        }),
      )
      console.log(made.key)
      return 0
    })
  },
}

const texts = <const N extends string>(...names: N[]) =>
  Object.fromEntries(names.map((name) => [name, { type: "string" }])) as Record<N, { type: "string" }>

const dayOf = (text: string): Temporal.PlainDate | false => {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return false
  }
}

const fail = (sentence: string): number => {
  console.error(sentence)
  return 1
}

const said = {
  fr: {
    whose: "Pour qui ? --person adresse@exemple.org",
    limits: "--only attend des droits ou des commandes séparés par des virgules, comme meetings.prepare,meetings.list",
    notLimits: (unknown: string[], known: readonly string[]) =>
      `--only ne connaît pas ${unknown.join(", ")}. On peut choisir parmi :\n${known.join("\n")}`,
    day: "--until attend une date, comme 2027-06-30",
    unknown: (email: string) => `Personne n’entre ici avec l’adresse ${email}.`,
    several: (names: string[]) =>
      `Cette adresse entre dans plusieurs organisations ; dites laquelle avec --organisation : ${names.join(", ")}`,
  },
  en: {
    whose: "For whom? --person address@example.org",
    limits: "--only takes rights or commands separated by commas, such as meetings.prepare,meetings.list",
    notLimits: (unknown: string[], known: readonly string[]) =>
      `--only does not know ${unknown.join(", ")}. Choose among:\n${known.join("\n")}`,
    day: "--until takes a date, such as 2027-06-30",
    unknown: (email: string) => `Nobody signs in here with the address ${email}.`,
    several: (names: string[]) =>
      `This address belongs to several organisations; say which with --organisation: ${names.join(", ")}`,
  },
}
