import type { Profile } from "./profile.ts"

// Read on 26 November 2026: loi 2021-191 of 22 February 2021, art. 1 II, on juriblio.fr. The municipal ones (code électoral
// L227, mairesdefrance.com 28157) stand in the chapter's profile. No decree fixes a day yet.
/** The next renewal of the regional councils: the law says the month, a decree will say the day. */
export const frRegional2028: Profile["elections"][number] = {
  kind: "regional",
  day: "2028-03-01",
  is_month: true,
  source: {
    fr: "Le mandat des conseillers régionaux élus en juin 2021 prend fin en mars 2028. Un décret dira le jour (loi 2021-191, art. 1er).",
    en: "The term of the regional councillors elected in June 2021 ends in March 2028. A decree will say the day (loi 2021-191, art. 1).",
  },
}
