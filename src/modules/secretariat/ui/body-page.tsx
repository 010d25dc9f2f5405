import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { BodyTerritories } from "../../territories/ui/contract.tsx"
import { warningWords } from "../../mandates/ui/contract.tsx"
import { BodyMoves } from "./body-moves.tsx"
import { BodyRulebook } from "./body-rulebook.tsx"

type Read = ReadOf<"bodies.read">

/** A body: where it stands, who holds what in it, what it came from and became. */
export const BodyPage = () => {
  const bodyId = useParam("bodyId")
  return <Reading of={useRead("bodies.read", { bodyId })}>{(read) => <One key={bodyId} of={read} />}</Reading>
}

const at = (id: string) => `/secretariat/instances/${id}`

const One = ({ of }: { of: Read }) => {
  const t = useWords()
  const say = useFigures()
  const { body, above, inside } = of
  const missing = inside && [
    ...inside.unheld.map((one) => ({ words: t("mandates.unheld", { what: t(`capability.${one}`) }) })),
    ...inside.warnings.map((one) => ({
      words: warningWords(
        one,
        inside.functions,
        inside.held.map(({ person_id, name }) => ({ id: person_id, name })),
        t,
      ),
    })),
  ]
  return (
    <Page
      title={body.name}
      crumbs={[
        { words: t("secretariat.tree"), to: "/secretariat/arbre" },
        ...above.map(({ id, name }) => ({ words: name, to: at(id) })),
        { words: body.name },
      ]}
      marks={body.closed_on && <Mark>{t("secretariat.bodies.closed_on", { day: say.dayOnly(body.closed_on) })}</Mark>}
      {...(missing && missing.length > 0 && !body.closed_on ? { missing } : {})}
      purpose={t("secretariat.body.short")}
    >
      <What of={of} />
      <BodyTerritories bodyId={body.id} />
      <Held of={inside} />
      <Below of={of.below} />
      <Besides of="body" id={body.id} />
      {inside && <BodyRulebook bodyId={body.id} profile={of.profile} />}
      <BodyMoves of={of} />
    </Page>
  )
}

const What = ({ of: { body, profile, above, came_from, became, inside } }: { of: Read }) => {
  const t = useWords()
  const say = useFigures()
  const kin = (all: Read["became"]) =>
    all.map(({ id, name, on_day }) => (
      <div key={id}>
        <Link to={at(id)}>{name}</Link>{" "}
        <span className="soft">{t("secretariat.body.since", { day: say.dayOnly(on_day) })}</span>
      </div>
    ))
  const parent = above.at(-1)
  return (
    <Sheet title={t("secretariat.body.facts")} padded>
      <Facts
        of={[
          [t("secretariat.bodies.code"), body.code],
          [t("secretariat.bodies.profile"), `${profile} · ${t(`secretariat.means.${body.means}`)}`],
          parent !== undefined && [
            t("secretariat.body.above"),
            <Link key="parent" to={at(parent.id)}>
              {parent.name}
            </Link>,
          ],
          body.place !== null && [t("secretariat.bodies.place"), body.place],
          came_from.length > 0 && [t("secretariat.body.came_from"), kin(came_from)],
          became.length > 0 && [t("secretariat.body.became"), kin(became)],
          inside !== null &&
            inside.rings.length > 0 && [
              t("secretariat.body.members"),
              inside.rings.map(({ ring, count }) => `${t.named(`mandates.ring.${ring}`)} : ${count}`).join(" · "),
            ],
        ]}
      />
    </Sheet>
  )
}

const Held = ({ of }: { of: Read["inside"] }) => {
  const t = useWords()
  const say = useFigures()
  if (!of) return <p className="soft">{t("secretariat.body.hidden")}</p>
  return (
    <Sheet title={t("secretariat.body.held")}>
      {of.held.length === 0 ? (
        <Empty title={t("secretariat.body.held.none")} />
      ) : (
        <Rows>
          {of.held.map(({ function_id, function_name, person_id, name, until }) => (
            <Row
              key={function_id + person_id}
              soft={[function_name, until && t("secretariat.body.until", { day: say.dayOnly(until) })]
                .filter(Boolean)
                .join(" · ")}
            >
              <Link to={`/personnes/${person_id}`}>{name}</Link>
            </Row>
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

const Below = ({ of }: { of: Read["below"] }) => {
  const t = useWords()
  const say = useFigures()
  if (of.length === 0) return null
  return (
    <Sheet title={t("secretariat.body.below")}>
      <Rows>
        {of.map(({ id, name, closed_on }) => (
          <Row key={id}>
            <Link to={at(id)}>{name}</Link>{" "}
            {closed_on && <Mark>{t("secretariat.bodies.closed_on", { day: say.dayOnly(closed_on) })}</Mark>}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
