import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { StateMark } from "./state-mark.tsx"

type Line = ReadOf<"votes.list">["rows"][number]

/** The votes of a body: what is open, what was decided. */
export const BallotsPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const of = body ? { bodyId: body.id } : {}
  const { data } = useRead("votes.list", { ...of, limit: 1 })
  const add = data?.may["votes.prepare"] && (
    <Link className="button main" to="/votes/nouveau">
      {t("votes.new")}
    </Link>
  )
  return (
    <Page title={t("votes.title")} lead={body?.name} main={add}>
      {body && <Operations bodyId={body.id} />}
      <List<Line>
        read="votes.list"
        more={of}
        columns={[
          { key: "title", words: t("votes.field.title"), cell: ({ title }) => title },
          { key: "state", words: t("votes.state"), cell: ({ state }) => <StateMark state={state} /> },
          { key: "manner", words: t("votes.field.manner"), cell: ({ manner }) => t(`votes.manner.${manner}`) },
          {
            key: "when",
            words: t("votes.when"),
            cell: ({ closed_at, ends_at, opened_at }) => {
              if (closed_at) return t("votes.when.closed", { at: say.moment(closed_at) })
              if (ends_at) return t("votes.when.until", { at: say.moment(ends_at) })
              return opened_at ? t("votes.when.since", { at: say.moment(opened_at) }) : ""
            },
          },
        ]}
        filters={[
          {
            name: "when",
            words: t("votes.state"),
            none: t("votes.filter.all"),
            options: [
              { value: "open", words: t("votes.filter.open") },
              { value: "over", words: t("votes.filter.over") },
            ],
          },
        ]}
        to={({ id }) => `/votes/${id}`}
        nameOf={({ title }) => title}
        empty={<Empty title={t("votes.empty")}>{t("votes.empty.lead")}</Empty>}
      />
    </Page>
  )
}

/** Elections and other operations of one roll: several votes, secret ones, their rounds. */
const Operations = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("votes.operations", { bodyId })
  if (!data || (data.rows.length === 0 && data.may["votes.prepareOperation"] !== true)) return null
  return (
    <Sheet
      title={t("votes.operations")}
      aside={
        data.may["votes.prepareOperation"] === true && (
          <span className="bar">
            <Link className="button" to="/votes/comptes">
              {t("votes.accounts")}
            </Link>
            <Link className="button" to="/votes/operations/nouvelle">
              {t("votes.operation.new")}
            </Link>
          </span>
        )
      }
    >
      {data.rows.length === 0 ? (
        <div className="pad">
          <p className="soft">{t("votes.operation.lead")}</p>
        </div>
      ) : (
        <Rows>
          {data.rows.map(({ id, title, on_day, votes, counted }) => (
            <Row key={id} soft={say.day(on_day)} end={t("votes.operation.counted", { counted, votes })}>
              <Link to={`/votes/operations/${id}`}>{title}</Link>
            </Row>
          ))}
        </Rows>
      )}
    </Sheet>
  )
}
