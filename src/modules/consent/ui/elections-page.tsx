import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { StepMark } from "./step-mark.tsx"

type Line = ReadOf<"consent.list">["rows"][number]

/** The elections without candidate of a body: those that go on, those that are over. */
export const ElectionsPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const of = body ? { bodyId: body.id } : {}
  const { data } = useRead("consent.list", { ...of, limit: 1 })
  const add = data?.may["consent.prepare"] && (
    <Link className="button main" to="/elections-sans-candidat/nouvelle">
      {t("consent.new")}
    </Link>
  )
  return (
    <Page title={t("consent.title")} lead={body?.name} main={add}>
      <List<Line>
        read="consent.list"
        more={of}
        columns={[
          { key: "what", words: t("consent.for"), cell: ({ what }) => what },
          { key: "step", words: t("consent.step"), cell: ({ step }) => <StepMark step={step} /> },
          { key: "elected", words: t("consent.elected"), cell: ({ elected }) => elected ?? "" },
          {
            key: "when",
            words: t("consent.when"),
            cell: ({ prepared_at, over_at }) =>
              over_at
                ? t("consent.when.over", { at: say.moment(over_at) })
                : t("consent.when.since", { at: say.moment(prepared_at) }),
          },
        ]}
        filters={[
          {
            name: "when",
            words: t("consent.step"),
            none: t("consent.filter.all"),
            options: [
              { value: "open", words: t("consent.filter.open") },
              { value: "over", words: t("consent.filter.over") },
            ],
          },
        ]}
        to={({ id }) => `/elections-sans-candidat/${id}`}
        nameOf={({ what }) => what}
        empty={<Empty title={t("consent.empty")}>{t("consent.empty.lead")}</Empty>}
      />
    </Page>
  )
}
