import { Act } from "../../../shell/act.tsx"
import type { ReadOf } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link, useAddress } from "../../../shell/go.tsx"
import { type Column, List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty } from "../../../shell/sheet.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { useExports } from "../../../shell/exports.ts"
import { Due, TaskMark } from "./due.tsx"

type Line = ReadOf<"tasks.list">["rows"][number]

const views = ["mine", "body", "late", "untaken"] as const
const viewIn = { miennes: "mine", instance: "body", retard: "late", libres: "untaken" } as const
const inAddress = { mine: undefined, body: "instance", late: "retard", untaken: "libres" } as const

/** Mine, my body's, and all that is late. */
export const ListPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values, set } = useAddress()
  const view = viewIn[values["vue"] as keyof typeof viewIn] ?? "mine"
  const chips = views.map((one) => (
    <button
      key={one}
      type="button"
      className={one === view ? "chip on" : "chip"}
      aria-pressed={one === view}
      onClick={() => set({ vue: inAddress[one] })}
    >
      {t(`tasks.view.${one}`, { body: body?.name ?? "" })}
    </button>
  ))
  const give = (
    <Link className="button main" to="/taches/nouvelle">
      {t("tasks.new.title")}
    </Link>
  )
  return (
    <Page title={t("tasks.place")} acts={chips} main={give}>
      <List<Line>
        key={view}
        read="tasks.list"
        more={{ view, ...(view === "mine" || !body ? {} : view === "body" ? { bodyId: body.id } : {}) }}
        columns={useColumns(view)}
        filters={[
          {
            name: "state",
            words: t("tasks.field.state"),
            none: t("tasks.state.open"),
            options: (["done", "dropped", "all"] as const).map((value) => ({
              value,
              words: t(`tasks.state.${value}`),
            })),
          },
        ]}
        to={({ id }) => `/taches/${id}`}
        nameOf={({ what }) => what}
        acts={(ids, clear) => <Several ids={ids} clear={clear} t={t} />}
        exports={useExports("tasks", { view, ...(view === "body" && body ? { bodyId: body.id } : {}) }, values)}
        empty={
          <Empty title={t(`tasks.empty.${view}`)}>{view === "mine" ? t("tasks.empty.mine.lead") : undefined}</Empty>
        }
      />
    </Page>
  )
}

// Each act takes all or none: a task among them that is already done is named by the refusal.
const Several = ({ ids, clear, t }: { ids: readonly string[]; clear: () => void; t: Translate }) => (
  <>
    <Act
      command="tasks.finish"
      input={{ taskIds: [...ids] }}
      kind="plain"
      done={t("tasks.finished", { count: ids.length })}
      undo={() => ({ command: "tasks.reopen", input: { taskIds: [...ids] } })}
      onDone={clear}
    >
      {t("tasks.finish")}
    </Act>
    <Act
      command="tasks.drop"
      input={{ taskIds: [...ids] }}
      kind="quiet"
      done={t("tasks.dropped", { count: ids.length })}
      undo={() => ({ command: "tasks.reopen", input: { taskIds: [...ids] } })}
      onDone={clear}
    >
      {t("tasks.drop")}
    </Act>
  </>
)

/** Who does it; or how it finds somebody. */
const Who = ({ of: { id, owner_name, helper_names, state } }: { of: Line }) => {
  const t = useWords()
  if (owner_name || state !== "open") return [owner_name ?? t("tasks.nobody"), ...helper_names].join(", ")
  return (
    <span className="bar">
      <Act command="tasks.take" input={{ taskId: id }} kind="quiet" done={t("tasks.taken")}>
        {t("tasks.take")}
      </Act>
      <Link to={`/taches/${id}/modifier`}>{t("tasks.entrust")}</Link>
    </span>
  )
}

const useColumns = (view: (typeof views)[number]): Column<Line>[] => {
  const t = useWords()
  const say = useFigures()
  return [
    {
      key: "what",
      words: t("tasks.field.what"),
      sort: "what",
      cell: (row) => (
        <>
          {row.what} <TaskMark of={row} />
        </>
      ),
    },
    { key: "due", words: t("tasks.field.due"), sort: "due", cell: (row) => <Due of={row} /> },
    {
      key: "owner",
      words: t("tasks.field.owner"),
      sort: "owner",
      cell: (row) => <Who of={row} />,
    },
    { key: "body", words: t("tasks.field.body"), cell: ({ body_name }) => body_name, off: view === "body" },
    {
      key: "decision",
      words: t("tasks.field.decision"),
      cell: ({ decision_number }) => decision_number ?? "—",
      off: true,
    },
    {
      key: "done",
      words: t("tasks.field.done"),
      cell: ({ done_at }) => (done_at ? say.dayOfYear(done_at) : "—"),
      off: true,
    },
  ]
}
