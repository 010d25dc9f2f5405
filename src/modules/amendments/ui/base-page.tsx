import { type Place, placesOf } from "../../../kernel/amending/place.ts"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import type { MissingThing } from "../../../shell/missing.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Facts, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { TextLine, TextLines } from "../../../shell/text-lines.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { WhoSees } from "../../../shell/who-sees.tsx"
import { nameOf, stateMark } from "./names.tsx"

export type BaseRead = ReadOf<"bases.read">
type Line = BaseRead["amendments"][number]

/** The text, with what is asked of it in its margin. */
export const BasePage = () => {
  const t = useWords()
  return (
    <Reading of={useRead("bases.read", { baseId: useParam("baseId") })}>
      {(of) => {
        const { base, amendments, may, paragraphs } = of
        const left = amendments.filter(({ stands }) => !stands)
        return (
          <Page
            title={base.title}
            crumbs={[{ words: t("amendments.place"), to: "/amendements" }, { words: base.title }]}
            lead={[
              t(`amendments.kind.${base.kind}`),
              base.reference,
              base.version > 0 && t("amendments.version", { number: base.version }),
            ]
              .filter(Boolean)
              .join(" · ")}
            missing={missingOf(of, left, t)}
            main={
              base.version > 0 &&
              may["amendments.begin"] && (
                <Link className="button main" to={`/amendements/${base.id}/ecrire`}>
                  {t("amendments.begin")}
                </Link>
              )
            }
            acts={
              <>
                {base.version > 0 && <Link to={`/amendements/${base.id}/tableau`}>{t("amendments.table")}</Link>}
                {base.version > 0 && (
                  <Link to={`/amendements/${base.id}/ensemble`}>{t("amendments.consolidated")}</Link>
                )}
                {base.version > 0 && may["amendments.noteOther"] && (
                  <Link to={`/amendements/${base.id}/autre`}>{t("amendments.other")}</Link>
                )}
                {base.version > 0 && may["amendments.takeOthers"] && (
                  <Link to={`/amendements/${base.id}/reprendre`}>{t("amendments.take")}</Link>
                )}
                {may["bases.bringVersion"] && (
                  <Link to={`/amendements/${base.id}/version`}>{t("amendments.version.bring")}</Link>
                )}
              </>
            }
            side={<Side of={of} />}
            history={<WhoSees kind="base" id={base.id} />}
          >
            {left.length > 0 && (
              <Sheet title={t("amendments.left_behind")}>
                <Rows>
                  {left.map((one) => (
                    <Row key={one.id} soft={snagWords(one, t)} end={stateMark(one, t)}>
                      <Link to={`/amendements/${base.id}/lire/${one.id}`}>{nameOf(one, t)}</Link>
                    </Row>
                  ))}
                </Rows>
              </Sheet>
            )}
            <Sheet title={t("amendments.text")}>
              {paragraphs.length === 0 ? <Empty title={t("amendments.text.none")} /> : <Text of={of} />}
            </Sheet>
          </Page>
        )
      }}
    </Reading>
  )
}

const Text = ({ of: { base, paragraphs, amendments, may } }: { of: BaseRead }) => {
  const t = useWords()
  const places = placesOf(paragraphs)
  const beside = besides(amendments.filter(({ stands, amends_id }) => stands && !amends_id))
  return (
    <TextLines>
      {paragraphs.map(({ is, text }, index) => (
        <TextLine
          key={index}
          n={places[index]!.alinea}
          opens={is !== "paragraph"}
          margin={beside.get(index)?.map((one) => (
            <Link key={one.id} to={`/amendements/${base.id}/lire/${one.id}`}>
              {nameOf(one, t)}
            </Link>
          ))}
        >
          {may["amendments.begin"] ? (
            <Link
              to={`/amendements/${base.id}/ecrire?alinea=${index}`}
              aria-label={`${amends(places[index]!, t)} ${text}`}
            >
              {text}
            </Link>
          ) : (
            <p>{text}</p>
          )}
        </TextLine>
      ))}
    </TextLines>
  )
}

const amends = ({ alinea }: Place, t: Translate) =>
  alinea ? t("amendments.amend.alinea", { alinea }) : t("amendments.amend.line")

// An insertion stands beside the paragraph it comes after.
const besides = (amendments: readonly Line[]): Map<number, Line[]> => {
  const found = new Map<number, Line[]>()
  for (const one of amendments)
    for (const index of new Set(
      one.operations.flatMap(({ from, to }) =>
        from === to ? [Math.max(0, from - 1)] : Array.from({ length: to - from }, (_, place) => from + place),
      ),
    ))
      found.set(index, [...(found.get(index) ?? []), one])
  return found
}

const missingOf = ({ base, draft, may }: BaseRead, left: readonly Line[], t: Translate): MissingThing[] | undefined => {
  const things: MissingThing[] = [
    ...(draft && may["bases.adopt"]
      ? [{ key: "amendments.missing.adopt", facts: { number: draft.number }, at: `/amendements/${base.id}/relire` }]
      : []),
    ...left
      .filter(({ snags }) => snags.length > 0)
      .map((one) => ({
        key: "amendments.missing.take_up_named",
        facts: { name: nameOf(one, t) },
        at: `/amendements/${base.id}/lire/${one.id}`,
      })),
  ]
  return things.length ? things : undefined
}

const snagWords = ({ snags, version, amends_name }: Line, t: Translate) =>
  [
    amends_name ? t("amendments.on_amendment", { name: amends_name }) : t("amendments.on_version", { number: version }),
    ...snags.map(({ snag }) => t(`amendments.snag.${snag}`)),
  ].join(" · ")

const Side = ({ of: { base, item, amendments } }: { of: BaseRead }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Facts
      of={[
        item !== null && [
          t("amendments.field.item"),
          <Link key="item" to={`/seances/${item.sitting_id}/points/${item.id}`}>
            {item.number ? `${item.number} · ${item.title}` : item.title}
          </Link>,
        ],
        item !== null && [t("amendments.field.sitting"), say.dayAndHour(item.starts)],
        [t("amendments.field.brought"), say.ago(base.brought_at)],
        [
          t("amendments.field.count"),
          amendments.length
            ? t("amendments.count", {
                count: amendments.length,
                ours: amendments.filter(({ text_id }) => text_id).length,
              })
            : t("amendments.none"),
        ],
      ]}
    />
  )
}
