import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react"
import { useWords } from "./use-words.ts"

/**
 * A list whose order matters, changed by dragging its handle (finger or mouse), by the up and down buttons, or by
 * Alt and the arrows. `onMove` gets all ids in their new order, and the one that moved.
 */
export const Reorder = <Item,>({
  items,
  idOf,
  nameOf,
  onMove,
  children,
}: {
  items: readonly Item[]
  idOf: (item: Item) => string
  /** What screen readers call the item. */
  nameOf: (item: Item) => string
  onMove: (ids: readonly string[], moved: string) => void
  children: (item: Item, index: number) => ReactNode
}) => {
  const t = useWords()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState("")
  const [drag, setDrag] = useState<{ id: string; order: readonly string[] } | undefined>(undefined)
  const byId = new Map(items.map((item) => [idOf(item), item]))
  const own = items.map(idOf)
  const order = drag?.order.every((id) => byId.has(id)) ? drag.order : own

  const move = (id: string, by: number) => {
    const to = own.indexOf(id) + by
    const item = byId.get(id)
    if (to < 0 || to >= own.length || item === undefined) return
    onMove(placed(own, id, to), id)
    setSaid(t("shell.order.moved", { name: nameOf(item), place: to + 1, count: own.length }))
  }
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return
    event.preventDefault()
    move(id, event.key === "ArrowUp" ? -1 : 1)
  }
  const grip = (id: string) => ({
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ id, order: own })
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag?.id !== id || !list.current) return
      const to = placeUnder(list.current, event.clientY)
      if (to !== order.indexOf(id)) setDrag({ id, order: placed(order, id, to) })
    },
    onPointerUp: () => {
      if (drag?.id !== id) return
      if (drag.order.join() !== own.join()) onMove(drag.order, id)
      setDrag(undefined)
    },
    onPointerCancel: () => setDrag(undefined),
  })

  return (
    <>
      <ol className="rows reorder" ref={list}>
        {order.map((id, index) => {
          const item = byId.get(id)
          if (item === undefined) return null
          const name = nameOf(item)
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Alt and arrows, from any control inside
            <li key={id} className={drag?.id === id ? "held" : undefined} onKeyDown={(event) => onKeyDown(event, id)}>
              <span className="grip" aria-hidden="true" {...grip(id)}>
                ⠿
              </span>
              <div>{children(item, index)}</div>
              <span className="order-buttons">
                <button
                  type="button"
                  aria-label={t("shell.order.up", { name })}
                  aria-disabled={index === 0 || undefined}
                  onClick={() => move(id, -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  aria-label={t("shell.order.down", { name })}
                  aria-disabled={index === order.length - 1 || undefined}
                  onClick={() => move(id, 1)}
                >
                  ↓
                </button>
              </span>
            </li>
          )
        })}
      </ol>
      <span className="unseen" aria-live="assertive">
        {said}
      </span>
    </>
  )
}

const placed = (ids: readonly string[], id: string, to: number): readonly string[] => {
  const without = ids.filter((each) => each !== id)
  return [...without.slice(0, to), id, ...without.slice(to)]
}

// Which row the pointer is over, by the middle of each: the held row moves once it covers half of its neighbour.
const placeUnder = (list: HTMLElement, y: number) => {
  const middles = [...list.children]
    .map((row) => row.getBoundingClientRect())
    .map(({ top, height }) => top + height / 2)
  const above = middles.filter((middle) => middle < y).length
  return Math.min(Math.max(above, 0), middles.length - 1)
}
