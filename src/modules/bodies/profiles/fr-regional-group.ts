import { frRegionalGroupFunctions as functions } from "./fr-regional-group-functions.ts"
import { frRegionalGroupMeetings as meeting_types } from "./fr-regional-group-meetings.ts"
import { frRegionalGroupQuestions as questions, frRegionalGroupRules as rules } from "./fr-regional-group-rules.ts"
import { frRegionalGroupYear as year } from "./fr-regional-group-year.ts"
import { frRegional2028 } from "./fr-elections.ts"
import type { Profile } from "./profile.ts"
import { privacyRules, welcomeRules } from "./shared-rules.ts"

/** The office of a group of regional councillors: public means, a president, a general secretary, a small staff. */
export const frRegionalGroup: Profile = {
  key: "fr-regional-group",
  name: { fr: "Groupe d’élus, conseil régional", en: "Group of regional councillors, France" },
  kinds: ["elected_group"],
  country: "FR",
  zone: "Europe/Paris",
  language: "fr",
  means: "public",
  founder: "general-secretary",
  rules: [...rules, ...privacyRules, ...welcomeRules],
  questions,
  functions,
  meeting_types,
  year,
  elections: [frRegional2028],
}
