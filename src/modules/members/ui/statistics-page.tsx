import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Figures } from "../../../shell/figures.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { useMembersCrumbs } from "./crumbs.ts"

type Table = ReadOf<"members.statistics">["tables"][number]

/** How many members, by ring, year, town, form and dues: each as bars and as a table, small figures hidden. */
export const StatisticsPage = () => {
  const t = useWords()
  const say = useFigures()
  const crumbs = useMembersCrumbs()
  const { body } = useBody()
  const where = useAddress().values["ou"] === "dessous" ? "below" : "here"
  const read = useRead("members.statistics", { bodyId: body?.id ?? "", where }, { enabled: Boolean(body) })
  return (
    <Reading of={read}>
      {({ tables, on, has_below }) => (
        <Page
          title={t("members.page.statistics")}
          lead={`${body?.name ?? ""} · ${say.day(on)}`}
          crumbs={crumbs}
          acts={
            has_below && (
              <Link
                className="button quiet"
                to={where === "here" ? "/membres/statistiques?ou=dessous" : "/membres/statistiques"}
              >
                {t(where === "here" ? "members.statistics.below" : "members.statistics.here")}
              </Link>
            )
          }
        >
          <p className="soft">{t("members.statistics.lead")}</p>
          {tables.map((one) => (
            <OneTable key={one.name} of={one} />
          ))}
        </Page>
      )}
    </Reading>
  )
}

const OneTable = ({ of: { name, rows, total, withheld } }: { of: Table }) => {
  const t = useWords()
  const say = useFigures()
  const title = t.named(`members.statistics.${name}`)
  if (withheld)
    return (
      <Sheet title={title} padded>
        <p className="soft">{t("members.statistics.withheld")}</p>
      </Sheet>
    )
  return (
    <Sheet title={title} padded>
      <Figures
        title={title}
        head={t("members.statistics.people")}
        rows={rows.map(({ key, count, is_few }) => ({
          key,
          words: wordsOf(name, key, t),
          count,
          said: count === null ? t(is_few ? "members.statistics.few" : "members.statistics.hidden") : say.number(count),
        }))}
        total={total === null ? t("members.statistics.hidden") : say.number(total)}
      />
    </Sheet>
  )
}

const wordsOf = (name: string, key: string, t: Translate): string => {
  if (name === "rings") return t.named(`mandates.ring.${key}`)
  if (name === "forms") return t.named(`members.form.${key}`)
  if (name === "dues") return t.named(`members.statistics.dues.${key}`)
  if (key === "before" || key === "others" || key === "") return t.named(`members.statistics.${key || "unknown"}`)
  return key
}
