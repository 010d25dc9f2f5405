import type { ReadOf } from "../../../shell/api.ts"
import { Mark } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

export type Live = ReadOf<"sittings.live">
export type LiveItem = Live["items"][number]

/** Debated now, or what came out of it. */
export const State = ({ of: { is_now, outcome } }: { of: LiveItem }) => {
  const t = useWords()
  if (is_now) return <Mark kind="info">{t("sittings.live.now")}</Mark>
  if (outcome) return <Mark kind={outcome === "rejected" ? "bad" : "good"}>{t(`sittings.outcome.${outcome}`)}</Mark>
  return null
}
