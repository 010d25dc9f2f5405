import { useId } from "react"
import { useCommand, useRead } from "../../../shell/api.ts"
import { refusalWords } from "../../../shell/fault.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { Pace } from "../watch/paces.ts"

const paces: readonly Pace[] = ["now", "day", "week", "never"]

/** How often one is told of what is new here, and who else is. */
export const Watchers = ({ matterId }: { matterId: string }) => {
  const t = useWords()
  const id = useId()
  const { data } = useRead("matters.watchers", { matterId })
  const { send, error } = useCommand("matters.watch")
  if (!data) return null
  const choose = async (pace: Pace) => {
    try {
      await send({ matterId, pace })
      tell({ words: t(`matters.watch.done.${pace}`) })
    } catch {
      // The refusal stays in `error` and is drawn under the choice.
    }
  }
  const names = [...data.names, ...(data.unnamed > 0 ? [t("matters.watchers.unnamed", { count: data.unnamed })] : [])]
  return (
    <div className="field">
      <label htmlFor={id}>{t("matters.watch")}</label>
      <select id={id} className="input" value={data.mine} onChange={(event) => void choose(event.target.value as Pace)}>
        {paces.map((pace) => (
          <option key={pace} value={pace}>
            {t(`matters.watch.${pace}`)}
          </option>
        ))}
      </select>
      {error && (
        <p className="act-error" role="alert">
          {refusalWords(error, t)}
        </p>
      )}
      <p className="soft">
        {names.length > 0 ? t("matters.watchers", { names: names.join(", ") }) : t("matters.watchers.none")}
      </p>
    </div>
  )
}
