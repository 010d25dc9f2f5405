import type { IncompatibilityRule } from "./incompatibilities.ts"
import type { InstitutionKind } from "./kinds.ts"

// An assembly whose members the people elect: the party counts their terms alike.
const assemblies: readonly InstitutionKind[] = [
  "municipal_council",
  "provincial_council",
  "department_council",
  "regional_council",
  "parliament",
  "regional_parliament",
  "european_parliament",
]

/** The law's own rules, each with where it was read. A new one, or the end of an old one, is a line here with its dates. */
export const lawOfOffices: readonly IncompatibilityRule[] = [
  {
    key: "be.deputy_college",
    country: "BE",
    against: { pair: [{ kinds: ["regional_parliament"] }, { kinds: ["college"] }] },
    basis: "Décret wallon sur le décumul, applicable depuis les élections communales de 2018, avec peu d’exceptions",
    source: "rtbf.be 10035697",
    read_on: "2026-11-22",
    // The colleges elected in October 2018 were installed on the first Monday of December.
    valid_from: "2018-12-03",
    valid_to: null,
    confidence: "V",
  },
  {
    // No incompatibility, a cap that nobody sees from one mandate alone: whoever holds both is told to count.
    key: "be.cpas_third",
    country: "BE",
    against: {
      pair: [
        { kinds: ["cpas"], roles: ["councillor", "member"] },
        { kinds: ["municipal_council"], roles: ["councillor", "president"] },
      ],
    },
    basis: "Loi organique des CPAS du 8 juillet 1976 ; circulaires du 28 octobre 2018",
    source: "parlement-wallonie.be iddoc=109927",
    read_on: "2026-11-26",
    valid_from: null,
    valid_to: null,
    confidence: "V",
  },
  {
    key: "fr.two_councils",
    country: "FR",
    against: {
      of: {
        kinds: ["regional_council", "department_council", "municipal_council"],
        roles: ["councillor", "mayor", "alderman", "president", "vice_president"],
      },
      at_most: 2,
    },
    basis: "Code électoral, art. L46-1 : trente jours pour choisir",
    source: "legifrance.gouv.fr LEGIARTI000027572066",
    read_on: "2026-11-26",
    valid_from: "2020-03-01",
    valid_to: null,
    confidence: "V",
  },
  {
    key: "fr.two_executives",
    country: "FR",
    against: {
      of: { kinds: ["regional_council", "department_council", "municipal_council"], roles: ["president", "mayor"] },
      at_most: 1,
    },
    basis: "CGCT, art. L2122-4, L3122-3 et L4133-3",
    source: "senat.fr ct08-230",
    read_on: "2026-11-26",
    valid_from: null,
    valid_to: null,
    confidence: "V-",
  },
  {
    key: "fr.parliament_executive",
    country: "FR",
    against: {
      pair: [
        { kinds: ["parliament"] },
        {
          kinds: ["municipal_council", "intercommunality", "department_council", "regional_council"],
          roles: ["mayor", "alderman", "president", "vice_president"],
        },
      ],
    },
    basis: "Code électoral, art. LO141-1 et LO297 (loi organique 2014-125 du 14 février 2014)",
    source: "legifrance.gouv.fr JORFTEXT000028600521, doctrine.fr LEGIARTI000028601346",
    read_on: "2026-11-26",
    // From the first renewal after 31 March 2017: that of the Assembly, whose article is in force since 19 June; the Senate in autumn.
    valid_from: "2017-06-19",
    valid_to: null,
    confidence: "V",
  },
]

/** The party's limit of terms in a row, from the rulebook of the body: all assemblies counted alike. */
export const termsRule = (rule: {
  value: number
  basis: string
  source: string
  read_on: string | null
  confidence: IncompatibilityRule["confidence"]
}): IncompatibilityRule => ({
  key: "party.terms",
  country: null,
  against: { of: { kinds: assemblies }, in_a_row: rule.value },
  basis: rule.basis,
  source: rule.source,
  read_on: rule.read_on,
  valid_from: null,
  valid_to: null,
  confidence: rule.confidence,
})
