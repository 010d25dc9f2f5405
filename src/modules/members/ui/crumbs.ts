import { useWords } from "../../../shell/use-words.ts"

/** The way back to the page of members and dues. */
export const useMembersCrumbs = () => {
  const t = useWords()
  return [
    { words: t("people.title"), to: "/personnes" },
    { words: t("members.title"), to: "/membres" },
  ]
}
