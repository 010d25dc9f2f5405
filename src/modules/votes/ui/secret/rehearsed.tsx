import type { ReadOf } from "../../../../shell/api.ts"
import { useFigures, useWords } from "../../../../shell/use-words.ts"

type Rehearsed = ReadOf<"votes.operation">["ballots"][number]["rehearsed"]

/** Who rehearsed the opening of an urn, when and how; where it was not, why that matters. */
export const RehearsedWords = ({ of: { state, last } }: { of: Rehearsed }) => {
  const t = useWords()
  const say = useFigures()
  const names = (some: NonNullable<Rehearsed["last"]>["tellers"]) =>
    new Intl.ListFormat(document.documentElement.lang).format(some.map(({ name }) => name))
  const words = last
    ? t(`votes.rehearsed.${state}`, {
        at: say.moment(last.at),
        who: names(last.tellers),
        papers: names(last.tellers.filter(({ how }) => how === "paper")),
      })
    : t("votes.rehearsed.no")
  return state === "yes" ? (
    words
  ) : (
    <>
      {words} {t(`votes.rehearsed.${state}.why`)}
    </>
  )
}
