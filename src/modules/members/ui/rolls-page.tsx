import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { useMembersCrumbs } from "./crumbs.ts"

type Line = ReadOf<"rolls.list">["rows"][number]

/** The rolls that were frozen: who could vote, each on its day. */
export const RollsPage = () => {
  const t = useWords()
  const say = useFigures()
  const crumbs = useMembersCrumbs()
  const { body } = useBody()
  const { data } = useRead("rolls.list", { bodyId: body?.id ?? "", limit: 1 }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  const add = data?.may["rolls.freeze"] && (
    <Link className="button main" to="/membres/listes/nouvelle">
      {t("members.roll.new")}
    </Link>
  )
  return (
    <Page title={t("members.page.rolls")} lead={body.name} crumbs={crumbs} main={add}>
      <List<Line>
        read="rolls.list"
        more={{ bodyId: body.id }}
        columns={[
          { key: "title", words: t("members.roll.title"), cell: ({ title }) => title },
          { key: "number", words: t("members.column.number"), tight: true, cell: ({ reference }) => reference },
          { key: "day", words: t("members.roll.day"), cell: ({ on_day }) => say.day(on_day) },
          { key: "entitled", words: t("members.roll.entitled"), figure: true, cell: ({ entitled }) => entitled },
          { key: "others", words: t("members.roll.others"), figure: true, cell: ({ others }) => others },
        ]}
        to={({ id }) => `/membres/listes/${id}`}
        nameOf={({ title }) => title}
        empty={
          <Empty title={t("members.rolls.empty")} act={add}>
            {t("members.rolls.empty.lead")}
          </Empty>
        }
      />
    </Page>
  )
}
