import { letterKeysAct } from "./letter-keys.ts"
import { type RefObject, useEffect, useRef } from "react"

/** The keyboard of a list: / goes to the search, j and k to the next and previous row, x selects; Enter opens by itself. */
export const useRowKeys = ({
  search,
  onSelect,
}: {
  search: RefObject<HTMLInputElement | null>
  onSelect: ((id: string) => void) | undefined
}): RefObject<HTMLTableElement | null> => {
  const table = useRef<HTMLTableElement>(null)
  const select = useRef(onSelect)
  useEffect(() => {
    select.current = onSelect
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        !letterKeysAct() ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector("dialog[open]")
      )
        return
      const rows = [...(table.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])]
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      if (event.key === "/") search.current?.focus()
      else if (event.key === "j") focusRow(rows[Math.min(at + 1, rows.length - 1)])
      else if (event.key === "k") focusRow(rows[Math.max(at - 1, 0)])
      else if (event.key === "x" && at >= 0) select.current?.(rows[at]?.dataset["row"] ?? "")
      else return
      event.preventDefault()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [search])
  return table
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (target.matches("input, textarea, select") && !target.matches("[type=checkbox], [type=radio]")))

const focusRow = (row: HTMLElement | undefined) =>
  (row?.querySelector<HTMLElement>(".row-link") ?? row?.querySelector<HTMLElement>("a, button, input"))?.focus()
