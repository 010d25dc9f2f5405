import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, DateField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useSession } from "../../../shell/session.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Late } from "./board-page.tsx"
import { useWelcomeCrumbs } from "./crumbs.ts"
import { NewcomerState } from "./list-page.tsx"

type It = ReadOf<"newcomers.read">
type Act_ = Partial<Record<string, boolean>>

/** One newcomer: what to do now, by whom and by when; the steps behind and ahead; and the other ways it may go. */
export const NewcomerPage = () => {
  const t = useWords()
  const crumbs = useWelcomeCrumbs()
  const read = useRead("newcomers.read", { newcomerId: useParam("newcomerId") })
  return (
    <Reading of={read}>
      {(it) => {
        const may: Act_ = it.may
        const { newcomer, name, open } = it
        return (
          <Page
            title={newcomer.forgotten_at ? t("welcome.forgotten") : name}
            lead={`${t(`welcome.wish.${newcomer.wish}`)} · ${it.body_name}`}
            crumbs={[...crumbs, { words: newcomer.forgotten_at ? t("welcome.forgotten") : name }]}
            marks={
              <>
                <NewcomerState of={newcomer.state} /> <Late of={it} />
              </>
            }
            acts={
              may["newcomers.correct"] && (
                <Link className="button quiet" to={`/arrivants/${newcomer.id}/corriger`}>
                  {t("welcome.correct")}
                </Link>
              )
            }
            side={<Side of={it} />}
          >
            {it.known.length > 0 && may["newcomers.identify"] && <Identify of={it} />}
            {open !== null && (!newcomer.welcomer_id ? <Give of={it} /> : <Now of={it} />)}
            <Journey of={it} />
            {open !== null && newcomer.welcomer_id && <Give of={it} />}
            {open !== null && <Otherwise of={it} />}
            {newcomer.consent_text !== null && <Consent words={newcomer.consent_text} />}
          </Page>
        )
      }}
    </Reading>
  )
}

const Side = ({ of: { newcomer, by, manages, meetings, hours } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  const { phone, email, town, message, source, person_id } = newcomer
  return (
    <Facts
      of={[
        [t("welcome.column.welcomer"), by.welcomer ?? t("welcome.nobody")],
        phone !== null && [
          t("people.phone"),
          <a key="phone" href={`tel:${phone}`}>
            {phone}
          </a>,
        ],
        email !== null && [
          t("people.email"),
          <a key="email" href={`mailto:${email}`}>
            {email}
          </a>,
        ],
        town !== null && [t("welcome.page.town"), town],
        message !== null && [
          t("welcome.message"),
          <span key="message" className="pre">
            {message}
          </span>,
        ],
        [t("welcome.source"), [t.named(`welcome.source.${source}`), by.recorded].filter(Boolean).join(" · ")],
        newcomer.confirmed_at !== null && [t("welcome.column.came"), say.day(newcomer.confirmed_at.slice(0, 10))],
        newcomer.contacted_at === null &&
          newcomer.ended_at === null && [t("welcome.hours"), t("welcome.hours.rule", { hours })],
        meetings.length > 0 && [
          t("welcome.standing.meetings"),
          meetings.map(({ title, starts }) => `${title}, ${say.dayAndHour(starts)}`).join(" · "),
        ],
        newcomer.ended_at !== null && [
          t.named(`welcome.state.${newcomer.state}`),
          [say.day(newcomer.ended_at.slice(0, 10)), by.ended].filter(Boolean).join(", "),
        ],
        newcomer.reason !== null && [t("welcome.stop.reason"), newcomer.reason],
        newcomer.paused_why !== null && [t("welcome.pause.why"), newcomer.paused_why],
        manages &&
          person_id !== null && [
            t("welcome.person"),
            <Link key="person" to={`/personnes/${person_id}`}>
              {t("welcome.person.see")}
            </Link>,
          ],
      ]}
    />
  )
}

/** The one open step: done with a word, or another day; the membership is done by its own application. */
const Now = ({ of: it }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  const may: Act_ = it.may
  const { newcomer } = it
  const step = it.steps.find(({ place }) => place === it.open)
  if (!step) return null
  const finished = () => tell({ words: t("welcome.step.finished") })
  return (
    <Sheet
      title={t("welcome.now", { step: step.title })}
      aside={step.kind !== "contact" && step.due ? t("welcome.by", { day: say.dayOnly(step.due) }) : undefined}
      padded
    >
      {step.kind === "contact" && it.waited !== null && (
        <p>{t("welcome.now.waited", { hours: it.waited, most: it.hours })}</p>
      )}
      {step.kind === "membership" ? (
        <>
          <p>{t(newcomer.application_id ? "welcome.application.waits" : "welcome.application.begin")}</p>
          <div className="bar">
            {newcomer.application_id && it.manages ? (
              <Link className="button main" to={`/membres/demandes/${newcomer.application_id}`}>
                {t("welcome.application.see")}
              </Link>
            ) : (
              !newcomer.application_id && (
                <Act
                  command="newcomers.apply"
                  input={{ newcomerId: newcomer.id }}
                  may={it.may}
                  kind="main"
                  done={t("welcome.application.begun")}
                >
                  {t("welcome.application.act")}
                </Act>
              )
            )}
          </div>
        </>
      ) : (
        may["newcomers.finishStep"] && (
          <Form
            key={step.place}
            command="newcomers.finishStep"
            draft={`newcomers.finishStep ${newcomer.id} ${step.place}`}
            input={(values) => ({ newcomerId: newcomer.id, place: step.place, word: values["word"] || null })}
            send={t("welcome.step.done")}
            onDone={finished}
            sticks
          >
            <LongTextField name="word" label={t("welcome.step.word")} hint={t("welcome.step.word.hint")} rows={2} />
          </Form>
        )
      )}
      {it.next && <p className="soft">{t("welcome.next", { step: it.next })}</p>}
      {step.kind !== "contact" && (
        <details>
          <summary>{t("welcome.step.otherwise")}</summary>
          {may["newcomers.planStep"] && (
            <Form
              command="newcomers.planStep"
              draft={`newcomers.planStep ${newcomer.id}`}
              initial={{ due: step.due }}
              input={(values) => ({ newcomerId: newcomer.id, due: values["due"] })}
              send={t("welcome.step.plan")}
              kind="plain"
              onDone={() => tell({ words: t("welcome.saved") })}
            >
              <DateField name="due" label={t("welcome.step.due")} min={it.today} required />
            </Form>
          )}
          <Act
            command="newcomers.finishStep"
            input={{ newcomerId: newcomer.id, place: step.place, skipped: true }}
            may={it.may}
            onDone={finished}
          >
            {t("welcome.step.skip")}
          </Act>
        </details>
      )}
    </Sheet>
  )
}

const Journey = ({ of: { steps, open, handovers } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <>
      <Sheet title={t("welcome.journey")}>
        <Rows numbered>
          {steps.map((step) => (
            <Row
              key={step.place}
              n={step.place}
              soft={
                step.done_at
                  ? [
                      t(step.skipped ? "welcome.step.was_skipped" : "welcome.step.was_done", {
                        day: say.dayOnly(step.done_at.slice(0, 10)),
                      }),
                      step.by,
                      step.word,
                    ]
                      .filter(Boolean)
                      .join(" · ")
                  : step.place === open
                    ? step.due && t("welcome.by", { day: say.dayOnly(step.due) })
                    : t("welcome.step.later")
              }
              end={step.place === open ? <Mark kind="wait">{t("welcome.step.open")}</Mark> : undefined}
            >
              {step.title}
            </Row>
          ))}
        </Rows>
      </Sheet>
      {handovers.length > 0 && (
        <Sheet title={t("welcome.handovers")}>
          <Rows>
            {handovers.map((one) => (
              <Row
                key={one.id}
                soft={[say.dayOnly(one.at.slice(0, 10)), one.by, one.context].filter(Boolean).join(" · ")}
              >
                {t("welcome.handover", { name: one.to })}
              </Row>
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  )
}

const Give = ({ of: { newcomer, may: asked, by } }: { of: It }) => {
  const t = useWords()
  const me = useSession().person?.id
  const may: Act_ = asked
  if (!may["newcomers.give"]) return null
  const form = (
    <Form
      command="newcomers.give"
      draft={`newcomers.give ${newcomer.id} ${newcomer.welcomer_id}`}
      input={(values) => ({
        newcomerId: newcomer.id,
        personId: values["person"]?.id ?? "",
        context: values["context"] || null,
      })}
      send={t(by.welcomer ? "welcome.give.over" : "welcome.give")}
      kind={by.welcomer ? "plain" : "main"}
      onDone={() => tell({ words: t("welcome.given") })}
      beside={
        me &&
        newcomer.welcomer_id !== me && (
          <Act command="newcomers.give" input={{ newcomerId: newcomer.id, personId: me }} kind="plain">
            {t("welcome.give.me")}
          </Act>
        )
      }
    >
      <PickField name="person" label={t("welcome.give.who")} more={{ bodyId: newcomer.body_id }} required />
      <LongTextField name="context" label={t("welcome.give.context")} hint={t("welcome.give.context.hint")} rows={3} />
    </Form>
  )
  return (
    <Sheet title={t(by.welcomer ? "welcome.give.over.title" : "welcome.give.title")} padded>
      {by.welcomer ? (
        <details>
          <summary>{t("welcome.give.over.to")}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </Sheet>
  )
}

/** Somebody in the file has the same name or address: never a second person silently. */
const Identify = ({ of: { newcomer, known } }: { of: It }) => {
  const t = useWords()
  return (
    <Sheet title={t("welcome.identify.title")} padded>
      <Form
        command="newcomers.identify"
        draft={`newcomers.identify ${newcomer.id}`}
        input={(values) => ({
          newcomerId: newcomer.id,
          personId: values["who"] === "new" ? null : values["who"],
        })}
        send={t("welcome.identify")}
        kind="plain"
      >
        <ChoiceField
          name="who"
          label={t("welcome.identify.who")}
          options={[
            ...known.map(({ id, name, email, town }) => ({
              value: id,
              words: t("members.accept.same", { name }),
              hint: [email, town].filter(Boolean).join(" · "),
            })),
            { value: "new", words: t("members.accept.other") },
          ]}
          required
        />
      </Form>
    </Sheet>
  )
}

/** The proof of their yes, word for word. */
const Consent = ({ words }: { words: string }) => {
  const t = useWords()
  return (
    <Sheet padded>
      <details>
        <summary>{t("welcome.consent")}</summary>
        <p className="pre">{words}</p>
      </details>
    </Sheet>
  )
}

const Otherwise = ({ of: { newcomer, may: asked } }: { of: It }) => {
  const t = useWords()
  const may: Act_ = asked
  const { id: newcomerId } = newcomer
  return (
    <Sheet title={t("welcome.otherwise")} padded>
      {newcomer.state === "paused" && (
        <Act command="newcomers.resume" input={{ newcomerId }} may={asked} kind="plain">
          {t("welcome.resume")}
        </Act>
      )}
      {newcomer.state === "open" && newcomer.contacted_at && may["newcomers.pause"] && (
        <details>
          <summary>{t("welcome.pause")}</summary>
          <Form
            command="newcomers.pause"
            draft={`newcomers.pause ${newcomerId}`}
            input={(values) => ({ newcomerId, until: values["until"] ?? "", why: values["why"] || null })}
            send={t("welcome.pause.act")}
            kind="plain"
          >
            <DateField name="until" label={t("welcome.pause.until")} required />
            <LongTextField name="why" label={t("welcome.pause.why")} rows={2} />
          </Form>
        </details>
      )}
      {may["newcomers.stop"] && (
        <details>
          <summary>{t("welcome.stop")}</summary>
          <p>{t("welcome.stop.kept")}</p>
          <Form
            command="newcomers.stop"
            draft={`newcomers.stop ${newcomerId}`}
            initial={{ tell: newcomer.email !== null }}
            input={(values) => ({ newcomerId, reason: values["reason"] || null, tell: values["tell"] === true })}
            send={t("welcome.stop.act")}
            kind="plain"
            onDone={() => tell({ words: t("welcome.stopped") })}
          >
            <LongTextField name="reason" label={t("welcome.stop.reason")} rows={2} />
            {newcomer.email && (
              <CheckField name="tell" label={t("welcome.stop.tell")} hint={t("welcome.stop.tell.hint")} />
            )}
          </Form>
        </details>
      )}
      {newcomer.email && (
        <Act
          command="newcomers.revokeLink"
          input={{ newcomerId }}
          may={asked}
          confirm={{ title: t("welcome.link.revoke"), words: t("welcome.link.revoke.words") }}
          done={t("welcome.link.revoked")}
        >
          {t("welcome.link.revoke")}
        </Act>
      )}
    </Sheet>
  )
}
