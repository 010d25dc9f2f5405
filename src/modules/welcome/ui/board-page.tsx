import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Board } from "../../../shell/board.tsx"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Board_ = ReadOf<"newcomers.board">
type Line = Board_["rows"][number]

/** Who is on the way, by step. Whoever has nobody stands first; whoever waits too long says for how many hours. */
export const BoardPage = () => {
  const { body } = useBody()
  const read = useRead("newcomers.board", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return <Reading of={read}>{(board) => <Shown of={board} name={body.name} />}</Reading>
}

const Shown = ({ of: board, name }: { of: Board_; name: string }) => {
  const t = useWords()
  const { rows, manages, hours, may, page } = board
  const add = may["newcomers.record"] && (
    <Link className="button main" to="/arrivants/noter">
      {t("welcome.note")}
    </Link>
  )
  return (
    <Page
      title={t("welcome.title")}
      lead={manages ? t("welcome.board.lead", { body: name, hours }) : t("welcome.board.lead.mine", { body: name })}
      crumbs={[{ words: t("people.title"), to: "/personnes" }, { words: t("welcome.title") }]}
      main={add}
      acts={<Acts manages={manages} isOpen={page?.open ?? false} />}
    >
      {manages && <Counts of={board} />}
      {rows.length === 0 ? (
        <Sheet>
          <Empty title={t("welcome.board.empty")}>
            {t(manages ? "welcome.board.empty.lead" : "welcome.board.empty.mine")}
          </Empty>
        </Sheet>
      ) : (
        <Board label={t("welcome.title")}>
          {columnsOf(rows, t("welcome.column.unassigned"), t("welcome.column.paused")).map(({ key, title, lines }) => (
            <Sheet key={key} title={title} aside={t("welcome.count", { count: lines.length })}>
              <Rows>
                {lines.map((one) => (
                  <OneLine key={one.id} of={one} manages={manages} />
                ))}
              </Rows>
            </Sheet>
          ))}
        </Board>
      )}
    </Page>
  )
}

const Acts = ({ manages, isOpen }: { manages: boolean; isOpen: boolean }) => {
  const t = useWords()
  return (
    <>
      {manages && (
        <>
          <Link className="button" to="/arrivants/page">
            {t(isOpen ? "welcome.page.setting" : "welcome.page.setting.closed")}
          </Link>
          <Link className="button quiet" to="/arrivants/etapes">
            {t("welcome.steps.title")}
          </Link>
          <Link className="button quiet" to="/arrivants/annee">
            {t("welcome.year.title")}
          </Link>
        </>
      )}
      <Link className="button quiet" to="/arrivants/mes-coordonnees">
        {t("welcome.details.title")}
      </Link>
    </>
  )
}

/** Each figure opens to its lines. */
const Counts = ({ of: { rows, unconfirmed } }: { of: Board_ }) => {
  const t = useWords()
  const late = rows.filter(({ late_hours }) => late_hours !== null).length
  const nobody = rows.filter(({ welcomer_id }) => !welcomer_id).length
  return (
    <p>
      <Link to="/arrivants/liste?state=open">{t("welcome.counts.open", { count: rows.length })}</Link>
      {nobody > 0 && (
        <>
          {" · "}
          <Link to="/arrivants/liste?state=unassigned">{t("welcome.counts.nobody", { count: nobody })}</Link>
        </>
      )}
      {late > 0 && (
        <>
          {" · "}
          <Link to="/arrivants/liste?state=late">{t("welcome.counts.late", { count: late })}</Link>
        </>
      )}
      {unconfirmed > 0 && <span className="soft under">{t("welcome.counts.unconfirmed", { count: unconfirmed })}</span>}
    </p>
  )
}

const OneLine = ({ of: one, manages }: { of: Line; manages: boolean }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Row
      soft={
        <>
          {one.step_of ?? one.welcomer ?? t("welcome.nobody")}
          {one.due && one.kind !== "contact" && ` · ${t("welcome.by", { day: say.dayOnly(one.due) })}`}
          {one.kind === "contact" && one.waited !== null && ` · ${t("welcome.waited", { hours: one.waited })}`}
          {one.state === "paused" &&
            one.paused_until &&
            ` · ${t("welcome.until", { day: say.dayOnly(one.paused_until) })}`}
        </>
      }
    >
      <Link to={`/arrivants/${one.id}`}>{one.name}</Link> <Late of={one} />
      {manages && !one.person_id && <Mark kind="info">{t("welcome.known.mark")}</Mark>}
    </Row>
  )
}

export const Late = ({ of: { late_hours } }: { of: { late_hours: number | null } }) => {
  const t = useWords()
  return late_hours === null ? null : <Mark kind="bad">{t("welcome.late", { hours: late_hours })}</Mark>
}

type Column = { key: string; title: string; lines: Line[] }

// In the order of the steps; those whom nobody has before all others, those on pause last.
const columnsOf = (rows: readonly Line[], unassigned: string, paused: string): Column[] => {
  const columns = new Map<string, Column & { place: number }>()
  for (const one of rows) {
    const [key, title, place] = !one.welcomer_id
      ? ["unassigned", unassigned, 0]
      : one.state === "paused"
        ? ["paused", paused, 1000]
        : [`step ${one.step}`, one.step ?? "", one.place ?? 999]
    const column = columns.get(key) ?? { key, title, place, lines: [] }
    columns.set(key, column)
    column.lines.push(one)
  }
  return [...columns.values()].toSorted((a, b) => a.place - b.place)
}
