import type { Rule } from "../../../kernel/law/rule.ts"
import { ours, type Profile, read } from "./profile.ts"
import { absent, absolute, chapterQuestions, chapterRulesIn, twoThirds } from "./shared-rules.ts"

const ri = { overridden_by: "règlement intérieur" }
const cnccfp = "cnccfp.fr/a-propos/vous-etes-un-parti-politique"

const local: Rule[] = [
  ...chapterRulesIn("FR", "fr.local", ri),
  ours("FR", { key: "fr.local.majority", value: absolute, unit: "majority", ...ri }),
  ours("FR", { key: "fr.local.majority.ri", value: twoThirds, unit: "majority", ...ri }),
  read("FR", { key: "fr.local.proxies", unit: "proxies", ...absent, ...ri }),
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
  ...chapterQuestions("fr.local", "règlement intérieur"),
  {
    rule: "fr.local.proxies",
    ask: {
      fr: "Combien de procurations un membre peut-il porter ? Zéro si elles ne sont pas admises.",
      en: "How many proxies may a member hold? Zero if they are not allowed.",
    },
  },
  {
    rule: "fr.local.terms.consecutive",
    ask: {
      fr: "Combien de mandats de suite une personne peut-elle faire dans la même fonction ?",
      en: "How many terms in a row may one person serve in the same function?",
    },
  },
]
