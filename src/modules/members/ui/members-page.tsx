import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { useEuros } from "./money.ts"

/** Members and dues of a body: what waits, how they stand, and the way to each page. A figure leads to its lines. */
export const MembersPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const on = { enabled: Boolean(body) }
  const bodyId = body?.id ?? ""
  const { data: dues } = useRead("dues.year", { bodyId }, on)
  const { data: asked } = useRead("applications.list", { bodyId, state: "asked", limit: 50 }, on)
  const { error } = useRead("rolls.list", { bodyId, limit: 1 }, on)
  if (!body || error) return <NotFound />
  return (
    <Page
      title={t("members.title")}
      lead={body.name}
      crumbs={[{ words: t("people.title"), to: "/personnes" }, { words: t("members.title") }]}
      missing={dues?.missing}
      purpose={t("members.purpose.call")}
      main={
        asked?.may["applications.record"] && (
          <Link className="button main" to="/membres/demandes/nouvelle">
            {t("members.application.new")}
          </Link>
        )
      }
    >
      {asked && asked.rows.length > 0 && (
        <Sheet title={t("members.applications.waiting")}>
          <Rows>
            {asked.rows.slice(0, 5).map((one) => (
              <Row
                key={one.id}
                soft={t("members.application.answer_by", { day: say.day(one.answer_by) })}
                end={one.answer_by < asked.today && <Mark kind="bad">{t("members.application.late")}</Mark>}
              >
                <Link to={`/membres/demandes/${one.id}`}>{one.name}</Link>
              </Row>
            ))}
          </Rows>
        </Sheet>
      )}
      {dues && <DuesFigures of={dues} />}
      <Sheet title={t("members.pages")}>
        <Rows>
          {(
            [
              ["applications", "/membres/demandes", asked],
              ["dues", "/membres/cotisations", dues],
              ["payments", "/membres/paiements", dues],
              ["scale", "/membres/bareme", dues],
              ["calls", "/membres/appels", dues],
              ["rolls", "/membres/listes", true],
              ["print", "/membres/imprimer", true],
              ["statistics", "/membres/statistiques", true],
            ] as const
          ).map(
            ([key, to, shown]) =>
              shown && (
                <Row key={key} soft={t(`members.page.${key}.lead`)}>
                  <Link to={to}>{t(`members.page.${key}`)}</Link>
                </Row>
              ),
          )}
        </Rows>
      </Sheet>
    </Page>
  )
}

const DuesFigures = ({ of: { year, members, cents, money, owed } }: { of: ReadOf<"dues.year"> }) => {
  const t = useWords()
  const euros = useEuros()
  const count = (state: string, figure: number) => (
    <Link to={`/membres/cotisations?state=${state}`}>{t("members.count", { count: figure })}</Link>
  )
  return (
    <Sheet title={t("members.dues.of_year", { year: String(year) })} padded>
      <Facts
        of={[
          [t("members.standing.up_to_date"), count("up_to_date", members.up_to_date)],
          members.soon > 0 && [t("members.standing.soon"), count("soon", members.soon)],
          [t("members.standing.late"), count("late", members.late)],
          members.never > 0 && [t("members.standing.never"), count("never", members.never)],
          [
            t("members.received"),
            <Link key="received" to={`/membres/paiements?year=${year}&state=valid`}>
              {t("members.received.sum", { sum: euros(cents), count: money.reduce((sum, one) => sum + one.count, 0) })}
            </Link>,
          ],
          owed.left !== "0" && [
            t("members.left_to_pay"),
            <Link key="left" to="/membres/cotisations?state=unpaid">
              {euros(owed.left)}
            </Link>,
          ],
        ]}
      />
    </Sheet>
  )
}
