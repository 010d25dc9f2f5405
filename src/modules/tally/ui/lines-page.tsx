import type { ReadOf } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound } from "../../../shell/fault.tsx"
import { useAddress } from "../../../shell/go.tsx"
import { type Column, List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty } from "../../../shell/sheet.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { askedOf } from "./tally-page.tsx"

type Line = ReadOf<"tally.lines">["rows"][number]

/** The lines behind a figure of the mandate, each of which opens its own page. */
export const LinesPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values } = useAddress()
  const figure = values["quoi"]
  const columns = useColumns()
  if (!body || !figure) return <NotFound />
  return (
    <Page
      title={t.named(`tally.figure.${figure}`)}
      lead={values["mots"]}
      crumbs={[
        { words: t("sittings.place"), to: "/seances" },
        { words: t("tally.place"), to: "/seances/bilan" },
        { words: values["mots"] ?? t("tally.lines") },
      ]}
    >
      <List<Line>
        read="tally.lines"
        more={{ bodyId: body.id, figure, key: values["cle"] ?? "", ...askedOf(values) }}
        columns={columns}
        to={({ at }) => at}
        nameOf={({ title }) => title}
        empty={<Empty title={t("tally.none")} />}
      />
    </Page>
  )
}

const useColumns = (): Column<Line>[] => {
  const t = useWords()
  const say = useFigures()
  return [
    { key: "title", words: t("tally.field.title"), cell: ({ title }) => title },
    { key: "day", tight: true, words: t("tally.field.day"), cell: ({ on_day }) => say.dayOnly(on_day) },
    { key: "state", tight: true, words: t("tally.field.state"), cell: (line) => stateOf(line, t) },
  ]
}

const stateOf = ({ kind, state }: Line, t: Translate): string => {
  if (state === null) return "—"
  if (kind === "text") return t.named(`texts.state.${state}`)
  if (kind === "item") return t.named(`sittings.outcome.${state}`)
  if (kind === "sitting") return t.named(`sittings.attendance.${state}`)
  if (kind === "promise") return t.named(`sittings.promise.${state}`)
  return t("tally.minutes", { count: Number(state) })
}
