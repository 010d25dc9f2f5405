import type { Rule } from "../../../kernel/law/rule.ts"
import { ours, type Profile, read } from "./profile.ts"
import { absent, absolute, anyBodyRules } from "./shared-rules.ts"

const ri = { overridden_by: "règlement intérieur" }
// In the regional council a tie is settled by whoever presides; in the group it rejects.
const votesCast = { ...absolute, tie: "chair" }
const halfInOffice = { of: "members_in_office", fraction: [1, 2], strictly: true, counts: "present" }

/** What is known of a French regional council and its commissions, whoever follows it. */
export const frRegionalCouncilRules: Rule[] = [
  read("FR", {
    key: "fr.cr.min_frequency",
    value: 3,
    unit: "months",
    legal_basis: "CGCT L4132-8",
    source: "collectivites-locales.gouv.fr/institutions/regles-de-vote-0",
    confidence: "V",
    note: "Au moins une réunion par trimestre, à l’initiative de la présidence.",
  }),
  read("FR", {
    key: "fr.cr.reports_notice",
    value: 12,
    unit: "days",
    count_basis: "dispatch",
    legal_basis: "CGCT L4132-18",
    source: "codes-et-lois.fr; french-business-law.com",
    confidence: "V",
    note: "Le texte ne dit pas « francs » ; la date prudente est un jour plus tôt.",
  }),
  read("FR", {
    key: "fr.cr.urgency",
    value: 1,
    unit: "clear_days",
    count_basis: "dispatch",
    legal_basis: "CGCT L4132-18",
    source: "codes-et-lois.fr; french-business-law.com",
    confidence: "V",
    note: "La présidence en rend compte à l’ouverture ; le conseil se prononce sur l’urgence.",
  }),
  read("FR", {
    key: "fr.cr.quorum",
    value: halfInOffice,
    unit: "quorum",
    legal_basis: "CGCT L4132-13",
    source: "collectivites-locales.gouv.fr/institutions/regles-de-vote-0",
    confidence: "V",
    note: "Présents seulement. À défaut, réunion de plein droit trois jours plus tard, sans quorum.",
  }),
  read("FR", {
    key: "fr.cr.quorum.waived_after",
    value: 1,
    unit: "times",
    legal_basis: "CGCT L4132-13",
    source: "collectivites-locales.gouv.fr/institutions/regles-de-vote-0",
    confidence: "V",
    note: "La réunion se tient de plein droit trois jours plus tard et vaut quel que soit le nombre.",
  }),
  read("FR", {
    key: "fr.cr.quorum.interval",
    value: 3,
    unit: "days",
    legal_basis: "CGCT L4132-13",
    source: "collectivites-locales.gouv.fr/institutions/regles-de-vote-0",
    confidence: "V",
    note: "La réunion se tient de plein droit trois jours plus tard.",
  }),
  read("FR", {
    key: "fr.cr.cp_quorum",
    value: { ...halfInOffice, counts: "present_or_represented" },
    unit: "quorum",
    legal_basis: "CGCT L4132-13-1",
    source: "etalab/codes-juridiques-francais (2014)",
    confidence: "V-",
    note: "Commission permanente : présents ou représentés.",
  }),
  read("FR", {
    key: "fr.cr.majority",
    value: votesCast,
    unit: "majority",
    legal_basis: "CGCT L4132-13 et L4132-14",
    source: "collectivites-locales.gouv.fr/institutions/regles-de-vote-0",
    confidence: "V",
  }),
  read("FR", {
    key: "fr.cr.proxies",
    value: { per_holder: 1 },
    unit: "proxies",
    legal_basis: "CGCT L4132-15",
    source: "etalab/codes-juridiques-francais (2014)",
    confidence: "V",
  }),
  read("FR", {
    key: "fr.cr.ri_adopted",
    value: 3,
    unit: "months",
    legal_basis: "CGCT L4132-6",
    source: "lagazettedescommunes.com/803508",
    confidence: "V",
    note: "Après chaque renouvellement.",
  }),
  // LAW §1.5: no stored règlement intérieur gives these figures, and they differ from one region to the next.
  read("FR", { key: "fr.cr.cp_notice", unit: "days", ...absent, ...ri }),
  read("FR", { key: "fr.cr.amendments_until", unit: "days", ...absent, ...ri }),
  read("FR", { key: "fr.cr.voeux_until", unit: "days", ...absent, ...ri }),
  read("FR", {
    key: "fr.cr.oral_questions_until",
    unit: "days",
    legal_basis: "CGCT L4132-20 : fréquence et forme au règlement intérieur",
    source: "doctrine.fr LEGIARTI000006392157",
    ...absent,
    ...ri,
  }),
  read("FR", { key: "fr.cr.speaking_time", unit: "minutes", ...absent, ...ri }),
  read("FR", {
    key: "fr.cr.tribune_signs",
    unit: "signs",
    legal_basis: "CGCT L4132-23-1 : espace réservé aux groupes, modalités au règlement intérieur",
    source: "questions.assemblee-nationale.fr 17-9026",
    ...absent,
    ...ri,
  }),
]

const group: Rule[] = [
  read("FR", { key: "fr.group.minimum_size", unit: "persons", ...absent, ...ri }),
  read("FR", {
    key: "fr.group.staff_cap",
    value: 30,
    unit: "percent",
    legal_basis: "CGCT L4132-23",
    source: "french-business-law.com L4132-23",
    confidence: "V",
    note: "Des indemnités versées chaque année aux conseillers, charges comprises, pour toute l’assemblée.",
  }),
  read("FR", {
    key: "fr.group.campaign_means",
    value: false,
    unit: "yes_no",
    legal_basis: "Code électoral L52-8",
    confidence: "M+",
    note: "Les moyens du groupe ne servent ni un parti ni une campagne.",
  }),
  ours("FR", { key: "fr.group.notice.meeting", value: 3, unit: "days", count_basis: "dispatch", ...ri }),
  ours("FR", { key: "fr.group.items.meeting", value: 4, unit: "days", ...ri }),
  ours("FR", { key: "fr.group.quorum", value: { of: "nobody" }, unit: "quorum", ...ri }),
  ours("FR", {
    key: "fr.group.majority",
    value: absolute,
    unit: "majority",
    note: "Notre proposition : à défaut de consensus, et la position de chaque sensibilité est notée à côté.",
    ...ri,
  }),
  ours("FR", { key: "fr.group.proxies", value: { per_holder: 1 }, unit: "proxies", ...ri }),
  ...anyBodyRules("FR", ri),
]

export const frRegionalGroupRules: Rule[] = [...frRegionalCouncilRules, ...group]

export const frRegionalCouncilQuestions: Profile["questions"] = [
  {
    rule: "fr.cr.cp_notice",
    ask: {
      fr: "Combien de jours avant la commission permanente les rapports sont-ils transmis ? Voir le règlement intérieur.",
      en: "How many days before the permanent commission are the reports sent? See the rules of procedure.",
    },
  },
  {
    rule: "fr.cr.amendments_until",
    ask: {
      fr: "Jusqu’à combien de jours avant la séance un amendement peut-il être déposé ?",
      en: "Until how many days before the sitting may an amendment be lodged?",
    },
  },
  {
    rule: "fr.cr.voeux_until",
    ask: {
      fr: "Jusqu’à combien de jours avant la séance un vœu peut-il être déposé ?",
      en: "Until how many days before the sitting may a wish (vœu) be lodged?",
    },
  },
  {
    rule: "fr.cr.oral_questions_until",
    ask: {
      fr: "Jusqu’à combien de jours avant la séance une question orale peut-elle être déposée ?",
      en: "Until how many days before the sitting may an oral question be lodged?",
    },
  },
  {
    rule: "fr.cr.speaking_time",
    ask: {
      fr: "De combien de minutes de parole le groupe dispose-t-il par séance ?",
      en: "How many minutes of speaking time has the group in a sitting?",
    },
  },
  {
    rule: "fr.cr.tribune_signs",
    ask: {
      fr: "Combien de signes, espaces compris, la tribune du magazine peut-elle compter ?",
      en: "How many signs, spaces included, may the column in the magazine have?",
    },
  },
]

export const frRegionalGroupQuestions: Profile["questions"] = [
  ...frRegionalCouncilQuestions,
  {
    rule: "fr.group.minimum_size",
    ask: {
      fr: "Combien d’élus faut-il pour former un groupe ? Voir le règlement intérieur.",
      en: "How many councillors does it take to form a group? See the rules of procedure.",
    },
  },
]
