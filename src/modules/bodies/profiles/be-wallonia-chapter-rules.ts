import type { Rule } from "../../../kernel/law/rule.ts"
import { ours, type Profile, read } from "./profile.ts"
import { absent, absolute, chapterQuestions, chapterRulesIn, twoThirds } from "./shared-rules.ts"

// Party statutes and ROI read in stored pages of chapters and regions; the current federal statutes were not found,
// so whatever depends on them is asked, not guessed.
const party = "BE-WAL"
const roi = { overridden_by: "ROI" }

const chapter: Rule[] = [
  ...chapterRulesIn(party, "be.locale", roi),
  read(party, {
    key: "be.locale.majority",
    value: absolute,
    unit: "majority",
    legal_basis: "ROI de locale, exemple du 18 avril 2024",
    source: "vertardent.be",
    confidence: "V-",
    note: "Majorité absolue : plus de la moitié des suffrages exprimés. Le sort d’une égalité est notre lecture.",
    ...roi,
  }),
  read(party, {
    key: "be.locale.majority.exception",
    value: twoThirds,
    unit: "majority",
    legal_basis: "Dérogation à la limite de mandats : vote secret, deux tiers",
    source: "floreffe.ecolo.be 2016; levif.be 685105",
    confidence: "V",
    overridden_by: "statuts",
  }),
  ours(party, { key: "be.locale.majority.roi", value: twoThirds, unit: "majority", ...roi }),
  ours(party, { key: "be.locale.urgency", value: { ...twoThirds, of: "present" }, unit: "majority", ...roi }),
  read(party, {
    key: "be.locale.proxies",
    value: { per_holder: 0 },
    unit: "proxies",
    legal_basis: "Un membre présent, une voix",
    source: "uccle.ecolo.be",
    confidence: "V-",
    note: "Le texte dit présent ; nous lisons : pas de procuration.",
    ...roi,
  }),
  read(party, {
    key: "be.locale.terms.consecutive",
    value: 2,
    unit: "times",
    legal_basis: "Deux mandats consécutifs, toutes assemblées confondues, depuis 2016",
    source: "floreffe.ecolo.be 2016; levif.be 685105",
    confidence: "V",
    overridden_by: "statuts",
  }),
  read(party, {
    key: "be.locale.statutory.electorate",
    value: "members_up_to_date",
    unit: "choice",
    legal_basis: "ROI de locale, exemple de 2018 : convocation spéciale, membres en ordre de cotisation",
    source: "grace-hollogne.ecolo.be",
    confidence: "V",
    ...roi,
  }),
  read(party, { key: "be.locale.parity.secretariat", unit: "yes_no", ...absent, ...roi }),
  ours(party, { key: "be.locale.admission", value: "secretariat", unit: "choice", ...roi }),
  read(party, { key: "be.locale.dues", unit: "cents", ...absent, overridden_by: "statuts" }),
  read(party, { key: "be.locale.vote.age", unit: "years", ...absent, overridden_by: "statuts" }),
  read(party, {
    key: "be.locale.vote.waiting",
    unit: "months",
    ...absent,
    overridden_by: "statuts",
  }),
  read(party, {
    key: "be.locale.retrocession",
    unit: "percent",
    ...absent,
    overridden_by: "statuts",
  }),
  read(party, { key: "be.locale.postal_days", value: 3, unit: "days", confidence: "?", read_on: null, ...roi }),
]

/** What is known of a Walloon municipal council, whoever follows it. */
export const beMunicipalCouncilRules: Rule[] = [
  read("BE-WAL", {
    key: "be.cc.notice",
    value: 7,
    unit: "clear_days",
    count_basis: "receipt",
    legal_basis: "CDLD L1122-13",
    source: "parlement-wallonie.be iddoc=15910; roicc.doische.be",
    confidence: "V",
    note: "Sauf urgence. Le jour de la réception et celui de la réunion ne comptent pas.",
  }),
  read("BE-WAL", {
    key: "be.cc.notice_2_3",
    value: 2,
    unit: "clear_days",
    count_basis: "receipt",
    legal_basis: "CDLD L1122-13 et L1122-17",
    source: "parlement-wallonie.be iddoc=15910",
    confidence: "V",
  }),
  read("BE-WAL", {
    key: "be.cc.added_item",
    value: 5,
    unit: "clear_days",
    count_basis: "receipt",
    legal_basis: "CDLD L1122-24",
    source: "roicc.doische.be",
    confidence: "V",
    note: "Remis au bourgmestre avec une note et un projet de délibération ; l’auteur doit le présenter.",
  }),
  read("BE-WAL", {
    key: "be.cc.min_meetings",
    value: 10,
    unit: "times",
    legal_basis: "CDLD L1122-11, NLC art. 85",
    source: "uvcw.be; comineswarneton.be",
    confidence: "V",
  }),
  read("BE-WAL", {
    key: "be.cc.quorum",
    value: { of: "members_in_office", fraction: [1, 2], strictly: true, counts: "present" },
    unit: "quorum",
    legal_basis: "CDLD L1122-17",
    confidence: "M+",
    note: "Après deux convocations sans le nombre, la troisième vaut quel que soit le nombre.",
  }),
  read("BE-WAL", {
    key: "be.cc.quorum.waived_after",
    value: 2,
    unit: "times",
    legal_basis: "CDLD L1122-17",
    confidence: "M+",
    note: "La troisième convocation vaut pour les points portés pour la troisième fois à l’ordre du jour.",
  }),
  read("BE-WAL", {
    key: "be.cc.quorum.interval",
    value: 2,
    unit: "clear_days",
    legal_basis: "CDLD L1122-13 et L1122-17",
    source: "parlement-wallonie.be iddoc=15910",
    confidence: "V",
    note: "La deuxième convocation part après la réunion où le nombre manquait ; les deux jours francs de son délai les séparent.",
  }),
  read("BE-WAL", {
    key: "be.cc.majority",
    value: absolute,
    unit: "majority",
    legal_basis: "CDLD L1122-26",
    confidence: "M+",
  }),
  read("BE-WAL", {
    key: "be.cc.question_answer",
    value: 1,
    unit: "months",
    legal_basis: "CDLD L1122-10",
    source: "roicc.doische.be; parlement-wallonie.be iddoc=72458",
    confidence: "V",
  }),
  read("BE-WAL", {
    key: "be.cc.regulations_bind",
    value: 5,
    unit: "days",
    legal_basis: "CDLD L1133-2",
    source: "floreffe.be",
    confidence: "V",
  }),
]

const outside: Rule[] = [
  read("BE-WAL", {
    key: "be.mandates.declaration",
    value: "06-01",
    unit: "day_of_year",
    legal_basis: "Organe de contrôle wallon, déclaration avec fiches fiscales",
    source: "interieur.wallonie.be",
    confidence: "V",
  }),
  read("BE", {
    key: "be.mandates.court_of_audit",
    value: "09-30",
    unit: "day_of_year",
    legal_basis: "Lois du 2 mai 1995, Regimand : le délai de la personne elle-même est à relire",
    source: "Permanence",
    confidence: "M",
    note: "L’informateur de l’institution déclare du 15 février au 15 avril ; les listes paraissent le 15 février de la deuxième année.",
  }),
  read("BE-WAL", {
    key: "be.elections.regulated_period",
    value: 3,
    unit: "months",
    legal_basis: "Dépenses électorales locales",
    source: "electionslocales.wallonie.be",
    confidence: "V",
  }),
  read("BE-WAL", {
    key: "be.elections.expenses_declaration",
    value: 30,
    unit: "days",
    legal_basis: "Dépenses électorales locales",
    source: "electionslocales.wallonie.be",
    confidence: "V",
  }),
  read("BE", {
    key: "be.donations.per_beneficiary",
    value: 500_00,
    unit: "cents",
    legal_basis: "Loi du 4 juillet 1989, art. 16bis",
    source: "partylaw.leidenuniv.nl 1661; senate.be 525",
    confidence: "V",
    note: "Par an et par bénéficiaire ; personnes physiques seulement ; identité notée dès 125 €.",
  }),
  read("BE", {
    key: "be.donations.per_donor",
    value: 2000_00,
    unit: "cents",
    legal_basis: "Loi du 4 juillet 1989, art. 16bis",
    source: "partylaw.leidenuniv.nl 1661; senate.be 525",
    confidence: "V",
  }),
]

export const beWalloniaChapterRules: Rule[] = [...chapter, ...beMunicipalCouncilRules, ...outside]

export const beWalloniaChapterQuestions: Profile["questions"] = [
  ...chapterQuestions("be.locale", "ROI"),
  {
    rule: "be.locale.parity.secretariat",
    ask: {
      fr: "Le secrétariat doit-il compter autant de femmes que d’hommes ?",
      en: "Must the secretariat count as many women as men?",
    },
  },
  {
    rule: "be.locale.dues",
    ask: { fr: "Quel est le montant annuel de la cotisation ?", en: "What are the yearly dues?" },
  },
  {
    rule: "be.locale.vote.age",
    ask: { fr: "À partir de quel âge un membre vote-t-il ?", en: "From what age may a member vote?" },
  },
  {
    rule: "be.locale.retrocession",
    ask: {
      fr: "Quelle part de leurs indemnités les mandataires reversent-ils ?",
      en: "What share of their allowances do the elected give back?",
    },
  },
  {
    rule: "be.locale.postal_days",
    ask: {
      fr: "Combien de jours ouvrables compter pour qu’une lettre arrive ? Nous comptons 3 jours.",
      en: "How many working days should be allowed for a letter to arrive? We count 3.",
    },
  },
]
