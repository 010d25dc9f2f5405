import type { ReadOf } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link, useAddress } from "../../../shell/go.tsx"
import { type Column, List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty } from "../../../shell/sheet.tsx"
import { useExports } from "../../../shell/exports.ts"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { ExchangeMarks } from "./exchange-rows.tsx"
import { exchangeKinds } from "./kinds.ts"

type Line = ReadOf<"exchanges.list">["rows"][number]

/** All that was said with those outside, the last first. */
export const ExchangesPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values } = useAddress()
  const more = { bodyId: body?.id }
  const log = (
    <Link className="button main" to="/interlocuteurs/echange">
      {t("exchanges.log")}
    </Link>
  )
  return (
    <Page
      title={t("exchanges.place")}
      crumbs={[{ words: t("counterparts.place"), to: "/interlocuteurs" }]}
      lead={body?.name}
      main={log}
      acts={
        <>
          <Link className="button quiet" to="/interlocuteurs/demandes">
            {t("exchanges.requests")}
          </Link>
          <Link className="button quiet" to="/interlocuteurs/courriels">
            {t("exchanges.mails")}
          </Link>
        </>
      }
    >
      <List<Line>
        key={body?.id}
        read="exchanges.list"
        more={more}
        columns={useColumns(t, "day")}
        filters={[
          {
            name: "kind",
            words: t("exchanges.field.kind"),
            options: exchangeKinds.map((value) => ({ value, words: t(`exchanges.kind.${value}`) })),
          },
        ]}
        to={({ id }) => `/interlocuteurs/echanges/${id}`}
        nameOf={({ about }) => about}
        exports={useExports("exchanges", more, values)}
        empty={<Empty title={t("exchanges.empty")}>{t("exchanges.empty.lead")}</Empty>}
      />
    </Page>
  )
}

/** What was asked of the services, and waits: nearest day first. */
export const RequestsPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values } = useAddress()
  const state = values["state"] ?? "waiting"
  const more = { bodyId: body?.id, kind: "request", state, sort: values["tri"] ?? "due" }
  const ask = (
    <Link className="button main" to="/interlocuteurs/echange?genre=request">
      {t("exchanges.ask")}
    </Link>
  )
  return (
    <Page
      title={t("exchanges.requests")}
      crumbs={[{ words: t("counterparts.place"), to: "/interlocuteurs" }]}
      lead={body?.name}
      main={ask}
    >
      <List<Line>
        key={`${body?.id}`}
        read="exchanges.list"
        more={more}
        columns={useColumns(t, "due")}
        filters={[
          {
            name: "state",
            words: t("exchanges.field.state"),
            none: t("exchanges.state.waiting"),
            options: (["late", "answered", "given_up"] as const).map((value) => ({
              value,
              words: t(value === "late" ? "exchanges.late" : `exchanges.state.${value}`),
            })),
          },
        ]}
        to={({ id }) => `/interlocuteurs/echanges/${id}`}
        nameOf={({ about }) => about}
        exports={useExports("exchanges", more, values)}
        empty={<Empty title={t("exchanges.requests.none")}>{t("exchanges.requests.none.lead")}</Empty>}
      />
    </Page>
  )
}

const useColumns = (t: Translate, by: "day" | "due"): Column<Line>[] => {
  const say = useFigures()
  const due: Column<Line> = {
    key: "due",
    words: t("exchanges.field.due"),
    sort: "due",
    tight: true,
    cell: ({ answer_due }) => answer_due && say.dayOnly(answer_due),
    off: by === "day",
  }
  return [
    {
      key: "about",
      words: t("exchanges.field.about"),
      cell: (row) => (
        <>
          {row.about} <ExchangeMarks of={row} />
        </>
      ),
    },
    { key: "theirs", words: t("exchanges.field.theirs"), cell: ({ theirs }) => theirs.join(", ") },
    due,
    { key: "on", words: t("exchanges.field.on"), sort: "day", tight: true, cell: ({ on_day }) => say.dayOnly(on_day) },
    {
      key: "kind",
      words: t("exchanges.field.kind"),
      cell: ({ kind }) => t(`exchanges.kind.${kind}`),
      off: by === "due",
    },
    { key: "ours", words: t("exchanges.field.ours"), cell: ({ ours }) => ours.join(", ") },
    { key: "next", words: t("exchanges.field.next"), cell: ({ next_step }) => next_step, off: true },
  ]
}
