import { Mark } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { HeldItem } from "./held.ts"

/** Where an item stands: now, or what came of it. */
export const Outcome = ({ of: item }: { of: HeldItem }) => {
  const t = useWords()
  if (item.opened_at && !item.closed_at) return <Mark kind="info">{t("meetings.hold.now")}</Mark>
  if (!item.outcome) return null
  return (
    <Mark {...(item.outcome === "decided" ? { kind: "good" } : item.outcome === "postponed" ? { kind: "wait" } : {})}>
      {t(`meetings.hold.outcome.${item.outcome}`)}
    </Mark>
  )
}
