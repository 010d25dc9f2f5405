import { About } from "../../../shell/about.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import type { MissingThing } from "../../../shell/missing.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Mark } from "../../../shell/sheet.tsx"
import { today, type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { isUnread, Papers, SinceRead } from "./item-papers.tsx"
import { Position } from "./item-position.tsx"
import { Lines, OurMeeting, Speakers } from "./item-prepare.tsx"
import { Matter, Outcome, Reader } from "./item-settings.tsx"
import { Programme, ReadingSheet, Related } from "./item-sheet.tsx"
import { NoticesOf } from "./notices.tsx"
import "./item.css"

type Data = ReadOf<"sittings.readItem">

/** One item: its papers, who reads it, how we vote, and what the assembly made of it. */
export const ItemPage = () => {
  const t = useWords()
  const say = useFigures()
  return (
    <Reading of={useRead("sittings.readItem", { itemId: useParam("itemId") })}>
      {(data) => {
        const { item } = data
        return (
          <Page
            title={item.title}
            crumbs={[
              { words: t("sittings.place"), to: "/seances" },
              { words: item.sitting_title, to: `/seances/${item.sitting_id}` },
              { words: item.number ? t("sittings.item.numbered", { number: item.number }) : item.title },
            ]}
            lead={<Lead of={item} />}
            missing={missingOf(data, t)}
            marks={
              <>
                {item.stance && (
                  <Mark kind={item.stance_decided_at ? "good" : "wait"}>
                    {t(`sittings.stance.${item.stance}`)}
                    {!item.stance_decided_at && ` (${t("sittings.stance.proposed")})`}
                  </Mark>
                )}
                {item.outcome && <Mark kind="info">{t(`sittings.outcome.${item.outcome}`)}</Mark>}
              </>
            }
            side={
              <Facts
                of={[
                  [t("sittings.field.starts"), say.dayAndHour(item.starts)],
                  item.rapporteur !== null && [t("sittings.field.rapporteur"), item.rapporteur],
                  [t("sittings.field.reader"), item.reader_name ?? t("sittings.read_by.nobody")],
                ]}
              />
            }
            history={<About kind="item" id={item.id} />}
          >
            {item.starts.slice(0, 10) === today() && <NoticesOf sittingId={item.sitting_id} />}
            <SinceRead of={data} />
            <InOrder of={data} />
            <div id="lecture" className="spot">
              <Reader of={data} />
            </div>
            <Matter of={data} />
            <div id="issue" className="spot">
              <Outcome of={data} />
            </div>
          </Page>
        )
      }}
    </Reading>
  )
}

/** Whoever has the item to read finds first what to read and where to write; the others how we vote, and why. */
const InOrder = ({ of }: { of: Data }) => {
  const { item, sheet, me } = of
  const papers = <Papers of={of} />
  const reading = (
    <div id="fiche" className="spot">
      <ReadingSheet of={of} />
    </div>
  )
  const position = (
    <div id="position" className="spot">
      <Position of={of} />
    </div>
  )
  const isToRead = (item.reader_id === me && !sheet?.ready_at && !item.outcome) || isUnread(of)
  return (
    <>
      {isToRead ? (
        <>
          {papers}
          {reading}
          {position}
        </>
      ) : (
        <>
          {position}
          {reading}
          {papers}
        </>
      )}
      <OurMeeting of={of} />
      <Lines of={of} />
      <Besides of="sittingItem" id={item.id} />
      <Speakers of={of} />
      <Related of={of} />
      <Programme of={of} />
    </>
  )
}

/** What the item still asks of who looks at it. */
const missingOf = ({ item, sheet, me, may }: Data, t: Translate): MissingThing[] | undefined => {
  const isPast = item.starts.slice(0, 10) < today()
  const manages = Boolean(may["sittings.assign"])
  const isMine = item.reader_id === me
  const missing: (MissingThing | false)[] = isPast
    ? [Boolean(may["sittings.noteOutcome"]) && { words: t("sittings.item.missing.outcome"), to: "#issue" }]
    : [
        manages && !item.reader_id && { words: t("sittings.item.missing.reader"), to: "#lecture" },
        isMine && !sheet?.ready_at && { words: t("sittings.item.missing.sheet"), to: "#fiche" },
        isMine && !item.stance && { words: t("sittings.item.missing.proposal"), to: "#position" },
        manages && !isMine && !item.stance && { words: t("sittings.item.missing.stance"), to: "#position" },
        manages &&
          item.stance !== null &&
          !item.stance_decided_at && { words: t("sittings.item.missing.decision"), to: "#position" },
      ]
  const left = missing.flatMap((one) => one || [])
  return left.length > 0 && !item.outcome ? left : undefined
}

const Lead = ({ of: item }: { of: Data["item"] }) => {
  const t = useWords()
  const say = useFigures()
  const said = [
    item.commission,
    item.amount_cents && say.money(Number(item.amount_cents) / 100),
    item.reader_name && t("sittings.read_by", { name: item.reader_name }),
  ].filter(Boolean)
  return (
    <>
      {said.join(" · ")}
      {item.matter_id && item.matter_title && (
        <>
          {said.length > 0 && " · "}
          <Link to={`/dossiers/${item.matter_id}`}>{item.matter_title}</Link>
        </>
      )}
    </>
  )
}
