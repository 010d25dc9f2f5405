import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Rule = ReadOf<"bodies.readRulebook">["rules"][number]
const SHOWN = 5

/** On the page of a body: the rules it wrote itself, and where the rest of its rulebook comes from. */
export const BodyRulebook = ({ bodyId, profile }: { bodyId: string; profile: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("bodies.readRulebook", { bodyId })
  if (!data || data.rules.length === 0) return null
  const known = data.rules.filter(({ words }) => words !== null)
  const own = known.filter((one) => one.is_own && one.from === null)
  const { rules, above } = elsewhere(known)
  return (
    <Sheet
      title={t("secretariat.rulebook")}
      aside={<Link to={`/secretariat/reglement?instance=${bodyId}`}>{t("secretariat.body.rulebook.all")}</Link>}
    >
      <Rows>
        {own.slice(0, SHOWN).map(({ key, name, words, legal_basis, valid_from }) => (
          <Row
            key={key}
            soft={[legal_basis, valid_from && t("secretariat.rulebook.since", { day: say.dayOnly(valid_from) })]
              .filter(Boolean)
              .join(" · ")}
          >
            {name}
            {"\u00a0: "}
            <b>{words}</b>
          </Row>
        ))}
        <Row>
          <span className="soft">
            {[
              own.length === 0 && t("secretariat.body.rulebook.none"),
              own.length > SHOWN && t("secretariat.body.rulebook.own_more", { count: own.length - SHOWN }),
              rules > 0 && t("secretariat.body.rulebook.profile", { count: rules, profile }),
              ...above.map(([name, count]) => t("secretariat.body.rulebook.above", { count, name })),
              data.rules.length > known.length &&
                t("secretariat.body.rulebook.open", { count: data.rules.length - known.length }),
            ]
              .filter(Boolean)
              .join(" ")}
          </span>
        </Row>
      </Rows>
    </Sheet>
  )
}

/** What the body did not write itself: how many rules its profile gave it, and how many each body above. */
const elsewhere = (known: readonly Rule[]) => ({
  rules: known.filter((one) => !one.is_own && one.from === null).length,
  above: [...Map.groupBy(known, ({ from }) => from)].flatMap(([from, all]) =>
    from ? [[from, all.length] as const] : [],
  ),
})
