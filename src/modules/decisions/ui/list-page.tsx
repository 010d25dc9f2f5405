import type { ReadOf } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { useAddress } from "../../../shell/go.tsx"
import { type Column, type Filter, List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { StateMark } from "./state-mark.tsx"

type Line = ReadOf<"decisions.list">["rows"][number]

/** The register of the chosen body's decisions. */
export const ListPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values } = useAddress()
  const more = body ? { bodyId: body.id } : {}
  return (
    <Page title={t("decisions.list.title")} lead={body?.name}>
      <List<Line>
        read="decisions.list"
        more={more}
        columns={useColumns()}
        filters={useFilters()}
        to={({ id }) => `/decisions/${id}`}
        nameOf={({ reference, title }) => `${reference} ${title}`}
        exports={useExports("decisions", more, values)}
        empty={<Empty title={t("decisions.empty")}>{t("decisions.empty.lead")}</Empty>}
      />
    </Page>
  )
}

const useColumns = (): Column<Line>[] => {
  const t = useWords()
  const say = useFigures()
  return [
    {
      key: "title",
      words: t("decisions.field.title"),
      sort: "title",
      cell: ({ title, confidential, approves_minutes }) =>
        approves_minutes ? (
          <span className="soft">{title}</span>
        ) : (
          <>
            {title} {confidential && <Mark>{t("decisions.confidential")}</Mark>}
          </>
        ),
    },
    {
      key: "reference",
      tight: true,
      words: t("decisions.field.number"),
      sort: "number",
      cell: ({ reference }) => <span className="num">{aligned(reference)}</span>,
    },
    {
      key: "day",
      tight: true,
      words: t("decisions.field.day"),
      cell: ({ taken_at }) => say.dayOnly(taken_at),
    },
    {
      key: "state",
      tight: true,
      words: t("decisions.field.state"),
      cell: (row) =>
        row.approves_minutes ? (
          "—"
        ) : (
          <>
            <StateMark of={row.state} />
            <Why of={row} />
          </>
        ),
    },
    { key: "tasks", tight: true, words: t("decisions.field.tasks"), cell: (row) => <Tasks of={row} /> },
    {
      key: "review",
      words: t("decisions.field.review"),
      sort: "review",
      cell: ({ review_on }) => (review_on ? say.dayOfYear(review_on) : "—"),
      off: true,
    },
    {
      key: "meeting",
      words: t("decisions.field.meeting"),
      cell: ({ meeting_title, ballot_id, election_id, taken_at }) =>
        meeting_title ??
        (ballot_id
          ? t("decisions.by_vote", { day: say.dayOnly(taken_at) })
          : election_id
            ? t("decisions.by_election", { day: say.dayOnly(taken_at) })
            : "—"),
      off: true,
    },
    { key: "matter", words: t("decisions.field.matter"), cell: ({ matter_title }) => matter_title ?? "—", off: true },
    { key: "how", words: t("decisions.field.how"), cell: ({ how }) => t(`decisions.how.${how}`), off: true },
  ]
}

const Why = ({ of }: { of: Line }) => {
  const t = useWords()
  const say = useFigures()
  const words = of.superseded_by_reference
    ? t("decisions.superseded_by", { reference: of.superseded_by_reference })
    : of.seems_carried_out
      ? t("decisions.all_done")
      : of.review_on && of.review_on <= today()
        ? t("decisions.review_due", { day: say.dayOnly(of.review_on) })
        : undefined
  return words ? <span className="soft under">{words}</span> : null
}

const Tasks = ({ of: { tasks_open, tasks_late, tasks_done } }: { of: Line }) => {
  const t = useWords()
  if (tasks_open + tasks_done === 0) return <>—</>
  return (
    <>
      {t("decisions.tasks.count", { done: tasks_done, all: tasks_open + tasks_done })}
      {tasks_late > 0 && <span className="soft under">{t("decisions.tasks.late", { count: tasks_late })}</span>}
    </>
  )
}

const useFilters = (): Filter[] => {
  const t = useWords()
  const year = Number(today().slice(0, 4))
  return [
    {
      name: "state",
      words: t("decisions.field.state"),
      options: (["in_force", "carried_out", "superseded", "reopened", "rejected"] as const).map((value) => ({
        value,
        words: t(`decisions.state.${value}`),
      })),
    },
    {
      name: "waits",
      words: t("decisions.waits"),
      options: (["tasks", "review", "done"] as const).map((value) => ({ value, words: t(`decisions.waits.${value}`) })),
    },
    {
      name: "approvals",
      words: t("decisions.approvals"),
      options: [{ value: "without", words: t("decisions.approvals.without") }],
    },
    {
      name: "year",
      words: t("decisions.field.year"),
      options: Array.from({ length: 10 }, (_, back) => ({ value: String(year - back), words: String(year - back) })),
    },
  ]
}

/** "2026‑ 7" under "2026‑12": a space as wide as a figure, so that numbers stand under one another. */
const aligned = (reference: string) =>
  reference.replace(/-(\d+)$/, (_, number: string) => `\u2011${number.padStart(2, "\u2007")}`)
