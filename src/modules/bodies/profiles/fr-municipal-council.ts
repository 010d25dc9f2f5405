import type { Rule } from "../../../kernel/law/rule.ts"
import { read } from "./profile.ts"
import { absolute } from "./shared-rules.ts"

const inOffice = { of: "members_in_office", fraction: [1, 2], strictly: true, counts: "present" }

/** What is known of a French municipal council. */
export const frMunicipalCouncilRules: Rule[] = [
  read("FR", {
    key: "fr.cm.notice",
    value: 5,
    unit: "clear_days",
    count_basis: "dispatch",
    legal_basis: "CGCT L2121-12",
    source: "admi.net CGCTERRL-L2121-12; french-business-law.com",
    confidence: "V",
    note: "Communes de 3 500 habitants et plus, avec une note de synthèse sur chaque affaire.",
  }),
  read("FR", {
    key: "fr.cm.notice_small",
    value: 3,
    unit: "clear_days",
    count_basis: "dispatch",
    legal_basis: "CGCT L2121-11",
    source: "senat.fr/rap/l10-020-1; touspolitiques.fr",
    confidence: "V",
    note: "Communes de moins de 3 500 habitants.",
  }),
  read("FR", {
    key: "fr.cm.urgency",
    value: 1,
    unit: "clear_days",
    count_basis: "dispatch",
    legal_basis: "CGCT L2121-11 et L2121-12",
    source: "admi.net CGCTERRL-L2121-12; french-business-law.com",
    confidence: "V",
    note: "Le maire en rend compte à l’ouverture ; le conseil se prononce sur l’urgence.",
  }),
  read("FR", {
    key: "fr.cm.quorum",
    value: inOffice,
    unit: "quorum",
    legal_basis: "CGCT L2121-17",
    confidence: "M+",
    note: "Présents seulement. À défaut, nouvelle réunion à trois jours au moins, sans quorum.",
  }),
  read("FR", {
    key: "fr.cm.majority",
    value: { ...absolute, tie: "chair" },
    unit: "majority",
    legal_basis: "CGCT L2121-20",
    confidence: "M+",
  }),
  read("FR", {
    key: "fr.cm.proxies",
    value: { per_holder: 1 },
    unit: "proxies",
    legal_basis: "CGCT L2121-20",
    confidence: "M+",
  }),
]
