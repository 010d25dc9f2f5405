import { useMemo } from "react"
import { counted } from "../../../kernel/rich-text/count.ts"
import type { RichDoc } from "../../../shell/rich-text.tsx"
import { Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

/** How long a text is: signs with spaces, and how long it lasts aloud, against its limits; counted while one types. */
export const Counts = ({
  of,
  limits,
  pace,
}: {
  of: RichDoc | null
  limits: { limit_signs: number | null; limit_minutes: number | null }
  pace: number
}) => {
  const t = useWords()
  const say = useFigures()
  const { signs, words } = useMemo(() => counted(of as Parameters<typeof counted>[0]), [of])
  const { limit_signs: most, limit_minutes: minutes } = limits
  const lasts = Math.max(1, Math.round(words / pace))
  const isTooLong = minutes !== null && words > minutes * pace
  return (
    <p className="bar soft">
      {most === null ? (
        <span>{t("texts.signs", { count: signs })}</span>
      ) : signs > most ? (
        <Mark kind="bad">{t("texts.signs.over", { over: signs - most, limit: most })}</Mark>
      ) : (
        <span>{t("texts.signs.left", { left: most - signs, limit: most })}</span>
      )}
      {words > 0 &&
        (isTooLong ? (
          <Mark kind="wait">
            {t("texts.spoken.over", { time: say.lasting(Math.ceil(words / pace)), limit: say.lasting(minutes) })}
          </Mark>
        ) : (
          <span>{t("texts.spoken", { time: say.lasting(lasts) })}</span>
        ))}
    </p>
  )
}
