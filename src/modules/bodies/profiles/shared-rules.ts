import type { Rule } from "../../../kernel/law/rule.ts"
import { ours, type Profile, read } from "./profile.ts"

/** More than half of the votes cast, neither blanks nor abstentions counted; a tie rejects. */
export const absolute = {
  majority: { kind: "absolute" },
  of: "votes_cast",
  blanks: "apart",
  abstentions: "apart",
  tie: "rejected",
}
export const twoThirds = { ...absolute, majority: { kind: "fraction", fraction: [2, 3] } }

/** A rule that nobody has read: the body is asked. */
export const absent = { value: null, confidence: "?" } as const

/** What every body has, whatever its country: the key says "any". */
export const anyBodyRules = (jurisdiction: string, text: Pick<Rule, "overridden_by">): Rule[] => [
  ours(jurisdiction, { key: "any.body.counterparts.stale", value: 18, unit: "months", ...text }),
  // Days in which the count of a vote may be contested.
  ours(jurisdiction, { key: "any.body.votes.challenge_days", value: 15, unit: "days", ...text }),
]

/** What chapters have in common: our proposals for their meetings, and what only they can say. */
export const chapterRulesIn = (jurisdiction: string, place: string, text: Pick<Rule, "overridden_by">): Rule[] => {
  const sent = { unit: "days", count_basis: "dispatch", ...text } as const
  return [
    ours(jurisdiction, { key: `${place}.notice.assembly`, value: 15, ...sent }),
    ours(jurisdiction, { key: `${place}.notice.statutory`, value: 15, ...sent }),
    ours(jurisdiction, { key: `${place}.notice.secretariat`, value: 3, ...sent }),
    ours(jurisdiction, { key: `${place}.items.assembly`, value: 18, unit: "days", ...text }),
    ours(jurisdiction, { key: `${place}.items.secretariat`, value: 4, unit: "days", ...text }),
    ours(jurisdiction, { key: `${place}.quorum.assembly`, value: { of: "nobody" }, unit: "quorum", ...text }),
    // Days in which an application is answered; where nobody has to decide, silence accepts at their end.
    ours(jurisdiction, { key: `${place}.admission.days`, value: 30, unit: "days", ...text }),
    ours(jurisdiction, { key: `${place}.dues.second_letter`, value: 30, unit: "days", ...text }),
    ours(jurisdiction, { key: `${place}.dues.third_letter`, value: 30, unit: "days", ...text }),
    ours(jurisdiction, { key: `${place}.auditors`, value: 2, unit: "persons", ...text }),
    ours(jurisdiction, { key: `${place}.payment.signatures`, value: 2, unit: "persons", ...text }),
    read(jurisdiction, { key: `${place}.quorum.statutory`, unit: "quorum", ...absent, ...text }),
    read(jurisdiction, { key: `${place}.quorum.waived_after`, unit: "times", ...absent, ...text }),
    read(jurisdiction, { key: `${place}.quorum.interval`, unit: "days", ...absent, ...text }),
    read(jurisdiction, { key: `${place}.terms.months`, unit: "months", ...absent, ...text }),
    ...anyBodyRules(jurisdiction, text),
  ]
}

/** What every chapter is asked; `where` is the text where it finds the answer. */
export const chapterQuestions = (place: string, where: string): Profile["questions"] => [
  {
    rule: `${place}.quorum.statutory`,
    ask: {
      fr: `Faut-il un nombre minimum de membres pour qu’une assemblée statutaire décide ? Voir votre ${where}.`,
      en: "How many members must there be for a statutory assembly to decide? See your own rules.",
    },
  },
  {
    rule: `${place}.quorum.waived_after`,
    ask: {
      fr: "Quand le nombre a manqué, après combien de convocations décide-t-on quel que soit le nombre ? 0 si cela n’arrive jamais.",
      en: "Once the number lacked, after how many convocations may one decide whatever the number? 0 if never.",
    },
  },
  {
    rule: `${place}.quorum.interval`,
    ask: {
      fr: "Quand le nombre a manqué, combien de jours au moins avant la réunion qui reprend les mêmes points ?",
      en: "Once the number lacked, how many days at least before the meeting that takes up the same items?",
    },
  },
  {
    rule: `${place}.terms.months`,
    ask: { fr: "Combien de mois dure un mandat interne ?", en: "How many months does an internal mandate last?" },
  },
  {
    rule: `${place}.vote.waiting`,
    ask: {
      fr: "Combien de mois après son adhésion un membre peut-il voter ?",
      en: "How many months after joining may a member vote?",
    },
  },
]

/** What every body owes the people it knows (LAW.md §4): when it answers them, and how long it keeps what it no longer needs. */
export const privacyRules: Rule[] = [
  read("EU", {
    key: "eu.all.privacy.answer",
    value: 1,
    unit: "months",
    legal_basis: "RGPD art. 12(3)",
    confidence: "M+",
    note: "Deux mois de plus si la demande est complexe, à dire dans le premier mois",
  }),
  ours("EU", {
    key: "eu.all.privacy.keep_former",
    value: 36,
    unit: "months",
    legal_basis: "RGPD art. 5(1)(e)",
    overridden_by: "règlement",
    note: "Usage de la CNIL : trois ans sans contact. Notre proposition, à revoir",
  }),
  ours("EU", {
    key: "eu.all.privacy.keep_openings",
    value: 12,
    unit: "months",
    legal_basis: "RGPD art. 5(1)(e)",
    overridden_by: "règlement",
    note: "Usage de la CNIL : six à douze mois pour les journaux. Notre proposition, à revoir",
  }),
  ours("EU", {
    key: "eu.all.privacy.keep_books",
    value: 12,
    unit: "months",
    legal_basis: "RGPD art. 5(1)(e)",
    overridden_by: "règlement",
    note: "Les textes, les positions et les rapports restent à leur place. Notre proposition, à revoir",
  }),
]

/** Whoever comes to us is answered within this time; past it, the secretariat sees them on its page of today. */
export const welcomeRules: Rule[] = [
  ours("EU", { key: "eu.all.welcome.first_contact", value: 48, unit: "hours", overridden_by: "règlement" }),
]
