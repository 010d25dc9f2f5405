import { frChapterFunctions as functions } from "./fr-chapter-functions.ts"
import { frChapterMeetings as meeting_types } from "./fr-chapter-meetings.ts"
import { frChapterQuestions as questions, frChapterRules as rules } from "./fr-chapter-rules.ts"
import { frChapterYear as year } from "./fr-chapter-year.ts"
import { frRegional2028 } from "./fr-elections.ts"
import type { Profile } from "./profile.ts"
import { privacyRules, welcomeRules } from "./shared-rules.ts"

/** A local group of a party in France: co-secretaries, a treasurer, an assembly of members. */
export const frChapter: Profile = {
  key: "fr-chapter",
  name: { fr: "Groupe local d’un parti, France", en: "Party chapter, France" },
  kinds: ["chapter"],
  country: "FR",
  zone: "Europe/Paris",
  language: "fr",
  means: "party",
  founder: "co-secretary",
  rules: [...rules, ...privacyRules, ...welcomeRules],
  questions,
  functions,
  meeting_types,
  year,
  elections: [
    frRegional2028,
    {
      kind: "municipal",
      day: "2032-03-01",
      is_month: true,
      source: {
        fr: "Renouvellement des conseils municipaux tous les six ans, en mars : le dernier en mars 2026. Un décret dira le jour, trois mois avant au moins (code électoral, L227).",
        en: "Municipal councils are renewed every six years, in March: last in March 2026. A decree says the day at least three months before (code électoral, L227).",
      },
    },
  ],
}
