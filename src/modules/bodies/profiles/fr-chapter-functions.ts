import { profileCapabilities, type ProfileFunction } from "./profile.ts"

// Lengths and limits of terms are asked (fr.local.terms.*): regional rules differ.
const usual = {
  term_months: null,
  consecutive_max: null,
  excludes: [],
  parity: false,
  demands_second_factor: false,
  reach: "body",
} as const satisfies Partial<ProfileFunction>

export const frChapterFunctions: ProfileFunction[] = [
  {
    ...usual,
    key: "co-secretary",
    name: {
      fr: { m: "Cosecrétaire", f: "Cosecrétaire", n: "Cosecrétariat" },
      en: { m: "Co-secretary", f: "Co-secretary", n: "Co-secretary" },
    },
    capabilities: [...profileCapabilities],
    holders: { min: 2, max: 2 },
    excludes: ["auditor"],
    parity: true,
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
    excludes: ["auditor", "deputy-treasurer"],
    demands_second_factor: true,
  },
  {
    ...usual,
    key: "deputy-treasurer",
    name: {
      fr: { m: "Trésorier adjoint", f: "Trésorière adjointe", n: "Trésorerie adjointe" },
      en: { m: "Deputy treasurer", f: "Deputy treasurer", n: "Deputy treasurer" },
    },
    capabilities: ["people.read", "meetings.prepare", "tasks.manage"],
    holders: { min: 0, max: 1 },
    excludes: ["auditor", "treasurer"],
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
    holders: { min: 0, max: 2 },
    excludes: ["treasurer", "deputy-treasurer", "co-secretary"],
  },
  {
    ...usual,
    key: "board-member",
    name: {
      fr: { m: "Membre du bureau", f: "Membre du bureau", n: "Bureau" },
      en: { m: "Board member", f: "Board member", n: "Board" },
    },
    capabilities: ["people.read", "meetings.prepare", "minutes.write", "tasks.manage", "matters.manage"],
    holders: { min: 0, max: null },
  },
  {
    ...usual,
    key: "communication-lead",
    name: {
      fr: { m: "Responsable communication", f: "Responsable communication", n: "Communication" },
      en: { m: "Communication lead", f: "Communication lead", n: "Communication" },
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
    key: "welcome-lead",
    name: {
      fr: { m: "Responsable adhésions", f: "Responsable adhésions", n: "Adhésions et accueil" },
      en: { m: "Membership lead", f: "Membership lead", n: "Membership and welcome" },
    },
    capabilities: ["people.read", "people.manage", "tasks.manage"],
    holders: { min: 0, max: 2 },
  },
  {
    ...usual,
    key: "regional-delegate",
    name: {
      fr: { m: "Délégué à la région", f: "Déléguée à la région", n: "Délégation à la région" },
      en: { m: "Delegate to the region", f: "Delegate to the region", n: "Delegate to the region" },
    },
    capabilities: ["meetings.prepare", "tasks.manage"],
    holders: { min: 0, max: null },
  },
  {
    ...usual,
    key: "municipal-councillor",
    name: {
      fr: { m: "Conseiller municipal", f: "Conseillère municipale", n: "Élu municipal" },
      en: { m: "Municipal councillor", f: "Municipal councillor", n: "Municipal councillor" },
    },
    capabilities: ["people.read", "meetings.prepare", "tasks.manage", "matters.manage"],
    holders: { min: 0, max: null },
    term_months: 72,
  },
]
