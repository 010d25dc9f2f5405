import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { useWelcomeCrumbs } from "./crumbs.ts"

/** Those who came in a year, and what became of them: each figure opens to its lines. */
export const StatisticsPage = () => {
  const t = useWords()
  const crumbs = useWelcomeCrumbs()
  const { body } = useBody()
  const asked = Number(useAddress().values["year"]) || undefined
  const read = useRead(
    "welcome.statistics",
    { bodyId: body?.id ?? "", ...(asked ? { year: asked } : {}) },
    { enabled: Boolean(body) },
  )
  if (!body) return <NotFound />
  return (
    <Reading of={read}>
      {(it) => (
        <Page
          title={t("welcome.year.of", { year: String(it.year) })}
          lead={body.name}
          crumbs={crumbs}
          acts={
            <>
              <Link className="button quiet" to={`/arrivants/annee?year=${it.year - 1}`}>
                {String(it.year - 1)}
              </Link>
              <Link className="button quiet" to={`/arrivants/annee?year=${it.year + 1}`}>
                {String(it.year + 1)}
              </Link>
            </>
          }
        >
          <Sheet padded>
            <Facts
              of={(["arrived", "in_time", "members", "left"] as const).map((outcome) => [
                t(`welcome.outcome.${outcome}`, { hours: it.hours }),
                <Link key={outcome} to={`/arrivants/liste?outcome=${outcome}&year=${it.year}`}>
                  {t("welcome.count", { count: it[outcome] })}
                </Link>,
              ])}
            />
            {it.forgotten > 0 && <p className="soft">{t("welcome.year.forgotten", { count: it.forgotten })}</p>}
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}
