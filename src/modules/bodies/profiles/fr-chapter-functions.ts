import type { ProfileFunction } from "./profile.ts"
import {
  auditor,
  electionsLead,
  keepsChapter,
  keepsCounterparts,
  municipalCouncillor,
  named,
  regionalDelegate,
  takesPart,
  treasurer,
  usual,
  welcomeLead,
} from "./shared-functions.ts"

// Lengths and limits of terms are asked (fr.local.terms.*): regional rules differ.
export const frChapterFunctions: ProfileFunction[] = [
  {
    ...usual,
    key: "co-secretary",
    name: named(["Cosecrétaire", "Cosecrétaire", "Cosecrétariat"], "Co-secretary"),
    capabilities: keepsChapter,
    holders: { min: 2, max: 2 },
    excludes: ["auditor"],
    parity: true,
  },
  { ...treasurer, excludes: ["auditor", "deputy-treasurer"] },
  {
    ...usual,
    key: "deputy-treasurer",
    name: named(["Trésorier adjoint", "Trésorière adjointe", "Trésorerie adjointe"], "Deputy treasurer"),
    capabilities: ["people.read", "dues.read", "dues.manage", ...takesPart],
    holders: { min: 0, max: 1 },
    excludes: ["auditor", "treasurer"],
    demands_second_factor: true,
  },
  { ...auditor, excludes: ["treasurer", "deputy-treasurer", "co-secretary"] },
  {
    ...usual,
    key: "board-member",
    name: named(["Membre du bureau", "Membre du bureau", "Bureau"], "Board member", "Board"),
    capabilities: [
      "people.read",
      "meetings.prepare",
      "minutes.write",
      "tasks.manage",
      "matters.manage",
      "texts.write",
      ...keepsCounterparts,
    ],
  },
  {
    ...usual,
    key: "communication-lead",
    name: named(
      ["Responsable communication", "Responsable communication", "Communication"],
      "Communication lead",
      "Communication",
    ),
    capabilities: [...takesPart, "texts.write", ...keepsCounterparts],
    holders: { min: 0, max: 2 },
  },
  electionsLead,
  {
    ...welcomeLead,
    name: named(
      ["Responsable adhésions", "Responsable adhésions", "Adhésions et accueil"],
      "Membership lead",
      "Membership and welcome",
    ),
  },
  regionalDelegate,
  municipalCouncillor,
]
