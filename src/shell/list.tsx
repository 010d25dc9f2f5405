import { useInfiniteQuery, keepPreviousData } from "@tanstack/react-query"
import { type ReactNode, useRef, useState } from "react"
import type { May, ReadName } from "./api.ts"
import { Waiting, refusalWords } from "./fault.tsx"
import { useAddress } from "./go.tsx"
import { ListTable } from "./list-table.tsx"
import { ListTools } from "./list-tools.tsx"
import { type Refusal, askRead } from "./request.ts"
import { useLater } from "./use-later.ts"
import { useRowKeys } from "./use-row-keys.ts"
import { useWords } from "./use-words.ts"

/** A column. The first one leads to the row; `off` columns are shown when chosen; `sort` is the read's name for the order. */
export type Column<Row> = {
  key: string
  words: string
  cell: (row: Row) => ReactNode
  sort?: string
  figure?: boolean
  /** Short words that are read at a glance: never on two lines in a table. */
  tight?: boolean
  off?: boolean
}

/** A filter with few values, kept in the address bar under its name and sent to the read under the same. */
export type Filter = {
  name: string
  words: string
  options: readonly { value: string; words: string }[]
  /** What no choice means, when it is not "all". */
  none?: string
}

/** A page of rows, as list reads answer: `next` is what to send as `after` for the following rows. */
export type RowsAnswer<Row> = { rows: readonly Row[]; next?: string | null; total?: number; may?: May }

/**
 * A list of any length. The read gets `{ q, sort, limit, after, …filters, …more }` and answers `RowsAnswer`: all
 * searching and ordering is the server's. Keyboard: / to search, j and k to move, Enter to open, x to select.
 */
export const List = <Row extends { id: string }>({
  read,
  more = {},
  columns,
  filters = [],
  to,
  nameOf,
  acts,
  exports = [],
  empty,
  limit = 50,
}: {
  read: ReadName
  more?: Record<string, unknown>
  columns: readonly Column<Row>[]
  filters?: readonly Filter[]
  /** Where a row leads. */
  to?: (row: Row) => string
  /** What a row is called, for screen readers. */
  nameOf: (row: Row) => string
  /** Acts on the selected rows; without it nothing is selected. */
  acts?: (ids: readonly string[], clear: () => void, may: May | undefined) => ReactNode
  exports?: readonly { words: string; href: string }[]
  /** Shown when there is nothing at all: the first step. */
  empty: ReactNode
  limit?: number
}) => {
  const t = useWords()
  const { values } = useAddress()
  const search = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<readonly string[]>(() => columns.filter(({ off }) => !off).map(({ key }) => key))
  const wanted = filters.flatMap(({ name }) => (values[name] ? [[name, values[name]] as const] : []))
  const q = useLater(values["q"] ?? "")
  const input = { ...more, ...Object.fromEntries(wanted), q: q || undefined, sort: values["tri"], limit }
  const found = useInfiniteQuery<RowsAnswer<Row>, Refusal, { pages: RowsAnswer<Row>[] }, unknown[], string | undefined>(
    {
      queryKey: [read, input, "rows"],
      queryFn: ({ pageParam, signal }) =>
        askRead(read, { ...input, after: pageParam }, signal) as Promise<RowsAnswer<Row>>,
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    },
  )
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  const first = found.data?.pages[0]
  const searching = wanted.length > 0 || Boolean(values["q"])
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids)
      if (on) next.add(id)
      else next.delete(id)
    setChosen(next)
  }
  const table = useRowKeys({ search, onSelect: acts ? (id) => toggle([id], !chosen.has(id)) : undefined })

  if (found.error && !found.data) return <p role="alert">{refusalWords(found.error, t)}</p>
  if (!found.data) return <Waiting />
  if (rows.length === 0 && !searching && !found.isPlaceholderData) return empty
  return (
    <section className="list" aria-busy={found.isFetching}>
      <ListTools
        of={read}
        search={search}
        filters={filters}
        columns={columns}
        shown={shown}
        onShown={setShown}
        exports={exports}
        total={first?.total}
        count={rows.length}
      />
      {acts && chosen.size > 0 && (
        <section className="selected" aria-label={t("shell.list.selected", { count: chosen.size })}>
          <span>{t("shell.list.selected", { count: chosen.size })}</span>
          {acts([...chosen], () => setChosen(new Set()), first?.may)}
          <button type="button" className="button quiet" onClick={() => setChosen(new Set())}>
            {t("shell.list.unselect")}
          </button>
        </section>
      )}
      {rows.length === 0 ? (
        <p className="soft nothing">{t("shell.list.nothing")}</p>
      ) : (
        <ListTable
          ref={table}
          rows={rows}
          columns={columns.filter(({ key }) => shown.includes(key))}
          {...(to ? { to } : {})}
          nameOf={nameOf}
          {...(acts ? { chosen, onToggle: toggle } : {})}
        />
      )}
      {found.hasNextPage && (
        <button
          type="button"
          className="button"
          aria-busy={found.isFetchingNextPage || undefined}
          onClick={() => found.fetchNextPage()}
        >
          {t("shell.list.more")}
        </button>
      )}
    </section>
  )
}
