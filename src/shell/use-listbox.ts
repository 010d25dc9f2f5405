import { type KeyboardEvent, useId, useState } from "react"

/**
 * The keyboard and the names of a text field with a list under it (the combobox pattern): arrows move, Enter takes,
 * Escape closes. Native elements cannot do this with results from a server.
 */
export const useListbox = <Item>({
  items,
  open,
  onTake,
  onClose,
}: {
  items: readonly Item[]
  open: boolean
  onTake: (item: Item) => void
  onClose: () => void
}) => {
  const id = useId()
  const [wanted, setAt] = useState(0)
  const at = Math.min(wanted, items.length - 1)
  const optionId = (index: number) => `${id}-${index}`
  const move = (index: number) => {
    const next = (index + items.length) % items.length
    setAt(next)
    document.getElementById(optionId(next))?.scrollIntoView({ block: "nearest" })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    const item = items[at]
    if (event.key === "Escape") onClose()
    else if (items.length === 0) return
    else if (event.key === "ArrowDown") move(at + 1)
    else if (event.key === "ArrowUp") move(at - 1)
    else if (event.key === "Enter" && item !== undefined) onTake(item)
    else return
    event.preventDefault()
  }
  return {
    at,
    reset: () => setAt(0),
    input: {
      role: "combobox",
      "aria-expanded": open && items.length > 0,
      // Only while it is there: a name that leads nowhere is read as a broken one.
      "aria-controls": open && items.length > 0 ? `${id}-list` : undefined,
      "aria-autocomplete": "list" as const,
      "aria-activedescendant": open && items.length > 0 ? optionId(at) : undefined,
      autoComplete: "off",
      onKeyDown,
    },
    list: { role: "listbox", id: `${id}-list`, tabIndex: -1 },
    option: (index: number) => ({
      role: "option",
      id: optionId(index),
      tabIndex: -1,
      "aria-selected": index === at,
      onMouseMove: () => setAt(index),
      // The field keeps the focus; the click would take it away first.
      onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onClick: () => {
        const item = items[index]
        if (item !== undefined) onTake(item)
      },
    }),
  }
}
