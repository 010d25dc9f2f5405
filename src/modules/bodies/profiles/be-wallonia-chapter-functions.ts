import type { ProfileFunction } from "./profile.ts"
import {
  auditor,
  electionsLead,
  keepsChapter,
  leads,
  municipalCouncillor,
  named,
  regionalDelegate,
  takesPart,
  treasurer,
  usual,
  welcomeLead,
} from "./shared-functions.ts"

const secretary = {
  ...usual,
  capabilities: keepsChapter,
  holders: { min: 1, max: 2 },
  excludes: ["auditor"],
}
const upToTwo = { min: 0, max: 2 }

const functions: ProfileFunction[] = [
  {
    ...secretary,
    key: "political-secretary",
    name: named(["Secrétaire politique", "Secrétaire politique", "Secrétariat politique"], "Political secretary"),
  },
  {
    ...secretary,
    key: "administrative-secretary",
    name: named(
      ["Secrétaire administratif", "Secrétaire administrative", "Secrétariat administratif"],
      "Administrative secretary",
    ),
  },
  treasurer,
  {
    ...auditor,
    holders: { min: 2, max: 2 },
    excludes: ["treasurer", "political-secretary", "administrative-secretary"],
  },
  {
    ...usual,
    key: "webmaster",
    name: named(["Webmestre", "Webmestre", "Site et réseaux"], "Webmaster", "Site and networks"),
    capabilities: takesPart,
    holders: upToTwo,
  },
  electionsLead,
  {
    ...regionalDelegate,
    name: named(
      ["Délégué à la régionale", "Déléguée à la régionale", "Délégation à la régionale"],
      "Delegate to the region",
    ),
    holders: { min: 1, max: null },
  },
  welcomeLead,
  {
    ...municipalCouncillor,
    name: named(["Conseiller communal", "Conseillère communale", "Conseil communal"], "Municipal councillor"),
  },
  {
    ...usual,
    key: "alderman",
    name: {
      fr: { m: "Échevin", f: "Échevine", n: "Échevinat" },
      en: { m: "Alderman", f: "Alderwoman", n: "Alderman" },
    },
    capabilities: leads,
    term_months: 72,
  },
  {
    ...usual,
    key: "cpas-councillor",
    name: named(["Conseiller CPAS", "Conseillère CPAS", "Conseil de l’action sociale"], "Social welfare councillor"),
    capabilities: [...takesPart, "matters.manage", "texts.write", "counterparts.read"],
    term_months: 72,
  },
  {
    ...usual,
    key: "derived-mandate",
    name: named(
      ["Mandataire dérivé", "Mandataire dérivée", "Mandat dérivé"],
      "Derived mandate holder",
      "Derived mandate",
    ),
    capabilities: ["tasks.manage"],
    term_months: 72,
  },
]

// Two consecutive terms at most (be.locale.terms.consecutive); their length is asked (be.locale.terms.months).
export const beWalloniaChapterFunctions = functions.map((one) => ({ ...one, consecutive_max: 2 }))
