import { Act } from "../../../shell/act.tsx"
import { Bars } from "../../../shell/bars.tsx"
import { ChoiceField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { type Live, type LiveItem, State } from "./live-state.tsx"
import { clock, useServerClock } from "./use-server-clock.ts"

/** One item in big type: our position, who speaks and who comes next, and the way to the item before and after. */
export const Debate = ({ of, item, onGo }: { of: Live; item: LiveItem; onGo: (itemId: string) => void }) => {
  const t = useWords()
  const place = of.items.indexOf(item)
  const [before, after] = [of.items[place - 1], of.items[place + 1]]
  return (
    <>
      <Sheet padded>
        <p className="live-bar">
          {item.number && <span className="soft">{t("sittings.item.numbered", { number: item.number })}</span>}
          <State of={item} />
        </p>
        <h2 className="live-item">{item.title}</h2>
        <div className="live-stance">
          <span className="soft">{t("sittings.live.ours")}</span>
          <b>{item.stance ? t(`sittings.stance.${item.stance}`) : t("sittings.live.undecided")}</b>
          {item.proposed && <Mark kind="wait">{t("sittings.stance.proposed")}</Mark>}
          {item.stance_condition && <p>{item.stance_condition}</p>}
        </div>
        <div className="live-bar">
          {before && (
            <button type="button" className="button" onClick={() => onGo(before.id)}>
              {t("sittings.live.previous")}
            </button>
          )}
          {after && (
            <button type="button" className="button" onClick={() => onGo(after.id)}>
              {t("sittings.live.next")}
            </button>
          )}
          {item.is_now && (
            <Act command="sittings.endDebate" input={{ sittingId: of.sitting.id }} may={of.may} kind="plain">
              {t("sittings.live.pause")}
            </Act>
          )}
        </div>
        <p>
          <Link to={`/seances/${of.sitting.id}/points/${item.id}`}>{t("sittings.live.item")}</Link>
        </p>
      </Sheet>
      <Speech of={of} item={item} />
      <Change of={of} item={item} />
    </>
  )
}

const Change = ({ of: { may, sitting }, item }: { of: Live; item: LiveItem }) => {
  const t = useWords()
  if (!may["sittings.takePosition"] || sitting.ended_at) return null
  return (
    <Sheet>
      <details className="pad">
        <summary>{t("sittings.live.change")}</summary>
        <p className="soft">{t("sittings.live.change.lead")}</p>
        <Form
          key={item.id}
          command="sittings.takePosition"
          draft={false}
          initial={{ stance: item.stance ?? "", condition: item.stance_condition ?? "" }}
          input={(values) => ({
            itemId: item.id,
            stance: values["stance"] || null,
            condition: values["condition"] || null,
            note: item.stance_note,
          })}
          send={t("sittings.live.change.send")}
          kind="plain"
          onDone={() => tell({ words: t("sittings.live.changed") })}
        >
          <ChoiceField
            name="stance"
            label={t("sittings.position.how")}
            as="radio"
            options={[
              ...(["for", "against", "abstain", "apart", "free"] as const).map((value) => ({
                value,
                words: t(`sittings.stance.${value}`),
              })),
              { value: "", words: t("sittings.stance.none") },
            ]}
          />
          <TextField name="condition" label={t("sittings.position.condition")} />
        </Form>
      </details>
    </Sheet>
  )
}

const Speech = ({ of, item }: { of: Live; item: LiveItem }) => {
  const t = useWords()
  const { speech, groups, may, me, sitting } = of
  const at = useServerClock(of.now, speech.now !== null)
  const running = speech.now ? (at - Date.parse(speech.now.began_at)) / 1000 : 0
  const ours = speech.now?.person_id ? running : 0
  const waiting = speech.speakers.find(({ is_now, seconds }) => !is_now && seconds === 0)
  const mayStart = (personId: string) =>
    !sitting.ended_at && sitting.has_come && (may["sittings.startSpeech"] || personId === me)
  const now = speech.speakers.find(({ is_now }) => is_now)
  const mayStop = may["sittings.stopSpeech"] || (speech.now?.person_id ?? "") === me
  return (
    <Sheet title={t("sittings.live.speech")}>
      {speech.now && (
        <div className="pad stack" role="timer" aria-live="off">
          <p>{t("sittings.live.speaks", { name: speech.now.name })}</p>
          <p className={now?.minutes && running + now.seconds > now.minutes * 60 ? "live-clock over" : "live-clock"}>
            {now?.minutes
              ? t("sittings.live.of", { time: clock(running + now.seconds), minutes: now.minutes })
              : clock(running)}
          </p>
          {mayStop && (
            <Act command="sittings.stopSpeech" input={{ sittingId: sitting.id }} kind="plain">
              {t("sittings.live.stop")}
            </Act>
          )}
        </div>
      )}
      {speech.speakers.length === 0 && <p className="pad soft">{t("sittings.live.nobody")}</p>}
      <Rows ticked>
        {speech.speakers.map((one) => (
          <Row
            key={one.person_id}
            soft={[
              one.minutes !== null && t("sittings.live.to_come", { minutes: one.minutes }),
              one.seconds > 0 && t("sittings.live.spoken", { time: clock(one.seconds) }),
            ]
              .filter(Boolean)
              .join(" · ")}
            end={
              !one.is_now &&
              mayStart(one.person_id) && (
                <Act command="sittings.startSpeech" input={{ itemId: item.id, personId: one.person_id }} kind="plain">
                  {t("sittings.live.start")}
                  <span className="unseen">, {one.name}</span>
                </Act>
              )
            }
          >
            {one.name} {one === waiting && <Mark kind="info">{t("sittings.live.next_speaker")}</Mark>}
          </Row>
        ))}
      </Rows>
      {may["sittings.startSpeech"] &&
        sitting.has_come &&
        !sitting.ended_at &&
        groups.some(({ is_ours }) => !is_ours) && (
          <details className="pad">
            <summary>{t("sittings.live.other")}</summary>
            <div className="live-bar">
              {groups
                .filter(({ is_ours }) => !is_ours)
                .map((group) => (
                  <Act
                    key={group.id}
                    command="sittings.startSpeech"
                    input={{ itemId: item.id, groupId: group.id }}
                    kind="plain"
                  >
                    {group.short}
                  </Act>
                ))}
            </div>
          </details>
        )}
      <div className="pad">
        <Budget used={speech.used + ours} all={speech.budget} />
      </div>
    </Sheet>
  )
}

const Budget = ({ used, all }: { used: number; all: number | null }) => {
  const t = useWords()
  if (all === null) return <p className="soft">{t("sittings.live.budget.none", { used: clock(used) })}</p>
  const words = [
    t("sittings.live.budget.used", { used: clock(used), all: clock(all) }),
    used > all && t("sittings.live.budget.over", { time: clock(used - all) }),
  ]
  return (
    <Bars
      of={[
        { label: t("sittings.live.budget"), paid: all > 0 ? used / all : 1, words: words.filter(Boolean).join(", ") },
      ]}
    />
  )
}
