import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

type Read = ReadOf<"offices.declarations">
type Declaration = Read["declarations"][number]

/** Who must declare their mandates this year, by when and by which text, and who has. */
export const DeclarationsPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values, set } = useAddress()
  const asked = Number(values["annee"]) || undefined
  const read = useRead(
    "offices.declarations",
    { bodyId: body?.id ?? "", ...(asked ? { year: asked } : {}) },
    { enabled: Boolean(body) },
  )
  return (
    <Reading of={read}>
      {({ body: { id: bodyId, name }, year, declarations }) => (
        <Page
          title={t("offices.declarations")}
          lead={`${name} · ${t("offices.declarations.year", { year: String(year) })}`}
          crumbs={[{ words: t("offices.title"), to: "/mandats" }, { words: t("offices.declarations") }]}
          acts={[year - 1, year + 1].map((one) => (
            <button key={one} type="button" className="chip" onClick={() => set({ annee: String(one) })}>
              {one}
            </button>
          ))}
        >
          {declarations.length > 0 && <p>{t("offices.declarations.lead")}</p>}
          {declarations.length === 0 ? (
            <Sheet>
              <Empty title={t("offices.declarations.none")}>{t("offices.declarations.none.lead")}</Empty>
            </Sheet>
          ) : (
            declarations.map((one) => <Declared key={one.rule} of={one} bodyId={bodyId} year={year} />)
          )}
        </Page>
      )}
    </Reading>
  )
}

const Declared = ({ of, bodyId, year }: { of: Declaration; bodyId: string; year: number }) => {
  const t = useWords()
  const say = useFigures()
  const { rule, due, basis, source, confidence, people } = of
  const late = due < today()
  return (
    <Sheet title={t.named(`offices.declaration.${rule}`)} aside={t("offices.due", { day: say.day(due) })}>
      <p className="pad soft">
        {[basis, source, t.named(`offices.confidence.${confidence}`)].filter(Boolean).join(" · ")}
      </p>
      <Rows>
        {people.map(({ person_id, name, lodged_on, declaration_id }) => (
          <Row
            key={person_id}
            end={
              lodged_on ? (
                <Act command="offices.takeBackLodging" input={{ declarationId: declaration_id! }}>
                  {t("offices.lodge.back")}
                  <span className="unseen">, {name}</span>
                </Act>
              ) : (
                <Act
                  command="offices.lodge"
                  input={{ bodyId, personId: person_id, rule, year }}
                  kind="plain"
                  done={t("offices.lodge.done")}
                  undo={({ declarationId }) => ({ command: "offices.takeBackLodging", input: { declarationId } })}
                >
                  {t("offices.lodge")}
                  <span className="unseen">, {name}</span>
                </Act>
              )
            }
          >
            <Link to={`/personnes/${person_id}`}>{name}</Link>{" "}
            {lodged_on ? (
              <Mark kind="good">{t("offices.lodged_on", { day: say.dayOnly(lodged_on) })}</Mark>
            ) : (
              <Mark kind={late ? "bad" : "wait"}>{t(late ? "offices.late" : "offices.to_lodge")}</Mark>
            )}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
