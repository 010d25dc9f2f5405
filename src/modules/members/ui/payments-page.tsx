import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { NotFound } from "../../../shell/fault.tsx"
import { useAddress } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Facts, Mark, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { useMembersCrumbs } from "./crumbs.ts"
import { useEuros } from "./money.ts"

type Line = ReadOf<"dues.payments">["rows"][number]
const means = ["transfer", "cash", "card", "cheque"] as const

/** What came in, line by line, and what was cancelled. */
export const PaymentsPage = () => {
  const t = useWords()
  const say = useFigures()
  const euros = useEuros()
  const crumbs = useMembersCrumbs()
  const { body } = useBody()
  const { values } = useAddress()
  const asked = Number(values["year"]) || undefined
  const { data } = useRead(
    "dues.year",
    { bodyId: body?.id ?? "", ...(asked ? { year: asked } : {}) },
    { enabled: Boolean(body) },
  )
  const exports = useExports("payments", { bodyId: body?.id }, values)
  if (!body) return <NotFound />
  const years = data?.years.length ? data.years : data ? [data.this_year] : []
  return (
    <Page title={t("members.page.payments")} lead={body.name} crumbs={crumbs}>
      {data && data.money.length > 0 && (
        <Sheet title={t("members.received.year", { year: String(data.year) })} padded>
          <Facts
            of={[
              ...data.money.map(
                (one) =>
                  [
                    t(`members.means.${one.means as "cash"}`),
                    t("members.received.sum", { sum: euros(one.cents), count: one.count }),
                  ] as const,
              ),
              [t("members.total"), euros(data.cents)],
            ]}
          />
        </Sheet>
      )}
      <List<Line>
        read="dues.payments"
        more={{ bodyId: body.id }}
        columns={[
          { key: "receipt", words: t("members.column.receipt"), tight: true, cell: ({ receipt }) => receipt },
          { key: "name", words: t("people.name"), cell: ({ name }) => name },
          {
            key: "sum",
            words: t("members.column.sum"),
            figure: true,
            cell: ({ cents, cancelled_at }) => (cancelled_at ? <s>{euros(cents)}</s> : euros(cents)),
          },
          {
            key: "paid_on",
            words: t("members.column.paid_on"),
            tight: true,
            cell: ({ paid_on }) => say.dayOnly(paid_on),
          },
          { key: "means", words: t("members.column.means"), cell: (one) => t(`members.means.${one.means}`) },
          { key: "year", words: t("members.column.year"), cell: ({ year }) => String(year) },
          {
            key: "state",
            words: t("members.column.state"),
            cell: ({ cancelled_at, cancel_reason }) =>
              cancelled_at && (
                <>
                  <Mark kind="bad">{t("members.payment.cancelled")}</Mark> <span className="soft">{cancel_reason}</span>
                </>
              ),
          },
        ]}
        filters={[
          {
            name: "year",
            words: t("members.column.year"),
            options: years.map((year) => ({ value: String(year), words: String(year) })),
          },
          {
            name: "means",
            words: t("members.column.means"),
            options: means.map((value) => ({ value, words: t(`members.means.${value}`) })),
          },
          {
            name: "state",
            words: t("members.column.state"),
            options: (["valid", "cancelled"] as const).map((value) => ({
              value,
              words: t(`members.payment.${value}`),
            })),
          },
        ]}
        to={({ person_id }) => `/membres/cotisations/${person_id}`}
        nameOf={({ receipt }) => receipt}
        exports={exports}
        empty={<Empty title={t("members.payments.empty")}>{t("members.payments.empty.lead")}</Empty>}
      />
    </Page>
  )
}
