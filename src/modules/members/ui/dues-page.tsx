import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { NotFound } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { useMembersCrumbs } from "./crumbs.ts"
import { useEuros } from "./money.ts"

type Line = ReadOf<"dues.list">["rows"][number]
const kinds = { up_to_date: "good", soon: "wait", late: "bad", never: "wait" } as const

/** How a member stands, in words. */
export const Standing = ({ of }: { of: keyof typeof kinds }) => {
  const t = useWords()
  return <Mark kind={kinds[of]}>{t(`members.standing.${of}`)}</Mark>
}

/** Every member and their dues: who is up to date, who must renew, who is late since when. */
export const DuesPage = () => {
  const t = useWords()
  const say = useFigures()
  const euros = useEuros()
  const crumbs = useMembersCrumbs()
  const { body } = useBody()
  const { values } = useAddress()
  const { data } = useRead("dues.year", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  const exports = useExports("dues", { bodyId: body?.id }, values)
  if (!body) return <NotFound />
  return (
    <Page
      title={t("members.page.dues")}
      lead={data ? t("members.dues.lead", { body: body.name, year: String(data.year) }) : body.name}
      crumbs={crumbs}
      main={
        data?.may["dues.call"] && (
          <Link className="button main" to="/membres/appels">
            {t("members.page.calls")}
          </Link>
        )
      }
    >
      <List<Line>
        read="dues.list"
        more={{ bodyId: body.id }}
        columns={[
          { key: "name", words: t("people.name"), cell: ({ name }) => name },
          {
            key: "standing",
            words: t("members.column.standing"),
            tight: true,
            cell: ({ standing }) => <Standing of={standing} />,
          },
          {
            key: "until",
            words: t("members.column.until"),
            tight: true,
            cell: ({ dues_until }) => dues_until && say.dayOnly(dues_until),
          },
          {
            key: "amount",
            words: t("members.column.amount"),
            figure: true,
            cell: ({ cents, label, freed }) =>
              freed ? t("members.freed") : cents === null ? label && t("members.free") : euros(cents),
          },
          {
            key: "paid",
            words: t("members.column.paid"),
            figure: true,
            cell: ({ paid }) => (paid === "0" ? "" : euros(paid)),
          },
          {
            key: "letter",
            words: t("members.column.letter"),
            cell: ({ step, written_on }) =>
              step && written_on && t(`members.step.${step as 1 | 2 | 3}.on`, { day: say.dayAndMonth(written_on) }),
          },
          { key: "since", words: t("members.column.since"), cell: ({ since }) => say.dayOnly(since), off: true },
        ]}
        filters={[
          {
            name: "state",
            words: t("members.column.standing"),
            options: (["unpaid", "up_to_date", "soon", "late", "never"] as const).map((value) => ({
              value,
              words: t(`members.standing.${value}`),
            })),
          },
          {
            name: "letter",
            words: t("members.column.letter"),
            options: (["0", "1", "2", "3"] as const).map((value) => ({ value, words: t(`members.step.${value}`) })),
          },
        ]}
        to={({ id }) => `/membres/cotisations/${id}`}
        nameOf={({ name }) => name}
        exports={exports}
        empty={<Empty title={t("members.dues.empty")}>{t("members.dues.empty.lead")}</Empty>}
      />
    </Page>
  )
}
