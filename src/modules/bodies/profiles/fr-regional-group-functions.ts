import { capabilities } from "../capabilities.ts"
import type { ProfileFunction } from "./profile.ts"
import { keepsCounterparts, leads, named, usual } from "./shared-functions.ts"

// Staff are public contract agents of the region: the group directs their work, the region employs them (CGCT L4132-23).
const employed = ["general-secretary", "staff", "press-officer", "assistant"]
const staff: ProfileFunction["capabilities"] = [
  "people.read",
  "meetings.prepare",
  "sittings.manage",
  "texts.write",
  "texts.manage",
  "minutes.write",
  "tasks.manage",
  "matters.manage",
  ...keepsCounterparts,
  "exports.make",
]

export const frRegionalGroupFunctions: ProfileFunction[] = [
  {
    ...usual,
    key: "president",
    name: named(["Président de groupe", "Présidente de groupe", "Présidence du groupe"], "Group president"),
    capabilities: [...capabilities],
    holders: { min: 1, max: 1 },
    excludes: employed,
    reach: "body and below",
  },
  {
    ...usual,
    key: "vice-president",
    name: named(
      ["Vice-président de groupe", "Vice-présidente de groupe", "Vice-présidence du groupe"],
      "Group vice-president",
    ),
    capabilities: [
      "people.read",
      "meetings.prepare",
      "meetings.convene",
      "meetings.hold",
      "decisions.manage",
      "tasks.manage",
      "matters.manage",
      "texts.write",
      "texts.validate",
      "counterparts.read",
      "confidential.read",
    ],
    demands_second_factor: true,
  },
  {
    ...usual,
    key: "general-secretary",
    name: named(["Secrétaire général", "Secrétaire générale", "Secrétariat général"], "General secretary"),
    capabilities: [...capabilities],
    holders: { min: 1, max: 1 },
    excludes: ["councillor", "president"],
    reach: "body and below",
  },
  {
    ...usual,
    key: "staff",
    name: named(["Collaborateur", "Collaboratrice", "Équipe du groupe"], "Staff member", "Group staff"),
    capabilities: staff,
    excludes: ["councillor", "president"],
  },
  {
    ...usual,
    key: "press-officer",
    name: named(
      ["Attaché de presse", "Attachée de presse", "Presse et communication"],
      "Press officer",
      "Press and communication",
    ),
    capabilities: staff,
    excludes: ["councillor", "president"],
  },
  {
    ...usual,
    key: "assistant",
    name: named(["Assistant du groupe", "Assistante du groupe", "Assistance du groupe"], "Group assistant"),
    capabilities: [
      "people.read",
      "people.manage",
      "welcome.manage",
      "meetings.prepare",
      "meetings.convene",
      "sittings.manage",
      "texts.write",
      "texts.manage",
      "minutes.write",
      "tasks.manage",
      ...keepsCounterparts,
    ],
    excludes: ["councillor", "president"],
  },
  {
    ...usual,
    key: "councillor",
    name: named(["Conseiller régional", "Conseillère régionale", "Élu du groupe"], "Regional councillor"),
    capabilities: [...leads, "confidential.read"],
    excludes: employed,
    term_months: 72,
  },
  {
    ...usual,
    key: "commission-lead",
    name: named(
      ["Chef de file de commission", "Cheffe de file de commission", "Chef de file de commission"],
      "Commission lead",
    ),
    capabilities: [
      "meetings.prepare",
      "meetings.hold",
      "tasks.manage",
      "matters.manage",
      "texts.write",
      "counterparts.read",
    ],
  },
  {
    ...usual,
    key: "department-lead",
    name: named(["Référent départemental", "Référente départementale", "Référent départemental"], "Department lead"),
    capabilities: leads,
  },
]
