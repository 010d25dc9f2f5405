import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useAddress, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { nameOf, stateMark } from "./names.tsx"

type Table = ReadOf<"amendments.table">
type Line = Table["rows"][number]

const orders = ["place", "number"] as const

/** The amendments in the order they would be called, with what each meets and what falls with it. */
export const TablePage = () => {
  const t = useWords()
  const baseId = useParam("baseId")
  const { values, set } = useAddress()
  const order = values["ordre"] === "number" ? "number" : "place"
  const { body } = useBody()
  const exports = useExports("amendments", { baseId, order, bodyId: body?.id })
  return (
    <Reading of={useRead("amendments.table", { baseId, order }, { keepPrevious: true })}>
      {({ title, rows }) => (
        <Page
          title={t("amendments.table")}
          lead={title}
          crumbs={[
            { words: t("amendments.place"), to: "/amendements" },
            { words: title, to: `/amendements/${baseId}` },
            { words: t("amendments.table") },
          ]}
          acts={
            <>
              {orders.map((one) => (
                <button
                  key={one}
                  type="button"
                  className={one === order ? "button on" : "button quiet"}
                  aria-pressed={one === order}
                  onClick={() => set({ ordre: one === "place" ? undefined : one })}
                >
                  {t(`amendments.order.${one}`)}
                </button>
              ))}
              <a href={`/api/amendments/bases/${baseId}/tableau.pdf?ordre=${order}`}>{t("amendments.export.table")}</a>
              <a href={`/api/amendments/bases/${baseId}/amendements.xml`}>{t("amendments.export.xml")}</a>
              {exports.map(({ words, href }) => (
                <a key={href} href={href}>
                  {words}
                </a>
              ))}
            </>
          }
        >
          <Sheet>
            {rows.length === 0 ? (
              <Empty title={t("amendments.none")}>{t("amendments.table.empty")}</Empty>
            ) : (
              <>
                <Rows numbered>
                  {rows.map((row) => (
                    <LineRow key={row.id} of={row} all={rows} baseId={baseId} />
                  ))}
                </Rows>
                <p className="pad soft">{t(`amendments.order.${order}.lead`)}</p>
              </>
            )}
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}

const LineRow = ({ of, all, baseId }: { of: Line; all: Table["rows"]; baseId: string }) => {
  const t = useWords()
  const say = useFigures()
  const named = (id: string) => {
    const one = all.find((each) => each.id === id)
    return one ? nameOf(one, t) : ""
  }
  return (
    <Row
      n={of.n}
      end={
        of.moot && of.state !== "fallen" ? (
          <Mark kind="bad">{t("amendments.moot")}</Mark>
        ) : of.snagged ? (
          <Mark kind="wait">{t("amendments.take_up.mark")}</Mark>
        ) : (
          stateMark(of, t)
        )
      }
      soft={[
        of.place,
        of.author && of.number && of.author,
        of.amount_cents &&
          of.effect !== "none" &&
          `${t(`amendments.effect.${of.effect}`)} ${say.money(Number(of.amount_cents) / 100)}`,
      ]
        .filter(Boolean)
        .join(" · ")}
      below={
        <>
          {of.amends_name && !of.moot && <p className="soft">{t("amendments.of_amends", { name: of.amends_name })}</p>}
          {of.says && <p className="prose">{of.says}</p>}
          {of.meets.length > 0 && (
            <ul className="soft">
              {of.meets.slice(0, 8).map(({ id, how }) => (
                <li key={id}>{t(`amendments.meets.${how}`, { name: named(id) })}</li>
              ))}
              {of.meets.length > 8 && <li>{t("amendments.meets.more", { count: of.meets.length - 8 })}</li>}
            </ul>
          )}
          {of.fells.length > 0 && (
            <p className="soft">{t("amendments.fells", { names: of.fells.slice(0, 8).map(named).join(", ") })}</p>
          )}
        </>
      }
    >
      <Link to={`/amendements/${baseId}/lire/${of.id}`}>{nameOf(of, t)}</Link>
    </Row>
  )
}
