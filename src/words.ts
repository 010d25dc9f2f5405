import { type Language, type Values, format, languages, learnWords } from "./kernel/words/words.ts"

/** One entry for each module that has words. The browser finds them by itself (src/shell/words-fr.ts); their types are here. */
const spoken = [
  {
    fr: () => import("./kernel/words/fr.json", { with: { type: "json" } }),
    en: () => import("./kernel/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./shell/words/fr.json", { with: { type: "json" } }),
    en: () => import("./shell/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/accounts/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/accounts/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/bodies/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/bodies/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/documents/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/documents/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/matters/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/matters/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/counterparts/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/counterparts/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/secretariat/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/secretariat/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/territories/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/territories/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/people/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/people/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/mandates/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/mandates/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/members/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/members/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/offices/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/offices/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/welcome/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/welcome/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/meetings/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/meetings/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/sittings/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/sittings/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/annotations/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/annotations/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/texts/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/texts/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/amendments/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/amendments/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./kernel/file/words/fr.json", { with: { type: "json" } }),
    en: () => import("./kernel/file/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./kernel/sealed-ballots/words/fr.json", { with: { type: "json" } }),
    en: () => import("./kernel/sealed-ballots/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./kernel/amending/words/fr.json", { with: { type: "json" } }),
    en: () => import("./kernel/amending/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/letters/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/letters/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/tasks/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/tasks/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/lists/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/lists/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/skills/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/skills/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/decisions/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/decisions/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/calls/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/calls/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/consent/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/consent/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/designations/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/designations/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/votes/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/votes/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/privacy/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/privacy/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/post/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/post/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/journal/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/journal/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/today/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/today/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/calendar/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/calendar/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/search/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/search/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/exports/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/exports/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/tally/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/tally/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/sight/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/sight/words/en.json", { with: { type: "json" } }),
  },
  {
    fr: () => import("./modules/views/words/fr.json", { with: { type: "json" } }),
    en: () => import("./modules/views/words/en.json", { with: { type: "json" } }),
  },
] as const

/** Every key of every module's `words/fr.json`. */
export type Key = KeysOf<Awaited<ReturnType<(typeof spoken)[number]["fr"]>>["default"]>

/** The sentence for a key known to the compiler. */
export const say = (language: Language, key: Key, values?: Values): string => format(language, key, values)

/** Learns the words of all modules, on the server. */
export const loadWords = async (wanted: readonly Language[] = languages): Promise<void> => {
  for (const language of wanted)
    for (const words of await Promise.all(spoken.map((module) => module[language]())))
      learnWords(language, words.default)
}

type KeysOf<Catalogue> = Catalogue extends unknown ? Extract<keyof Catalogue, string> : never
