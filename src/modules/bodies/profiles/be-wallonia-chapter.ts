import { beWalloniaChapterFunctions as functions } from "./be-wallonia-chapter-functions.ts"
import { beWalloniaChapterMeetings as meeting_types } from "./be-wallonia-chapter-meetings.ts"
import {
  beWalloniaChapterRules as rules,
  beWalloniaChapterQuestions as questions,
} from "./be-wallonia-chapter-rules.ts"
import { beWalloniaChapterYear as year } from "./be-wallonia-chapter-year.ts"
import type { Profile } from "./profile.ts"
import { privacyRules, welcomeRules } from "./shared-rules.ts"

/** A local chapter (locale) of a party in a Walloon commune: at least two volunteers, an assembly, a few elected. */
export const beWalloniaChapter: Profile = {
  key: "be-wallonia-chapter",
  name: { fr: "Locale d’un parti, Wallonie", en: "Party chapter, Wallonia" },
  kinds: ["chapter"],
  country: "BE",
  zone: "Europe/Brussels",
  language: "fr",
  means: "party",
  founder: "administrative-secretary",
  rules: [...rules, ...privacyRules, ...welcomeRules],
  questions,
  functions,
  meeting_types,
  year,
  elections: [
    {
      kind: "municipal",
      day: "2030-10-13",
      source: {
        fr: "Élections communales : deuxième dimanche d’octobre, tous les six ans",
        en: "Municipal elections: second Sunday of October, every six years",
      },
    },
  ],
}
