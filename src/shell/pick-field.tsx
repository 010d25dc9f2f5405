import { useState } from "react"
import { type ReadName, useReadNamed } from "./api.ts"
import { Field, type FieldProps } from "./field.tsx"
import { rowsOf } from "./rows-of.ts"
import { useLater } from "./use-later.ts"
import { useListbox } from "./use-listbox.ts"
import { useWords } from "./use-words.ts"

/** What was picked: its id for the command, its words for the eye. */
export type Pick = { picked: true; id: string; words: string; soft?: string }

/**
 * Picks people, or anything a read can search by `q`. The value is a `Pick`, or a list of them with `many`; the form
 * sends ids. `more` are other inputs of the read, such as the body; `row` turns a row into words.
 */
export const PickField = ({
  read = "people.pick",
  more = {},
  row = namedRow,
  many = false,
  ...props
}: FieldProps & {
  read?: ReadName
  more?: Record<string, unknown>
  row?: (row: any) => { id: string; words: string; soft?: string }
  many?: boolean
}) => (
  <Field {...props}>
    {({ id, value, set }, aria) => {
      const picks: readonly Pick[] = many ? (value ?? []) : value ? [value] : []
      const take = (pick: Pick) => {
        set(many ? [...picks.filter((each) => each.id !== pick.id), pick] : pick)
        focusSoon(id)
      }
      const drop = (pick: Pick) => {
        set(many ? picks.filter((each) => each.id !== pick.id) : null)
        focusSoon(id)
      }
      return (
        <>
          <Picked of={picks} onDrop={drop} {...(many ? {} : { id })} />
          {(many || picks.length === 0) && (
            <Searching id={id} aria={aria} read={read} more={more} row={row} without={picks} onTake={take} />
          )}
        </>
      )
    }}
  </Field>
)

// The field gives its place to what was picked, and takes it back: the keyboard stays there.
const focusSoon = (id: string) => setTimeout(() => document.getElementById(id)?.focus(), 0)

const namedRow = (row: { id: string; name: string; soft?: string }) => ({
  id: row.id,
  words: row.name,
  ...(row.soft ? { soft: row.soft } : {}),
})

const Picked = ({ of, onDrop, id }: { of: readonly Pick[]; onDrop: (pick: Pick) => void; id?: string }) => {
  const t = useWords()
  if (of.length === 0) return null
  return (
    <ul className="picked">
      {of.map((pick) => (
        <li key={pick.id}>
          <span>{pick.words}</span>
          <button
            id={id}
            type="button"
            aria-label={t("shell.pick.drop", { name: pick.words })}
            onClick={() => onDrop(pick)}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  )
}

const Searching = ({
  id,
  aria,
  read,
  more,
  row,
  without,
  onTake,
}: {
  id: string
  aria: object
  read: ReadName
  more: Record<string, unknown>
  row: (row: any) => { id: string; words: string; soft?: string }
  without: readonly Pick[]
  onTake: (pick: Pick) => void
}) => {
  const t = useWords()
  const [typed, setTyped] = useState("")
  const [open, setOpen] = useState(false)
  const q = useLater(typed.trim())
  const found = useReadNamed(read, { q, ...more }, { enabled: open, keepPrevious: true })
  const items = rowsOf(found.data)
    .map(row)
    .filter(({ id: rowId }) => !without.some((pick) => pick.id === rowId))
    .slice(0, 8)
  const take = (item: { id: string; words: string; soft?: string }) => {
    onTake({ picked: true, ...item })
    setTyped("")
    setOpen(false)
  }
  const box = useListbox({ items, open, onTake: take, onClose: () => setOpen(false) })
  return (
    <span className="combo">
      <input
        id={id}
        className="input"
        value={typed}
        placeholder={t("shell.pick.placeholder")}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          box.reset()
        }}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        {...aria}
        {...box.input}
      />
      <span className="unseen" aria-live="polite">
        {open && found.data !== undefined ? t("shell.pick.found", { count: items.length }) : ""}
      </span>
      {open && items.length === 0 && found.data !== undefined && (
        <span className="combo-list">
          <span className="soft nothing">{t("shell.pick.none")}</span>
        </span>
      )}
      {open && items.length > 0 && (
        <span className="combo-list" {...box.list} aria-label={t("shell.pick.list")}>
          {items.map((item, index) => (
            <span key={item.id} {...box.option(index)}>
              <span>{item.words}</span> {item.soft && <span className="soft under">{item.soft}</span>}
            </span>
          ))}
        </span>
      )}
    </span>
  )
}
