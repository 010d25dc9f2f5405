import type { ProfileFunction } from "./profile.ts"

const secretary: ProfileFunction["capabilities"] = [
  "people.read",
  "people.manage",
  "bodies.manage",
  "mandates.manage",
  "meetings.prepare",
  "meetings.convene",
  "meetings.hold",
  "minutes.write",
  "decisions.manage",
  "tasks.manage",
  "matters.manage",
  "confidential.read",
  "journal.read",
  "exports.make",
]
// Two consecutive terms at most (be.locale.terms.consecutive); their length is asked (be.locale.terms.months).
const usual = {
  term_months: null,
  consecutive_max: 2,
  excludes: [],
  parity: false,
  demands_second_factor: false,
  reach: "body",
} as const satisfies Partial<ProfileFunction>
const elected = { ...usual, holders: { min: 0, max: null }, term_months: 72 }

export const beWalloniaChapterFunctions: ProfileFunction[] = [
  {
    ...usual,
    key: "political-secretary",
    name: {
      fr: { m: "Secrétaire politique", f: "Secrétaire politique", n: "Secrétariat politique" },
      en: { m: "Political secretary", f: "Political secretary", n: "Political secretary" },
    },
    capabilities: secretary,
    holders: { min: 1, max: 2 },
    excludes: ["auditor"],
    demands_second_factor: false,
  },
  {
    ...usual,
    key: "administrative-secretary",
    name: {
      fr: { m: "Secrétaire administratif", f: "Secrétaire administrative", n: "Secrétariat administratif" },
      en: { m: "Administrative secretary", f: "Administrative secretary", n: "Administrative secretary" },
    },
    capabilities: secretary,
    holders: { min: 1, max: 2 },
    excludes: ["auditor"],
    demands_second_factor: false,
  },
  {
    ...usual,
    key: "treasurer",
    name: {
      fr: { m: "Trésorier", f: "Trésorière", n: "Trésorerie" },
      en: { m: "Treasurer", f: "Treasurer", n: "Treasurer" },
    },
    capabilities: ["people.read", "meetings.prepare", "tasks.manage", "exports.make"],
    holders: { min: 1, max: 1 },
    excludes: ["auditor"],
    demands_second_factor: true,
  },
  {
    ...usual,
    key: "auditor",
    name: {
      fr: { m: "Vérificateur aux comptes", f: "Vérificatrice aux comptes", n: "Vérification des comptes" },
      en: { m: "Auditor", f: "Auditor", n: "Auditor" },
    },
    capabilities: [],
    holders: { min: 2, max: 2 },
    excludes: ["treasurer", "political-secretary", "administrative-secretary"],
  },
  {
    ...usual,
    key: "webmaster",
    name: {
      fr: { m: "Webmestre", f: "Webmestre", n: "Site et réseaux" },
      en: { m: "Webmaster", f: "Webmaster", n: "Site and networks" },
    },
    capabilities: ["meetings.prepare", "tasks.manage"],
    holders: { min: 0, max: 2 },
  },
  {
    ...usual,
    key: "elections-lead",
    name: {
      fr: { m: "Responsable élections", f: "Responsable élections", n: "Responsable élections" },
      en: { m: "Elections lead", f: "Elections lead", n: "Elections lead" },
    },
    capabilities: ["people.read", "meetings.prepare", "tasks.manage", "matters.manage"],
    holders: { min: 0, max: 2 },
  },
  {
    ...usual,
    key: "regional-delegate",
    name: {
      fr: { m: "Délégué à la régionale", f: "Déléguée à la régionale", n: "Délégation à la régionale" },
      en: { m: "Delegate to the region", f: "Delegate to the region", n: "Delegate to the region" },
    },
    capabilities: ["meetings.prepare", "tasks.manage"],
    holders: { min: 1, max: null },
  },
  {
    ...usual,
    key: "welcome-lead",
    name: {
      fr: { m: "Responsable accueil", f: "Responsable accueil", n: "Responsable accueil" },
      en: { m: "Welcome lead", f: "Welcome lead", n: "Welcome lead" },
    },
    capabilities: ["people.read", "people.manage", "tasks.manage"],
    holders: { min: 0, max: 2 },
  },
  {
    ...elected,
    key: "municipal-councillor",
    name: {
      fr: { m: "Conseiller communal", f: "Conseillère communale", n: "Conseil communal" },
      en: { m: "Municipal councillor", f: "Municipal councillor", n: "Municipal councillor" },
    },
    capabilities: ["people.read", "meetings.prepare", "tasks.manage", "matters.manage"],
  },
  {
    ...elected,
    key: "alderman",
    name: {
      fr: { m: "Échevin", f: "Échevine", n: "Échevinat" },
      en: { m: "Alderman", f: "Alderwoman", n: "Alderman" },
    },
    capabilities: ["people.read", "meetings.prepare", "tasks.manage", "matters.manage"],
  },
  {
    ...elected,
    key: "cpas-councillor",
    name: {
      fr: { m: "Conseiller CPAS", f: "Conseillère CPAS", n: "Conseil de l’action sociale" },
      en: { m: "Social welfare councillor", f: "Social welfare councillor", n: "Social welfare councillor" },
    },
    capabilities: ["meetings.prepare", "tasks.manage", "matters.manage"],
  },
  {
    ...elected,
    key: "derived-mandate",
    name: {
      fr: { m: "Mandataire dérivé", f: "Mandataire dérivée", n: "Mandat dérivé" },
      en: { m: "Derived mandate holder", f: "Derived mandate holder", n: "Derived mandate" },
    },
    capabilities: ["tasks.manage"],
  },
]
