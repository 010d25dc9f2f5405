import { useMemo } from "react"
import { counted, secondsOf } from "../../../kernel/rich-text/count.ts"
import type { ReadOf } from "../../../shell/api.ts"
import type { RichDoc } from "../../../shell/rich-text.tsx"
import { Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Of = Pick<ReadOf<"texts.read">, "pace" | "sitting_time"> & {
  text: Pick<ReadOf<"texts.read">["text"], "limit_signs" | "limit_minutes" | "author_name">
}

/** How long a text is: signs with spaces, and how long it lasts aloud at its speaker's pace, against its limits; counted while one types. */
export const Counts = ({ doc, of: { text, pace, sitting_time } }: { doc: RichDoc | null; of: Of }) => {
  const t = useWords()
  const say = useFigures()
  const { signs, words } = useMemo(() => counted(doc as Parameters<typeof counted>[0]), [doc])
  const { limit_signs: most, limit_minutes: minutes } = text
  const lasts = secondsOf(words, pace.words)
  const isTooLong = minutes !== null && lasts > minutes * 60
  return (
    <>
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
              {t("texts.spoken.over", { time: say.lastingSeconds(lasts), limit: say.lasting(minutes) })}
            </Mark>
          ) : (
            <span>
              {minutes === null
                ? t("texts.spoken", { time: say.lastingSeconds(lasts) })
                : t("texts.spoken.within", { time: say.lastingSeconds(lasts), limit: say.lasting(minutes) })}
            </span>
          ))}
      </p>
      {minutes !== null && (
        <p className="soft">
          {pace.timings > 0
            ? t("texts.pace.learned", { pace: pace.words, count: pace.timings, name: text.author_name ?? "" })
            : t("texts.pace.usual", { pace: pace.words })}
          {sitting_time &&
            ` ${t("texts.sitting_time", { count: sitting_time.texts, time: say.lasting(sitting_time.minutes) })}`}
          {sitting_time?.budget != null && (
            <>
              {" "}
              {sitting_time.minutes > sitting_time.budget ? (
                <Mark kind="wait">{t("texts.sitting_budget.over", { time: say.lasting(sitting_time.budget) })}</Mark>
              ) : (
                t("texts.sitting_budget", { time: say.lasting(sitting_time.budget) })
              )}
            </>
          )}
        </p>
      )}
    </>
  )
}
