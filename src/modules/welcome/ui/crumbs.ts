import { useWords } from "../../../shell/use-words.ts"

/** The way back to those who are on the way. */
export const useWelcomeCrumbs = () => {
  const t = useWords()
  return [
    { words: t("people.title"), to: "/personnes" },
    { words: t("welcome.title"), to: "/arrivants" },
  ]
}
