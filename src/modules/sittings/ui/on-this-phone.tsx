import { useEffect, useState } from "react"
import type { ReadOf } from "../../../shell/api.ts"
import { canKeep, dropSitting, keepSitting, type KeptSitting, keptSittings } from "../../../shell/kept.ts"
import { useSession } from "../../../shell/session.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

type Sitting = ReadOf<"sittings.books">["sitting"]

/** Keeps the order of business and the book on this device, and says in plain words what rests there, and until when. */
export const OnThisPhone = ({ of: sitting }: { of: Sitting }) => {
  const t = useWords()
  const say = useFigures()
  const person = useSession().person?.id ?? ""
  const [kept, setKept] = useState<KeptSitting>()
  const [busy, setBusy] = useState(false)
  const look = async () => setKept((await keptSittings(person)).find(({ id }) => id === sitting.id))
  useEffect(() => {
    void keptSittings(person).then((all) => setKept(all.find(({ id }) => id === sitting.id)))
  }, [person, sitting.id])
  const lastDay = sitting.last_day
  if (!canKeep())
    return (
      <Sheet title={t("sittings.kept.title")} padded>
        <p className="soft">{t("sittings.kept.cannot")}</p>
      </Sheet>
    )
  // A sitting that is long past would be gone at once.
  if (lastDay < today()) return null
  const act = async (work: () => Promise<void>, done: string) => {
    setBusy(true)
    try {
      await work()
      tell({ words: done })
    } catch {
      tell({ words: t("sittings.kept.failed"), bad: true })
    }
    await look()
    setBusy(false)
  }
  const keep = () =>
    keepSitting(
      { id: sitting.id, title: sitting.title, until: `${lastDay}T23:59:59` },
      { person, words: { title: t("sittings.kept.offline"), lead: t("sittings.kept.offline.lead") } },
    )
  return (
    <Sheet title={t("sittings.kept.title")} padded>
      <p>{t("sittings.kept.lead", { until: say.day(lastDay) })}</p>
      {kept && (
        <p>
          {t("sittings.kept.at", { at: say.moment(kept.at) })}{" "}
          <a href={`/api/sittings/${sitting.id}/a-emporter.pdf`}>{t("sittings.kept.book")}</a>
        </p>
      )}
      <div className="bar">
        <button
          type="button"
          className={kept ? "button" : "button main"}
          aria-busy={busy || undefined}
          onClick={() => void act(keep, t("sittings.kept.done"))}
        >
          {t(kept ? "sittings.kept.again" : "sittings.kept.keep")}
        </button>
        {kept && (
          <button
            type="button"
            className="button quiet"
            onClick={() => void act(() => dropSitting(sitting.id), t("sittings.kept.dropped"))}
          >
            {t("sittings.kept.drop")}
          </button>
        )}
      </div>
    </Sheet>
  )
}
