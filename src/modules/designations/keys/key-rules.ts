import type { InstitutionKind, Role } from "../../offices/contract.ts"
import type { KeyMethod } from "./key.ts"

/** Where a way of sharing is the law’s, and how sure it is: V read in a text, ? what no text read so far settles. */
export type KeyRule = {
  key: string
  country: "BE" | "FR" | null
  methods: readonly KeyMethod[]
  /** Where it is sat; without it, anywhere. */
  kinds?: readonly InstitutionKind[]
  /** As what; without it, as anything. */
  roles?: readonly Role[]
  basis: string
  source: string
  read_on: string
  confidence: "V" | "V-" | "M+" | "?"
}

/** Shown beside the key, never imposed: the council may have chosen another one. */
const keyRules: readonly KeyRule[] = [
  {
    key: "be.cpas",
    country: "BE",
    methods: ["cpas"],
    basis:
      "Conseil de l’action sociale : règle de trois sur les sièges du conseil communal, puis les plus grandes décimales",
    source: "parlement-wallonie.be iddoc=44005 et 43571",
    read_on: "2026-11-22",
    confidence: "V",
  },
  {
    key: "be.cpas_pact",
    country: "BE",
    methods: ["cpas"],
    basis: "Décret du 26 avril 2012 : les groupes du pacte de majorité gardent la majorité au CPAS",
    source: "parlement-wallonie.be iddoc=44005 et 43571",
    read_on: "2026-11-22",
    confidence: "V",
  },
  {
    key: "be.cpas_tie",
    country: "BE",
    methods: ["cpas"],
    basis: "Départage entre décimales égales",
    source: "–",
    read_on: "2026-11-22",
    confidence: "?",
  },
  {
    key: "be.intercommunale",
    country: "BE",
    methods: ["dhondt", "hare"],
    kinds: ["intercommunale"],
    roles: ["director"],
    basis: "CDLD, art. L1523-15 (conseils d’administration) : D’Hondt, compte tenu des apparentements et regroupements",
    source: "uvcw.be 2177, uvcw.be 2169",
    read_on: "2026-11-22",
    confidence: "V",
  },
  {
    key: "be.intercommunale_delegates",
    country: "BE",
    methods: ["dhondt", "hare"],
    kinds: ["intercommunale"],
    roles: ["delegate"],
    basis:
      "Cinq délégués par commune à l’assemblée générale, dont trois au moins de la majorité, par la clé que le conseil a choisie d’avance",
    source: "uvcw.be 2169",
    read_on: "2026-11-22",
    confidence: "V",
  },
  {
    key: "be.asbl",
    country: "BE",
    methods: ["dhondt"],
    kinds: ["asbl"],
    basis: "CDLD, art. L1234-2 (ASBL de la commune) : D’Hondt, compte tenu des apparentements",
    source: "uvcw.be 2177",
    read_on: "2026-11-22",
    confidence: "V",
  },
]

export type Where = { country: string; kind: InstitutionKind; role: Role }

/** What the law says of a way of sharing, for a body of that country that sits in an institution of that kind. */
export const rulesOf = (method: KeyMethod, { country, kind, role }: Where): readonly KeyRule[] =>
  keyRules.filter(
    (rule) =>
      rule.methods.includes(method) &&
      (rule.country === null || rule.country === country) &&
      (!rule.kinds || rule.kinds.includes(kind)) &&
      (!rule.roles || rule.roles.includes(role)),
  )
