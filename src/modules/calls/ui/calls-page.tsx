import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { StateMark } from "./state-mark.tsx"

type Line = ReadOf<"calls.list">["rows"][number]

/** The calls of a body: those one may answer, those that are over. */
export const CallsPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const of = body ? { bodyId: body.id } : {}
  const { data } = useRead("calls.list", { ...of, limit: 1 })
  const add = data?.may["calls.write"] && (
    <Link className="button main" to="/appels/nouveau">
      {t("calls.new")}
    </Link>
  )
  return (
    <Page title={t("calls.title")} lead={body?.name} main={add}>
      <List<Line>
        read="calls.list"
        more={of}
        columns={[
          { key: "title", words: t("calls.field.title"), cell: ({ title }) => title },
          { key: "state", words: t("calls.state"), cell: ({ state }) => <StateMark state={state} /> },
          { key: "what", words: t("calls.for"), cell: ({ what }) => what },
          { key: "seats", words: t("calls.field.seats"), cell: ({ seats }) => say.number(seats) },
          {
            key: "when",
            words: t("calls.when"),
            cell: ({ closed_at, ends_at }) =>
              closed_at
                ? t("calls.when.closed", { at: say.moment(closed_at) })
                : t("calls.when.until", { at: say.moment(ends_at) }),
          },
        ]}
        filters={[
          {
            name: "when",
            words: t("calls.state"),
            none: t("calls.filter.all"),
            options: [
              { value: "open", words: t("calls.filter.open") },
              { value: "over", words: t("calls.filter.over") },
            ],
          },
        ]}
        to={({ id }) => `/appels/${id}`}
        nameOf={({ title }) => title}
        empty={<Empty title={t("calls.empty")}>{t("calls.empty.lead")}</Empty>}
      />
    </Page>
  )
}
