import { profileCapabilities, type ProfileFunction } from "./profile.ts"

const usual = {
  holders: { min: 0, max: null },
  term_months: null,
  consecutive_max: null,
  excludes: [],
  parity: false,
  demands_second_factor: false,
  reach: "body",
} as const satisfies Partial<ProfileFunction>
// Staff are public contract agents of the region: the group directs their work, the region employs them (CGCT L4132-23).
const employed = ["general-secretary", "staff", "press-officer", "assistant"]
const staff: ProfileFunction["capabilities"] = [
  "people.read",
  "meetings.prepare",
  "minutes.write",
  "tasks.manage",
  "matters.manage",
  "exports.make",
]

export const frRegionalGroupFunctions: ProfileFunction[] = [
  {
    ...usual,
    key: "president",
    name: {
      fr: { m: "Président de groupe", f: "Présidente de groupe", n: "Présidence du groupe" },
      en: { m: "Group president", f: "Group president", n: "Group president" },
    },
    capabilities: [...profileCapabilities],
    holders: { min: 1, max: 1 },
    excludes: employed,
    demands_second_factor: false,
    reach: "body and below",
  },
  {
    ...usual,
    key: "vice-president",
    name: {
      fr: { m: "Vice-président de groupe", f: "Vice-présidente de groupe", n: "Vice-présidence du groupe" },
      en: { m: "Group vice-president", f: "Group vice-president", n: "Group vice-president" },
    },
    capabilities: [
      "people.read",
      "meetings.prepare",
      "meetings.convene",
      "meetings.hold",
      "decisions.manage",
      "tasks.manage",
      "matters.manage",
      "confidential.read",
    ],
    demands_second_factor: true,
  },
  {
    ...usual,
    key: "general-secretary",
    name: {
      fr: { m: "Secrétaire général", f: "Secrétaire générale", n: "Secrétariat général" },
      en: { m: "General secretary", f: "General secretary", n: "General secretary" },
    },
    capabilities: [...profileCapabilities],
    holders: { min: 1, max: 1 },
    excludes: ["councillor", "president"],
    demands_second_factor: false,
    reach: "body and below",
  },
  {
    ...usual,
    key: "staff",
    name: {
      fr: { m: "Collaborateur", f: "Collaboratrice", n: "Équipe du groupe" },
      en: { m: "Staff member", f: "Staff member", n: "Group staff" },
    },
    capabilities: staff,
    excludes: ["councillor", "president"],
  },
  {
    ...usual,
    key: "press-officer",
    name: {
      fr: { m: "Attaché de presse", f: "Attachée de presse", n: "Presse et communication" },
      en: { m: "Press officer", f: "Press officer", n: "Press and communication" },
    },
    capabilities: staff,
    excludes: ["councillor", "president"],
  },
  {
    ...usual,
    key: "assistant",
    name: {
      fr: { m: "Assistant du groupe", f: "Assistante du groupe", n: "Assistance du groupe" },
      en: { m: "Group assistant", f: "Group assistant", n: "Group assistant" },
    },
    capabilities: [
      "people.read",
      "people.manage",
      "meetings.prepare",
      "meetings.convene",
      "minutes.write",
      "tasks.manage",
    ],
    excludes: ["councillor", "president"],
  },
  {
    ...usual,
    key: "councillor",
    name: {
      fr: { m: "Conseiller régional", f: "Conseillère régionale", n: "Élu du groupe" },
      en: { m: "Regional councillor", f: "Regional councillor", n: "Regional councillor" },
    },
    capabilities: ["people.read", "meetings.prepare", "tasks.manage", "matters.manage", "confidential.read"],
    excludes: employed,
    term_months: 72,
  },
  {
    ...usual,
    key: "commission-lead",
    name: {
      fr: { m: "Chef de file de commission", f: "Cheffe de file de commission", n: "Chef de file de commission" },
      en: { m: "Commission lead", f: "Commission lead", n: "Commission lead" },
    },
    capabilities: ["meetings.prepare", "meetings.hold", "tasks.manage", "matters.manage"],
  },
  {
    ...usual,
    key: "department-lead",
    name: {
      fr: { m: "Référent départemental", f: "Référente départementale", n: "Référent départemental" },
      en: { m: "Department lead", f: "Department lead", n: "Department lead" },
    },
    capabilities: ["people.read", "meetings.prepare", "tasks.manage", "matters.manage"],
  },
]
