import { frChapterFunctions as functions } from "./fr-chapter-functions.ts"
import { frChapterMeetings as meeting_types } from "./fr-chapter-meetings.ts"
import { frChapterQuestions as questions, frChapterRules as rules } from "./fr-chapter-rules.ts"
import { frChapterYear as year } from "./fr-chapter-year.ts"
import type { Profile } from "./profile.ts"
import { privacyRules } from "./shared-rules.ts"

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
  rules: [...rules, ...privacyRules],
  questions,
  functions,
  meeting_types,
  year,
  elections: [],
}
