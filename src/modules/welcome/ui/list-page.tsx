import type { ReadOf } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { NotFound } from "../../../shell/fault.tsx"
import { useAddress } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { useWelcomeCrumbs } from "./crumbs.ts"

type Line = ReadOf<"newcomers.list">["rows"][number]
const kinds = { open: "wait", paused: "info", stopped: undefined, welcomed: "good", unconfirmed: undefined } as const

export const NewcomerState = ({ of }: { of: keyof typeof kinds }) => {
  const t = useWords()
  const kind = kinds[of]
  return <Mark {...(kind ? { kind } : {})}>{t.named(`welcome.state.${of}`)}</Mark>
}

/** Everybody who came, and what became of them. */
export const NewcomersPage = () => {
  const t = useWords()
  const say = useFigures()
  const crumbs = useWelcomeCrumbs()
  const { body } = useBody()
  const { values } = useAddress()
  const exports = useExports("newcomers", { bodyId: body?.id }, values)
  if (!body) return <NotFound />
  return (
    <Page title={t("welcome.list.title")} lead={body.name} crumbs={crumbs}>
      <List<Line>
        read="newcomers.list"
        more={{ bodyId: body.id, ...(values["year"] ? { year: Number(values["year"]) } : {}) }}
        columns={[
          {
            key: "name",
            words: t("people.name"),
            cell: ({ name, forgotten_at }) => (forgotten_at ? t("welcome.forgotten") : name),
          },
          {
            key: "state",
            words: t("welcome.column.state"),
            tight: true,
            cell: ({ state }) => <NewcomerState of={state} />,
          },
          { key: "step", words: t("welcome.column.step"), cell: ({ step }) => step },
          { key: "welcomer", words: t("welcome.column.welcomer"), cell: ({ welcomer }) => welcomer },
          { key: "due", words: t("welcome.column.due"), tight: true, cell: ({ due }) => due && say.dayOnly(due) },
          { key: "wish", words: t("welcome.wish"), cell: ({ wish }) => t(`welcome.wish.${wish}`), off: true },
          { key: "source", words: t("welcome.source"), cell: ({ source }) => t.named(`welcome.source.${source}`) },
          { key: "town", words: t("welcome.page.town"), cell: ({ town }) => town, off: true },
          {
            key: "came",
            words: t("welcome.column.came"),
            tight: true,
            cell: ({ confirmed_at }) => say.dayOnly(confirmed_at),
          },
        ]}
        filters={[
          {
            name: "state",
            words: t("welcome.column.state"),
            options: (["open", "late", "unassigned", "paused", "welcomed", "stopped"] as const).map((value) => ({
              value,
              words: t(`welcome.state.${value}`),
            })),
          },
          {
            name: "outcome",
            words: t("welcome.year.title"),
            options: (["arrived", "in_time", "members", "left"] as const).map((value) => ({
              value,
              words: t(`welcome.outcome.${value}`),
            })),
          },
        ]}
        to={({ id }) => `/arrivants/${id}`}
        nameOf={({ name, forgotten_at }) => (forgotten_at ? t("welcome.forgotten") : name)}
        exports={exports}
        empty={<Empty title={t("welcome.list.empty")}>{t("welcome.board.empty.lead")}</Empty>}
      />
    </Page>
  )
}
