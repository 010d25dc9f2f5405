import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { useAddress, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Debate } from "./live-debate.tsx"
import { type Live, type LiveItem, State } from "./live-state.tsx"
import { Votes } from "./live-votes.tsx"
import { Notices, noticeWords } from "./notices.tsx"
import "./live.css"

const views = ["debat", "votes", "points", "changements"] as const
const wordsOf = { debat: "debate", votes: "votes", points: "items", changements: "changes" } as const

/** A sitting as it is sat, for one hand: what is debated, who speaks, how we vote, what changed meanwhile. */
export const LivePage = () => {
  const t = useWords()
  const say = useFigures()
  const sittingId = useParam("sittingId")
  const { values, set } = useAddress()
  const asked = values["point"]
  const view = views.find((one) => one === values["vue"]) ?? "debat"
  const read = useRead("sittings.live", { sittingId, ...(asked ? { itemId: asked } : {}) }, { keepPrevious: true })
  return (
    <Reading of={read}>
      {(live) => {
        const { sitting, items } = live
        const item = items.find(({ id }) => id === live.shown_id)
        return (
          <Page
            title={t(sitting.is_today && !sitting.ended_at ? "sittings.live" : "sittings.live.record")}
            crumbs={[
              { words: t("sittings.place"), to: "/seances" },
              { words: sitting.title, to: `/seances/${sitting.id}` },
              { words: t("sittings.live") },
            ]}
            lead={`${sitting.title}, ${say.dayAndHour(sitting.starts)}`}
            marks={sitting.ended_at && <Mark>{t("sittings.live.over")}</Mark>}
            {...(item && sitting.has_come ? { main: <Main of={live} item={item} /> } : {})}
          >
            <Notices of={live} />
            {!sitting.has_come && <p className="soft">{t("sittings.live.not_today")}</p>}
            <nav className="bar" aria-label={t("sittings.live.view")}>
              {views.map((one) => (
                <button
                  key={one}
                  type="button"
                  className={one === view ? "chip on" : "chip"}
                  aria-current={one === view ? "true" : undefined}
                  onClick={() => set({ vue: one })}
                >
                  {t(`sittings.live.view.${wordsOf[one]}`)}
                </button>
              ))}
            </nav>
            {!item && (
              <Sheet>
                <Empty title={t("sittings.order.empty")} />
              </Sheet>
            )}
            {item && view === "debat" && <Debate of={live} item={item} onGo={(id) => set({ point: id })} />}
            {item && view === "votes" && <Votes key={item.id} of={live} item={item} />}
            {view === "points" && <Items of={live} onGo={(id) => set({ point: id, vue: "debat" })} />}
            {view === "changements" && <Changes of={live} />}
          </Page>
        )
      }}
    </Reading>
  )
}

/** The next step of the order of business, under the thumb of whoever keeps it. */
const Main = ({ of: { items, may, sitting }, item }: { of: Live; item: LiveItem }) => {
  const t = useWords()
  const { set } = useAddress()
  if (sitting.ended_at || !may["sittings.callItem"]) return null
  const next = item.is_now ? items[items.indexOf(item) + 1] : item
  if (!next) return <CloseAct of={sitting.id} may={may} kind="main" />
  return (
    <Act
      command="sittings.callItem"
      input={{ itemId: next.id }}
      may={may}
      kind="main"
      onDone={() => set({ point: undefined, vue: undefined })}
    >
      {t(item.is_now ? "sittings.live.call.next" : "sittings.live.call")}
    </Act>
  )
}

const CloseAct = ({ of, may, kind }: { of: string; may: Live["may"]; kind: "main" | "plain" }) => {
  const t = useWords()
  return (
    <Act
      command="sittings.close"
      input={{ sittingId: of }}
      may={may}
      kind={kind}
      confirm={{ title: t("sittings.live.close"), words: t("sittings.live.close.words") }}
    >
      {t("sittings.live.close")}
    </Act>
  )
}

const Items = ({ of: { items, sitting, may }, onGo }: { of: Live; onGo: (itemId: string) => void }) => {
  const t = useWords()
  return (
    <Sheet
      title={t("sittings.order")}
      aside={
        sitting.ended_at ? (
          <Act command="sittings.reopen" input={{ sittingId: sitting.id }} may={may} kind="plain">
            {t("sittings.live.reopen")}
          </Act>
        ) : (
          sitting.has_come && <CloseAct of={sitting.id} may={may} kind="plain" />
        )
      }
    >
      <Rows numbered>
        {items.map((item) => (
          <Row
            key={item.id}
            n={item.number ?? ""}
            soft={item.stance ? t(`sittings.stance.${item.stance}`) : t("sittings.live.undecided")}
            end={<State of={item} />}
          >
            <button type="button" className="linklike" onClick={() => onGo(item.id)}>
              {item.title}
            </button>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

/** What changed, and who of ours has seen it. */
const Changes = ({ of: { notices, attendances } }: { of: Live }) => {
  const t = useWords()
  return (
    <Sheet title={t("sittings.live.view.changes")}>
      {notices.length === 0 ? (
        <Empty title={t("sittings.live.changes.none")} />
      ) : (
        <Rows>
          {notices.map((notice) => (
            <Row
              key={notice.id}
              soft={
                notice.seen_by.length > 0
                  ? t("sittings.live.seen", { names: notice.seen_by.join(", ") })
                  : t("sittings.live.seen.nobody")
              }
              end={
                <Mark>
                  {t("sittings.live.seen.count", {
                    count: attendances.filter(({ name }) => notice.seen_by.includes(name)).length,
                    all: attendances.filter(({ name }) => name !== notice.said_by_name).length,
                  })}
                </Mark>
              }
            >
              {noticeWords(notice, t)}
            </Row>
          ))}
        </Rows>
      )}
    </Sheet>
  )
}
