import { useState } from "react"
import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Redline } from "../../../shell/redline.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** What changed in a report since the last time it came: open to whoever had read that, folded to others until they ask. */
export const Changes = ({ opened, ...of }: { itemId: string; beforeId: string; afterId: string; opened: boolean }) => {
  const t = useWords()
  const [open, setOpen] = useState(opened)
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("sittings.changes")}</summary>
      {open && <Shown {...of} />}
    </details>
  )
}

const Shown = (of: { itemId: string; beforeId: string; afterId: string }) => {
  const t = useWords()
  return (
    <Reading of={useRead("sittings.compareVersions", of)}>
      {({ changed, same, more, before }) => (
        <>
          <p className="soft">
            {t("sittings.changes.since", { name: before, changed: changed.length + more, same })}
            {more > 0 && ` ${t("sittings.changes.more", { count: more })}`}
          </p>
          <Redline of={changed} />
        </>
      )}
    </Reading>
  )
}
