import type { Rule } from "../../../kernel/law/rule.ts"
import { ours, type Profile, read } from "./profile.ts"

const ri = { overridden_by: "règlement intérieur" }
const absent = { value: null, confidence: "?" } as const
const votesCast = {
  majority: { kind: "absolute" },
  of: "votes_cast",
  blanks: "apart",
  abstentions: "apart",
  tie: "rejected",
}
const cnccfp = "cnccfp.fr/a-propos/vous-etes-un-parti-politique"

const local: Rule[] = [
  ours("FR", { key: "fr.local.notice.assembly", value: 15, unit: "days", count_basis: "dispatch", ...ri }),
  ours("FR", { key: "fr.local.notice.statutory", value: 15, unit: "days", count_basis: "dispatch", ...ri }),
  ours("FR", { key: "fr.local.notice.secretariat", value: 3, unit: "days", count_basis: "dispatch", ...ri }),
  ours("FR", { key: "fr.local.items.assembly", value: 18, unit: "days", ...ri }),
  ours("FR", { key: "fr.local.items.secretariat", value: 4, unit: "days", ...ri }),
  ours("FR", { key: "fr.local.quorum.assembly", value: { of: "nobody" }, unit: "quorum", ...ri }),
  ours("FR", { key: "fr.local.majority", value: votesCast, unit: "majority", ...ri }),
  ours("FR", {
    key: "fr.local.majority.ri",
    value: { ...votesCast, majority: { kind: "fraction", fraction: [2, 3] } },
    unit: "majority",
    ...ri,
  }),
  ours("FR", { key: "fr.local.auditors", value: 2, unit: "persons", ...ri }),
  ours("FR", { key: "fr.local.payment.signatures", value: 2, unit: "persons", ...ri }),
  read("FR", { key: "fr.local.quorum.statutory", unit: "quorum", ...absent, ...ri }),
  read("FR", { key: "fr.local.proxies", unit: "proxies", ...absent, ...ri }),
  read("FR", { key: "fr.local.terms.months", unit: "months", ...absent, ...ri }),
  read("FR", { key: "fr.local.terms.consecutive", unit: "times", ...absent, ...ri }),
  read("FR", { key: "fr.local.vote.waiting", unit: "months", ...absent, ...ri }),
  read("FR", {
    key: "fr.local.dues",
    value: "by_income",
    unit: "choice",
    legal_basis: "Règlement intérieur régional, exemple : cotisation individuelle selon le revenu, jamais en espèces",
    source: "paca.eelv.fr",
    confidence: "V-",
    overridden_by: "statuts",
  }),
  read("FR", {
    key: "fr.local.admission",
    value: "region_after_local_opinion",
    unit: "choice",
    legal_basis: "Règlement intérieur régional, exemple : la région examine, après avis du groupe local",
    source: "paca.eelv.fr",
    confidence: "V-",
    overridden_by: "statuts",
  }),
]

const law: Rule[] = [
  read("FR", {
    key: "fr.party.per_person",
    value: 7500_00,
    unit: "cents",
    legal_basis: "Loi 88-227, dons et cotisations par an, tous partis confondus",
    source: cnccfp,
    confidence: "V",
  }),
  read("FR", {
    key: "fr.party.cash",
    value: 150_00,
    unit: "cents",
    legal_basis: "Loi 88-227, au-delà par chèque, virement, prélèvement ou carte",
    source: "paperblog 3405909",
    confidence: "V-",
  }),
  read("FR", {
    key: "fr.party.donor_list",
    value: "04-15",
    unit: "day_of_year",
    legal_basis: "Liste des donateurs et cotisants à la CNCCFP",
    source: cnccfp,
    confidence: "V",
  }),
  read("FR", {
    key: "fr.party.accounts",
    value: "06-30",
    unit: "day_of_year",
    legal_basis: "Comptes certifiés à la CNCCFP",
    source: cnccfp,
    confidence: "V",
  }),
  read("FR", {
    key: "fr.campaign.per_person",
    value: 4600_00,
    unit: "cents",
    legal_basis: "Code électoral L52-8",
    source: "ballastconseil.eu; legal.tricoteuses.fr JORFARTI000023883983",
    confidence: "V",
    note: "Par personne et par élection, tous candidats confondus.",
  }),
  read("FR", {
    key: "fr.campaign.account",
    value: "tenth_friday_18h",
    unit: "choice",
    legal_basis: "Code électoral L52-12",
    confidence: "M+",
    note: "Avant 18 heures le dixième vendredi suivant le premier tour.",
  }),
]

export const frChapterRules: Rule[] = [...local, ...law]

export const frChapterQuestions: Profile["questions"] = [
  {
    rule: "fr.local.quorum.statutory",
    ask: {
      fr: "Faut-il un nombre minimum de membres pour qu’une assemblée statutaire décide ? Voir votre règlement intérieur.",
      en: "How many members must there be for a statutory assembly to decide? See your own rules.",
    },
  },
  {
    rule: "fr.local.proxies",
    ask: {
      fr: "Combien de procurations un membre peut-il porter ? Zéro si elles ne sont pas admises.",
      en: "How many proxies may a member hold? Zero if they are not allowed.",
    },
  },
  {
    rule: "fr.local.terms.months",
    ask: { fr: "Combien de mois dure un mandat interne ?", en: "How many months does an internal mandate last?" },
  },
  {
    rule: "fr.local.terms.consecutive",
    ask: {
      fr: "Combien de mandats de suite une personne peut-elle faire dans la même fonction ?",
      en: "How many terms in a row may one person serve in the same function?",
    },
  },
  {
    rule: "fr.local.vote.waiting",
    ask: {
      fr: "Combien de mois après son adhésion un membre peut-il voter ?",
      en: "How many months after joining may a member vote?",
    },
  },
]
