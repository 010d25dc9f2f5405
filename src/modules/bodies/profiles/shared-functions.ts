import { capabilities } from "../capabilities.ts"
import type { ProfileFunction } from "./profile.ts"

/** The names of a function in French, for a man, for a woman and without gender; English has one, or one more without. */
export const named = (
  [m, f, n]: readonly [string, string, string],
  en: string,
  without = en,
): ProfileFunction["name"] => ({ fr: { m, f, n }, en: { m: en, f: en, n: without } })

/** What a function is unless it says otherwise: any number, for no set time, excluding nothing, in its body alone. */
export const usual = {
  holders: { min: 0, max: null },
  term_months: null,
  consecutive_max: null,
  excludes: [],
  parity: false,
  demands_second_factor: false,
  reach: "body",
} as const satisfies Partial<ProfileFunction>

/** Takes part: brings items to meetings and follows tasks. */
export const takesPart: ProfileFunction["capabilities"] = ["meetings.prepare", "tasks.manage"]
/** Leads a subject: takes part, knows the people, keeps matters, reads whom one deals with outside and notes what was said. */
export const leads: ProfileFunction["capabilities"] = [
  "people.read",
  ...takesPart,
  "matters.manage",
  "texts.write",
  "counterparts.read",
]
/** Keeps the file of those outside, as who speaks to the press must. */
export const keepsCounterparts = ["counterparts.read", "counterparts.manage"] as const
/** A secretariat may do everything but take money: dues are read there, and recorded by the treasury. */
export const keepsChapter: ProfileFunction["capabilities"] = capabilities.filter((one) => one !== "dues.manage")
const upToTwo = { min: 0, max: 2 }

export const treasurer: ProfileFunction = {
  ...usual,
  key: "treasurer",
  name: named(["Trésorier", "Trésorière", "Trésorerie"], "Treasurer"),
  capabilities: ["people.read", "dues.read", "dues.manage", "meetings.prepare", "tasks.manage", "exports.make"],
  holders: { min: 1, max: 1 },
  excludes: ["auditor"],
  demands_second_factor: true,
}

export const auditor: ProfileFunction = {
  ...usual,
  key: "auditor",
  name: named(["Vérificateur aux comptes", "Vérificatrice aux comptes", "Vérification des comptes"], "Auditor"),
  capabilities: ["dues.read"],
  holders: upToTwo,
}

export const electionsLead: ProfileFunction = {
  ...usual,
  key: "elections-lead",
  name: named(["Responsable élections", "Responsable élections", "Responsable élections"], "Elections lead"),
  capabilities: leads,
  holders: upToTwo,
}

export const welcomeLead: ProfileFunction = {
  ...usual,
  key: "welcome-lead",
  name: named(["Responsable accueil", "Responsable accueil", "Responsable accueil"], "Welcome lead"),
  capabilities: ["people.read", "people.manage", "welcome.manage", "tasks.manage"],
  holders: upToTwo,
}

export const regionalDelegate: ProfileFunction = {
  ...usual,
  key: "regional-delegate",
  name: named(["Délégué à la région", "Déléguée à la région", "Délégation à la région"], "Delegate to the region"),
  capabilities: takesPart,
}

export const municipalCouncillor: ProfileFunction = {
  ...usual,
  key: "municipal-councillor",
  name: named(["Conseiller municipal", "Conseillère municipale", "Élu municipal"], "Municipal councillor"),
  capabilities: leads,
  term_months: 72,
}
