import type { Rule } from "../../../kernel/law/rule.ts"
import { read } from "./profile.ts"
import { absolute } from "./shared-rules.ts"

/** What is known of the council of a Walloon CPAS; it meets behind closed doors. */
export const beCpasCouncilRules: Rule[] = [
  read("BE-WAL", {
    key: "be.cpas.notice",
    value: 5,
    unit: "clear_days",
    count_basis: "receipt",
    legal_basis: "Loi organique des CPAS du 8 juillet 1976, art. 30",
    source: "parlement-wallonie.be iddoc=120357",
    confidence: "V",
    note: "Par écrit et à domicile, avec l’ordre du jour ; les dossiers complets sont au siège pendant ce délai. Sauf urgence.",
  }),
  read("BE-WAL", {
    key: "be.cpas.quorum",
    value: { of: "members_in_office", fraction: [1, 2], strictly: true, counts: "present" },
    unit: "quorum",
    legal_basis: "Loi organique des CPAS du 8 juillet 1976, art. 32",
    confidence: "M+",
  }),
  read("BE-WAL", {
    key: "be.cpas.majority",
    value: absolute,
    unit: "majority",
    legal_basis: "Loi organique des CPAS du 8 juillet 1976, art. 33",
    confidence: "M+",
  }),
]
