import type { Rule } from "../../../kernel/law/rule.ts"
import { beMunicipalCouncilRules } from "./be-wallonia-chapter-rules.ts"
import { frRegionalCouncilQuestions, frRegionalCouncilRules } from "./fr-regional-group-rules.ts"
import { frMunicipalCouncilRules } from "./fr-municipal-council.ts"
import { ours, type Profile, read } from "./profile.ts"
import { beCpasCouncilRules } from "./be-cpas-council.ts"
import { absent } from "./shared-rules.ts"

/** Assemblies of which a rulebook speaks: the beginning of their keys. */
export const assemblyPlaces = ["fr.cr", "fr.cm", "be.cc", "be.cpas"] as const
export type AssemblyPlace = (typeof assemblyPlaces)[number]

const ri = { overridden_by: "règlement intérieur" }
const roi = { overridden_by: "ROI" }

/** Local by law or by its silence (LAW §1.5): nobody may say them but the assembly's own rules. */
const local = (jurisdiction: string, place: AssemblyPlace, keys: Record<string, Rule["unit"]>): Rule[] =>
  Object.entries(keys).map(([key, unit]) =>
    read(jurisdiction, { key: `${place}.${key}`, unit, ...absent, ...(jurisdiction === "FR" ? ri : roi) }),
  )

// A councillor votes in person there; the law knows no proxy.
const noProxies = (place: AssemblyPlace, legal_basis: string): Rule =>
  read("BE-WAL", { key: `${place}.proxies`, value: { per_holder: 0 }, unit: "proxies", legal_basis, confidence: "M+" })

// The three weeks around a council, as a group lives them: no law says so, and each changes what does not suit it.
const prepared = (place: AssemblyPlace): Rule[] =>
  Object.entries({ prepare_meeting: 4, prepare_positions: 1, prepare_release: 1 }).map(([key, value]) =>
    ours("BE-WAL", { key: `${place}.${key}`, value, unit: "days", legal_basis: "Usage proposé", ...roi }),
  )

const ofAssemblies: Record<AssemblyPlace, Rule[]> = {
  "fr.cr": [
    ...frRegionalCouncilRules,
    ...local("FR", "fr.cr", {
      sub_amendments_until: "days",
      written_questions_until: "days",
      topical_questions_until: "days",
      question_answer: "days",
      commission_notice: "days",
      cp_amendments_until: "days",
    }),
  ],
  "fr.cm": [
    ...frMunicipalCouncilRules,
    ...local("FR", "fr.cm", {
      amendments_until: "days",
      voeux_until: "days",
      oral_questions_until: "days",
      written_questions_until: "days",
      question_answer: "days",
      speaking_time: "minutes",
    }),
  ],
  "be.cc": [
    ...beMunicipalCouncilRules,
    noProxies("be.cc", "CDLD L1122-26"),
    ...prepared("be.cc"),
    // From memory, and so ours: the text is to be read again.
    ours("BE-WAL", {
      key: "be.cc.minutes_available",
      value: 7,
      unit: "clear_days",
      legal_basis: "CDLD L1122-16",
      note: "De mémoire, à vérifier : le procès-verbal est à la disposition des conseillers avant la réunion suivante.",
      ...roi,
    }),
    ...local("BE-WAL", "be.cc", {
      amendments_until: "days",
      oral_questions_until: "days",
      oral_questions_max: "times",
      interpellations_until: "clear_days",
      citizen_until: "clear_days",
      speaking_time: "minutes",
    }),
  ],
  "be.cpas": [
    ...beCpasCouncilRules,
    noProxies("be.cpas", "Loi organique des CPAS du 8 juillet 1976, art. 33"),
    ...prepared("be.cpas"),
    ...local("BE-WAL", "be.cpas", {
      added_item: "clear_days",
      oral_questions_until: "days",
      question_answer: "days",
      speaking_time: "minutes",
    }),
  ],
}

/** The rules of an assembly, as they are written into the rulebook of a body that begins to follow it. */
export const assemblyRules = (place: AssemblyPlace): readonly Rule[] => ofAssemblies[place]

const ask = (rule: string, fr: string, en: string): Profile["questions"][number] => ({ rule, ask: { fr, en } })
const until = (rule: string, fr: string, en: string) =>
  ask(
    rule,
    `Jusqu’à combien de temps avant la séance peut-on déposer ${fr} ? 0 si le jour même convient encore.`,
    `How long before the sitting may ${en} still be lodged? 0 if the day itself will do.`,
  )
const minutes = (place: AssemblyPlace) =>
  ask(
    `${place}.speaking_time`,
    "De combien de minutes de parole le groupe dispose-t-il par séance ?",
    "How many minutes of speaking time has the group in a sitting?",
  )

const answered = (place: AssemblyPlace) =>
  ask(
    `${place}.question_answer`,
    "En combien de jours répond-on à une question écrite ?",
    "Within how many days is a written question answered?",
  )

/** What is asked of each rule that only the assembly's own text can say. */
export const assemblyQuestions: Profile["questions"] = [
  ...frRegionalCouncilQuestions,
  until("fr.cr.sub_amendments_until", "un sous-amendement", "a sub-amendment"),
  until("fr.cr.written_questions_until", "une question écrite", "a written question"),
  until("fr.cr.topical_questions_until", "une question d’actualité", "a topical question"),
  until(
    "fr.cr.cp_amendments_until",
    "un amendement en commission permanente",
    "an amendment in the permanent commission",
  ),
  ask(
    "fr.cr.commission_notice",
    "Combien de jours avant une commission sectorielle les dossiers sont-ils transmis ?",
    "How many days before a sector commission are the papers sent?",
  ),
  until("fr.cm.amendments_until", "un amendement", "an amendment"),
  until("fr.cm.voeux_until", "un vœu", "a wish (vœu)"),
  until("fr.cm.oral_questions_until", "une question orale", "an oral question"),
  until("fr.cm.written_questions_until", "une question écrite", "a written question"),
  answered("fr.cr"),
  answered("fr.cm"),
  minutes("fr.cm"),
  until("be.cc.amendments_until", "un amendement", "an amendment"),
  until("be.cc.oral_questions_until", "une question orale d’actualité", "a topical oral question"),
  ask(
    "be.cc.oral_questions_max",
    "Combien de questions orales d’actualité chaque membre du conseil peut-il poser par séance ?",
    "How many topical oral questions may one councillor ask in a sitting?",
  ),
  ask(
    "be.cc.interpellations_until",
    "Combien de jours francs avant la séance une interpellation se dépose-t-elle au plus tard ? Voir le ROI.",
    "How many clear days before the sitting must an interpellation be lodged? See the rules of procedure.",
  ),
  ask(
    "be.cc.citizen_until",
    "Combien de jours francs avant la séance un habitant dépose-t-il son interpellation ? Voir le ROI.",
    "How many clear days before the sitting does a resident lodge an interpellation? See the rules of procedure.",
  ),
  minutes("be.cc"),
  ask(
    "be.cpas.added_item",
    "Combien de jours francs avant la réunion un point ajouté est-il remis à la présidence ? Voir le ROI.",
    "How many clear days before the meeting must an added item reach the chair? See the rules of procedure.",
  ),
  until("be.cpas.oral_questions_until", "une question orale", "an oral question"),
  answered("be.cpas"),
  minutes("be.cpas"),
]
