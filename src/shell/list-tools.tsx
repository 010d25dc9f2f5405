import { type RefObject, useEffect, useId, useState } from "react"
import { useAddress, useGo } from "./go.tsx"
import type { Column, Filter } from "./list.tsx"
import { useFigures, useWords } from "./use-words.ts"
import { useViews } from "./views.ts"

/** What stands above a list: search, filters as chips, saved views, columns, exports, and how many there are. */
export const ListTools = ({
  of,
  search,
  filters,
  columns,
  shown,
  onShown,
  exports,
  total,
  count,
}: {
  of: string
  search: RefObject<HTMLInputElement | null>
  filters: readonly Filter[]
  columns: readonly Column<any>[]
  shown: readonly string[]
  onShown: (keys: readonly string[]) => void
  exports: readonly { words: string; href: string }[]
  total: number | undefined
  count: number
}) => {
  const t = useWords()
  const { values, set } = useAddress()
  const active = filters.some(({ name }) => values[name]) || Boolean(values["q"])
  const clear = () => set({ q: undefined, ...Object.fromEntries(filters.map(({ name }) => [name, undefined])) })
  return (
    <search className="list-tools">
      <Search at={search} />
      {(filters.length > 0 || active) && (
        <span className="list-chips">
          {filters.map((filter) => (
            <Chip key={filter.name} filter={filter} />
          ))}
          {active && (
            <button type="button" className="button quiet" onClick={clear}>
              {t("shell.list.clear")}
            </button>
          )}
        </span>
      )}
      <span className="list-menus">
        <output className="soft">
          {total !== undefined && total > count
            ? t("shell.list.shown", { shown: count, total })
            : t("shell.list.total", { count })}
        </output>
        <Views of={of} />
        {columns.length > 2 && <Columns columns={columns} shown={shown} onShown={onShown} />}
        {exports.length > 0 && (
          <details className="menu">
            <summary>{t("shell.list.export")}</summary>
            <div>
              {exports.map(({ words, href }) => (
                <a key={href} href={href} download>
                  {words}
                </a>
              ))}
            </div>
          </details>
        )}
      </span>
    </search>
  )
}

// What is typed stays in the field; the address follows it, and changes it only while nobody types.
const Search = ({ at }: { at: RefObject<HTMLInputElement | null> }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const asked = values["q"] ?? ""
  const id = useId()
  useEffect(() => {
    const field = document.getElementById(id)
    if (field instanceof HTMLInputElement && field !== document.activeElement) field.value = asked
  }, [id, asked])
  return (
    <span className="list-search">
      <input
        id={id}
        ref={at}
        className="input"
        type="search"
        aria-label={t("shell.list.search")}
        aria-keyshortcuts="/"
        placeholder={t("shell.list.search")}
        defaultValue={asked}
        onChange={(event) => set({ q: event.target.value || undefined })}
      />
    </span>
  )
}

const Chip = ({ filter: { name, words, options, none } }: { filter: Filter }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const value = values[name] ?? ""
  return (
    <select
      className={value ? "chip on" : "chip"}
      aria-label={words}
      value={value}
      onChange={(event) => set({ [name]: event.target.value || undefined })}
    >
      <option value="">{none ?? t("shell.list.all", { name: words })}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
  )
}

const Columns = ({
  columns,
  shown,
  onShown,
}: {
  columns: readonly Column<any>[]
  shown: readonly string[]
  onShown: (keys: readonly string[]) => void
}) => {
  const t = useWords()
  return (
    <details className="menu">
      <summary>{t("shell.list.columns")}</summary>
      <div>
        {columns.slice(1).map(({ key, words }) => (
          <label key={key} className="option">
            <input
              type="checkbox"
              checked={shown.includes(key)}
              onChange={(event) =>
                onShown(event.target.checked ? [...shown, key] : shown.filter((each) => each !== key))
              }
            />
            {words}
          </label>
        ))}
      </div>
    </details>
  )
}

const Views = ({ of }: { of: string }) => {
  const t = useWords()
  const id = useId()
  const say = useFigures()
  const go = useGo()
  const { path, values } = useAddress()
  const { views, keep, forget } = useViews(of)
  const [name, setName] = useState("")
  const { instance: _, ...kept } = values
  const save = async () => {
    if (!name.trim()) return
    if (await keep({ name: name.trim(), search: new URLSearchParams(kept).toString() })) setName("")
  }
  return (
    <details className="menu">
      <summary>
        {t("shell.list.views")}
        {views.length > 0 && <span className="count"> {say.number(views.length)}</span>}
      </summary>
      <div>
        {views.length === 0 && <p className="soft">{t("shell.list.views.none")}</p>}
        {views.map((view) => (
          <span key={view.name} className="view">
            <button type="button" className="linklike" onClick={() => go(`${path}?${view.search}`)}>
              {view.name}
            </button>
            <button
              type="button"
              className="x"
              aria-label={t("shell.list.views.drop", { name: view.name })}
              onClick={() => void forget(view.name)}
            >
              ✕
            </button>
          </span>
        ))}
        <label htmlFor={id} className="soft">
          {t("shell.list.views.name")}
        </label>
        <input
          id={id}
          className="input"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && void save()}
        />
        <button type="button" className="button" onClick={() => void save()}>
          {t("shell.list.views.save")}
        </button>
      </div>
    </details>
  )
}
