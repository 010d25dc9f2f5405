import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { type May, type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { Link, useAddress } from "../../../shell/go.tsx"
import { type Column, List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { kinds } from "./kinds.ts"

type Line = ReadOf<"counterparts.list">["rows"][number]

/** The file of a body: whom it deals with outside. */
export const ListPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values } = useAddress()
  const bodyId = body?.id ?? ""
  const exports = useExports("counterparts", { bodyId: body?.id }, values)
  const { data } = useRead("counterparts.list", { bodyId, limit: 1 }, { enabled: Boolean(body) })
  const reads = data?.reads === true
  const { data: more } = useRead("counterparts.filters", { bodyId }, { enabled: reads })
  const may: May | undefined = data?.may
  const add = may?.["counterparts.add"] && (
    <Link className="button" to="/interlocuteurs/nouveau">
      {t("counterparts.new")}
    </Link>
  )
  const log = may?.["exchanges.log"] && (
    <Link className="button main" to="/interlocuteurs/echange">
      {t("exchanges.log")}
    </Link>
  )
  if (data && !reads)
    return (
      <Page title={t("counterparts.place")} lead={body?.name}>
        <Empty title={t("counterparts.closed")}>{t("counterparts.closed.lead")}</Empty>
      </Page>
    )
  return (
    <Page
      title={t("counterparts.place")}
      lead={body && t(`counterparts.file.${body.means ?? "party"}`, { body: body.name })}
      main={log}
      acts={
        <>
          {add}
          <Link className="button quiet" to="/interlocuteurs/echanges">
            {t("exchanges.place")}
          </Link>
          <Link className="button quiet" to="/interlocuteurs/demandes">
            {t("exchanges.requests")}
          </Link>
          <Link className="button quiet" to="/interlocuteurs/presse">
            {t("counterparts.press")}
          </Link>
        </>
      }
    >
      <List<Line>
        key={bodyId}
        read="counterparts.list"
        more={{ bodyId: body?.id }}
        columns={useColumns(t)}
        filters={filters(t, more)}
        to={({ id }) => `/interlocuteurs/${id}`}
        nameOf={({ name }) => name}
        {...(may?.["counterparts.check"]
          ? { acts: (ids: readonly string[], clear: () => void) => <Several ids={ids} clear={clear} /> }
          : {})}
        exports={exports}
        empty={
          <Empty title={t("counterparts.empty")} act={add}>
            {t("counterparts.empty.lead")}
          </Empty>
        }
      />
    </Page>
  )
}

const Several = ({ ids, clear }: { ids: readonly string[]; clear: () => void }) => {
  const t = useWords()
  const [theme, setTheme] = useState("")
  const counterpartIds = [...ids]
  return (
    <>
      <Act
        command="counterparts.check"
        input={{ counterpartIds }}
        kind="plain"
        done={t("counterparts.checked", { count: ids.length })}
        onDone={clear}
      >
        {t("counterparts.check")}
      </Act>
      <details className="menu">
        <summary>{t("counterparts.tag.add")}</summary>
        <div>
          <input
            className="input"
            aria-label={t("counterparts.tag.theme")}
            placeholder={t("counterparts.tag.theme")}
            value={theme}
            onChange={(event) => setTheme(event.target.value)}
          />
          <Act
            command="counterparts.tag"
            input={{ counterpartIds, theme }}
            kind="plain"
            done={t("counterparts.tagged", { count: ids.length })}
            onDone={clear}
          >
            {t("counterparts.tag")}
          </Act>
        </div>
      </details>
      <Act
        command="counterparts.end"
        input={{ counterpartIds }}
        kind="quiet"
        done={t("counterparts.ended", { count: ids.length })}
        undo={() => ({ command: "counterparts.takeBack", input: { counterpartIds } })}
        onDone={clear}
      >
        {t("counterparts.end")}
      </Act>
    </>
  )
}

const useColumns = (t: Translate): Column<Line>[] => {
  const say = useFigures()
  return [
    { key: "name", words: t("counterparts.field.name"), sort: "name", cell: ({ name }) => name },
    {
      key: "what",
      words: t("counterparts.field.what"),
      cell: ({ kind, roles }) => (kind ? t(`counterparts.kind.${kind}`) : roles.join(" · ")),
    },
    { key: "themes", words: t("counterparts.field.themes"), cell: ({ themes }) => themes.join(", ") },
    { key: "territory", words: t("counterparts.field.territory"), cell: ({ territory, town }) => territory ?? town },
    { key: "email", words: t("counterparts.field.email"), cell: ({ email }) => email, off: true },
    { key: "phone", words: t("counterparts.field.phone"), cell: ({ phone }) => phone },
    {
      key: "last",
      words: t("counterparts.field.last.short"),
      sort: "fresh",
      tight: true,
      cell: ({ last_on, ended_on }) => (
        <>
          {last_on ? say.dayOnly(last_on) : <span className="soft">{t("counterparts.never")}</span>}
          {ended_on && (
            <>
              {" "}
              <Mark>{t("counterparts.state.ended")}</Mark>
            </>
          )}
        </>
      ),
    },
    { key: "checked", words: t("counterparts.field.checked"), cell: (row) => say.dayOnly(row.checked_on), off: true },
  ]
}

const filters = (t: Translate, more: ReadOf<"counterparts.filters"> | undefined) => [
  {
    name: "nature",
    words: t("counterparts.field.nature"),
    options: (["organisation", "person"] as const).map((value) => ({
      value,
      words: t(`counterparts.nature.many.${value}`),
    })),
  },
  {
    name: "kind",
    words: t("counterparts.field.kind"),
    options: kinds.map((value) => ({ value, words: t(`counterparts.kind.${value}`) })),
  },
  ...(more?.themes.length
    ? [
        {
          name: "theme",
          words: t("counterparts.field.theme"),
          options: more.themes.map((value) => ({ value, words: value })),
        },
      ]
    : []),
  ...(more?.territories.length
    ? [
        {
          name: "territory",
          words: t("counterparts.field.territory"),
          options: more.territories,
        },
      ]
    : []),
  {
    name: "state",
    words: t("counterparts.field.state"),
    none: t("counterparts.state.current"),
    options: (["stale", "forgetting", "ended"] as const).map((value) => ({
      value,
      words: t(`counterparts.state.${value}`),
    })),
  },
]
