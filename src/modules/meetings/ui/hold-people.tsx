import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { useExports } from "../../../shell/exports.ts"
import { CheckField, ChoiceField, TimeField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { wallTime } from "../../../kernel/words/dates.ts"
import type { Held } from "./held.ts"
import { useClock } from "./hold-room.tsx"

type Person = Held["people"][number]

/** Everyone convened, to tick as they come and go; then proxies and guests. */
export const HoldPeople = ({ of, bodyId }: { of: Held; bodyId: string }) => {
  const t = useWords()
  const [typed, setTyped] = useState("")
  const shown = of.people.filter(({ name }) => folded(name).includes(folded(typed.trim())))
  const awaited = of.people.filter(({ answer, stays }) => answer === "present" && stays.length === 0)
  return (
    <>
      <Sheet
        title={t("meetings.hold.people")}
        // Read aloud at each arrival: it says that it was noted, and how many there are.
        aside={
          <output className="soft">
            {t("meetings.hold.people.aside", {
              here: of.people.filter(({ here }) => here).length,
              all: of.people.length,
            })}
          </output>
        }
      >
        <div className="pad stack">
          {of.people.length > 8 && (
            <input
              className="input"
              type="search"
              aria-label={t("meetings.hold.people.search")}
              placeholder={t("meetings.hold.people.search")}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          {awaited.length > 1 && (
            <Act
              command="attendance.arrive"
              input={{ meetingId: of.meeting_id, personIds: awaited.map(({ person_id }) => person_id) }}
              may={of.may}
              kind="plain"
            >
              {t("meetings.hold.people.all", { count: awaited.length })}
            </Act>
          )}
        </div>
        {of.people.length === 0 && <Empty title={t("meetings.hold.people.none")} />}
        <Rows ticked>
          {shown.map((person) => (
            <PersonRow key={person.person_id} of={of} person={person} />
          ))}
        </Rows>
      </Sheet>
      {of.may["attendance.arrive"] && of.people.length > 0 && of.state !== "closed" && (
        <p>
          <Link to={`/api/meetings/${of.meeting_id}/feuille-de-presence.pdf`} target="_blank">
            {t("meetings.hold.sheet")}
          </Link>
        </p>
      )}
      {of.people.some(({ stays }) => stays.length > 0) && <Exports of={of} bodyId={bodyId} />}
      <Proxies of={of} />
      {of.may["attendance.arrive"] && <Others of={of} />}
    </>
  )
}

const Exports = ({ of: { meeting_id: meetingId }, bodyId }: { of: Held; bodyId: string }) => {
  const t = useWords()
  const links = useExports("attendance", { bodyId, meetingId })
  if (links.length === 0) return null
  return (
    <p className="bar">
      <span>{t("meetings.hold.export")}</span>
      {links.map(({ words, href }) => (
        <a key={href} href={href} download>
          {words}
        </a>
      ))}
    </p>
  )
}

const folded = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase()

const PersonRow = ({ of, person }: { of: Held; person: Person }) => {
  const t = useWords()
  const clock = useClock(of)
  const input = { meetingId: of.meeting_id, personIds: [person.person_id] }
  const last = person.stays.at(-1)
  const told = person.stays.map(({ arrived_at, left_at, remote }) =>
    t("meetings.hold.stay", {
      from: clock(arrived_at),
      to: left_at ? clock(left_at) : "",
      left: String(left_at !== null),
      remote: String(remote),
    }),
  )
  // Nobody arrives before the day: a button there would only be refused.
  const mayTick = of.state === "open" || (of.has_come && of.state !== "closed") ? of.may["attendance.arrive"] : false
  return (
    <Row
      soft={
        <>
          {[
            ...person.functions,
            person.guest || !person.voting ? t("meetings.minutes.guest") : null,
            told.length === 0 && person.answer ? t(`meetings.hold.answer.${person.answer}`) : null,
            ...told,
          ]
            .filter(Boolean)
            .join(" · ")}
          {last && of.may["attendance.change"] && <StayForm of={of} stay={last} name={person.name} />}
        </>
      }
      end={
        mayTick &&
        (person.here ? (
          <Act command="attendance.leave" input={input} may={of.may}>
            {t("meetings.hold.leave")}
            <span className="unseen">, {person.name}</span>
          </Act>
        ) : (
          <Act command="attendance.arrive" input={input} may={of.may} kind="plain">
            {t(person.stays.length > 0 ? "meetings.hold.back" : "meetings.hold.arrive")}
            <span className="unseen">, {person.name}</span>
          </Act>
        ))
      }
    >
      {person.name} {person.here && <Mark kind="good">{t("meetings.hold.here")}</Mark>}
    </Row>
  )
}

/** Puts right the last stay, or takes it back. */
const StayForm = ({ of, stay, name }: { of: Held; stay: Person["stays"][number]; name: string }) => {
  const t = useWords()
  const hour = (at: string | null) => (at ? wallTime(at, of.zone).slice(11) : "")
  return (
    <details>
      <summary className="soft">
        {t("meetings.hold.stay.correct")}
        <span className="unseen">, {name}</span>
      </summary>
      <Form
        command="attendance.change"
        kind="plain"
        draft={false}
        initial={{ arrivedAt: hour(stay.arrived_at), leftAt: hour(stay.left_at), remote: stay.remote }}
        input={({ arrivedAt, leftAt, remote }) => ({
          stayId: stay.id,
          ...(arrivedAt === hour(stay.arrived_at) ? {} : { arrivedAt }),
          ...(leftAt === hour(stay.left_at) ? {} : { leftAt: leftAt || null }),
          remote,
        })}
        send={t("meetings.item.save")}
        beside={
          <Act command="attendance.remove" input={{ stayId: stay.id }} may={of.may} kind="danger">
            {t("meetings.hold.stay.remove")}
          </Act>
        }
      >
        <TimeField name="arrivedAt" label={t("meetings.hold.stay.arrived")} required />
        <TimeField name="leftAt" label={t("meetings.hold.stay.left")} />
        <CheckField name="remote" label={t("meetings.hold.remote")} />
      </Form>
    </details>
  )
}

/** Proxies of this meeting, and one on paper handed over in the room. */
const Proxies = ({ of }: { of: Held }) => {
  const t = useWords()
  const clock = useClock(of)
  if (of.proxy_cap === 0 && of.proxies.length === 0) return null
  const options = (people: readonly Person[]) =>
    people.map(({ person_id, name }) => ({ value: person_id, words: name }))
  const voters = of.people.filter(({ voting }) => voting)
  const live = of.proxies.filter(({ withdrawn_at }) => !withdrawn_at)
  const givers = voters.filter(({ here, person_id }) => !here && !live.some(({ giver_id }) => giver_id === person_id))
  return (
    <Sheet title={t("meetings.hold.proxies")} {...(of.proxies_rule.words ? { aside: of.proxies_rule.words } : {})}>
      <Rows>
        {of.proxies.map((proxy) => (
          <Row
            key={proxy.id}
            soft={
              proxy.withdrawn_at
                ? t("meetings.hold.proxy.gone", { at: clock(proxy.withdrawn_at) })
                : t(proxy.counts ? "meetings.hold.proxy.counts" : "meetings.hold.proxy.waits")
            }
            end={
              !proxy.withdrawn_at && (
                <Act command="attendance.takeBackProxy" input={{ proxyId: proxy.id }} may={of.may}>
                  {t("meetings.hold.proxy.take_back")}
                  <span className="unseen">, {proxy.giver}</span>
                </Act>
              )
            }
          >
            {t("meetings.hold.proxy.line", { giver: proxy.giver, holder: proxy.holder })}
          </Row>
        ))}
      </Rows>
      {of.may["attendance.handProxy"] && of.proxy_cap > 0 && of.state !== "closed" && (
        <div className="pad stack">
          <details>
            <summary>{t("meetings.hold.proxy.hand")}</summary>
            <Form
              command="attendance.handProxy"
              kind="plain"
              send={t("meetings.hold.proxy.send")}
              input={({ giverId, holderId }) => ({ meetingId: of.meeting_id, giverId, holderId })}
            >
              <ChoiceField
                name="giverId"
                label={t("meetings.hold.proxy.giver")}
                as="select"
                required
                options={options(givers)}
              />
              <ChoiceField
                name="holderId"
                label={t("meetings.hold.proxy.holder")}
                as="select"
                required
                options={options(voters.filter(({ here }) => here))}
              />
            </Form>
          </details>
        </div>
      )}
    </Sheet>
  )
}

/** Guests, and arrivals or departures written down at their hour. */
const Others = ({ of }: { of: Held }) => {
  const t = useWords()
  return (
    <Sheet padded>
      <details>
        <summary>{t("meetings.hold.guest.add")}</summary>
        <Form
          command="attendance.arrive"
          kind="plain"
          send={t("meetings.hold.guest.send")}
          input={({ person, at, remote }) => ({
            meetingId: of.meeting_id,
            personIds: person ? [person.id] : [],
            at: at || null,
            remote: remote === true,
          })}
        >
          <PickField name="person" label={t("meetings.hold.guest.who")} required />
          <TimeField name="at" label={t("meetings.hold.stay.arrived")} hint={t("meetings.hold.guest.at.hint")} />
          <CheckField name="remote" label={t("meetings.hold.remote")} />
        </Form>
      </details>
    </Sheet>
  )
}
