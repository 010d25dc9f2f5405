import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { StepMark } from "./step-mark.tsx"

type Line = ReadOf<"designations.list">["rows"][number]

/** The designations of a body: those that are prepared, those that are done. */
export const DesignationsPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const of = body ? { bodyId: body.id } : {}
  const { data } = useRead("designations.list", { ...of, limit: 1 })
  const add = data?.may["designations.prepare"] && (
    <Link className="button main" to="/designations/nouvelle">
      {t("designations.new")}
    </Link>
  )
  return (
    <Page title={t("designations.title")} lead={body?.name} main={add}>
      <List<Line>
        read="designations.list"
        more={of}
        columns={[
          { key: "institution", words: t("designations.where"), cell: ({ institution }) => institution },
          {
            key: "role",
            words: t("designations.role"),
            cell: ({ title, role, country }) => title ?? t(`offices.role.${role}`, { form: "n", country }),
          },
          { key: "step", words: t("designations.step"), cell: ({ step }) => <StepMark step={step} /> },
          {
            key: "seats",
            words: t("designations.ours"),
            figure: true,
            cell: ({ ours }) => (ours === null ? t("designations.seats.open") : String(ours)),
          },
          { key: "since", words: t("designations.since"), tight: true, cell: ({ since }) => say.dayOnly(since) },
        ]}
        filters={[
          {
            name: "when",
            words: t("designations.step"),
            none: t("designations.filter.all"),
            options: (["open", "done", "abandoned"] as const).map((value) => ({
              value,
              words: t(`designations.filter.${value}`),
            })),
          },
        ]}
        to={({ id }) => `/designations/${id}`}
        nameOf={({ institution }) => institution}
        empty={<Empty title={t("designations.empty")}>{t("designations.empty.lead")}</Empty>}
      />
    </Page>
  )
}
