import { useEffect, useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { useExports } from "../../../shell/exports.ts"
import { CheckField, ChoiceField, DateField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

type Mailing = ReadOf<"mailings.read">

/** One letter to many: to whom, how far it is, what became of each. */
export const MailingPage = () => {
  const t = useWords()
  const textId = useParam("textId")
  const [limit, setLimit] = useState(50)
  const reading = useRead("mailings.read", { textId, limit }, { keepPrevious: true })
  return (
    <Reading of={reading}>
      {(of) => (
        <Page
          title={t("mailings.title")}
          lead={of.text.title}
          crumbs={[
            { words: t("letters.place"), to: "/courrier" },
            { words: of.text.title, to: `/textes/${textId}` },
            { words: t("mailings.title") },
          ]}
        >
          <Who of={of} />
          {of.mailing && <Going of={of} again={() => void reading.refetch()} />}
          {of.mailing && <Log of={of} onMore={of.next && limit < 200 ? () => setLimit(200) : undefined} />}
        </Page>
      )}
    </Reading>
  )
}

const isOpen = ({ text }: Mailing) => ["draft", "given", "read"].includes(text.state)

const Who = ({ of }: { of: Mailing }) => {
  const t = useWords()
  if (!isOpen(of) || !of.may["mailings.choose"]) return null
  return (
    <Sheet padded>
      <p className="soft">{t("mailings.lead", { braces: "{nom}, {titre}, {organisation}, {fonction}" })}</p>
      <Form
        command="mailings.choose"
        draft={false}
        initial={{ who: "counterparts", nature: "organisation", ring: "member", byMail: of.mailing?.by_mail ?? true }}
        input={(values) => ({
          textId: of.text.id,
          byMail: values["byMail"] === true,
          who:
            values["who"] === "people"
              ? { of: "people", ring: values["ring"] }
              : {
                  of: "counterparts",
                  nature: values["nature"] || null,
                  kind: values["kind"] || null,
                  theme: values["theme"] || null,
                },
        })}
        send={t("mailings.choose")}
        kind={of.mailing ? "plain" : "main"}
        onDone={({ count }) => tell({ words: t("mailings.count", { count: Number(count) }) })}
      >
        <Choice bodyId={of.text.body_id} />
      </Form>
    </Sheet>
  )
}

const Choice = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const isPeople = useFormValues()["who"] === "people"
  const { data } = useRead("counterparts.filters", { bodyId })
  return (
    <>
      <ChoiceField
        name="who"
        label={t("mailings.who")}
        hint={t("mailings.who.hint")}
        options={(["counterparts", "people"] as const).map((value) => ({ value, words: t(`mailings.who.${value}`) }))}
        required
      />
      {isPeople ? (
        <ChoiceField
          name="ring"
          label={t("mailings.ring")}
          options={(["member", "sympathiser", "supporter", "contact"] as const).map((value) => ({
            value,
            words: t(`mandates.ring.${value}`),
          }))}
          required
        />
      ) : (
        <>
          <ChoiceField
            name="nature"
            label={t("mailings.nature")}
            options={(["organisation", "person"] as const).map((value) => ({
              value,
              words: t(`mailings.nature.${value}`),
            }))}
          />
          <ChoiceField
            name="kind"
            label={t("mailings.kind")}
            as="select"
            options={(
              ["association", "media", "party", "public_service", "company", "institution", "other"] as const
            ).map((value) => ({ value, words: t(`counterparts.kind.${value}`) }))}
          />
          {data && data.themes.length > 0 && (
            <ChoiceField
              name="theme"
              label={t("mailings.theme")}
              as="select"
              options={data.themes.map((value) => ({ value, words: value }))}
            />
          )}
        </>
      )}
      <CheckField name="byMail" label={t("mailings.by_mail")} hint={t("mailings.by_mail.hint")} />
    </>
  )
}

const Going = ({ of, again }: { of: Mailing; again: () => void }) => {
  const t = useWords()
  const { text, mailing, counts, may } = of
  const isMaking = Boolean(mailing?.started_at) && !mailing?.done_at
  useEffect(() => {
    if (!isMaking) return undefined
    const timer = setInterval(again, 1500)
    return () => clearInterval(timer)
  }, [isMaking, again])
  const input = { textId: text.id }
  return (
    <Sheet title={t("mailings.count", { count: counts.total })} padded>
      {mailing?.started_at ? (
        <p aria-live="polite">
          {t("mailings.progress", counts)}{" "}
          {isMaking && <progress value={counts.made} max={counts.total} aria-label={t("mailings.title")} />}
        </p>
      ) : text.state !== "signed" ? (
        <p className="soft">{t("mailings.sign_first")}</p>
      ) : (
        <div className="bar">
          <Act
            command="mailings.start"
            input={input}
            may={may}
            kind="main"
            confirm={{ title: t("mailings.start.title"), words: t("mailings.start.words", { count: counts.total }) }}
          >
            {t("mailings.start")}
          </Act>
        </div>
      )}
      {mailing?.done_at && counts.failed > 0 && (
        <p>
          {t("mailings.failed", { count: counts.failed })}{" "}
          <Act command="mailings.retry" input={input} may={may}>
            {t("mailings.retry")}
          </Act>
        </p>
      )}
      {mailing?.done_at && counts.to_post > 0 && may["mailings.post"] && (
        <>
          <p>
            <a className="button" href={`/api/letters/${text.id}/publipostage.pdf`} target="_blank" rel="noreferrer">
              {t("mailings.print")}
            </a>
          </p>
          <Form
            command="mailings.post"
            draft={false}
            initial={{ on: today() }}
            input={(values) => ({ ...input, on: values["on"] || null })}
            send={t("letters.posted")}
            kind="plain"
            onDone={() => tell({ words: t("letters.posted.done") })}
          >
            <DateField name="on" label={t("letters.posted.on")} max={today()} />
          </Form>
        </>
      )}
      <Link to={`/textes/${text.id}`}>{t("letters.open")}</Link>
    </Sheet>
  )
}

const Log = ({ of: { text, rows }, onMore }: { of: Mailing; onMore: (() => void) | undefined }) => {
  const t = useWords()
  const say = useFigures()
  const exports = useExports("mailings", { textId: text.id, bodyId: text.body_id })
  return (
    <Sheet
      title={t("mailings.log")}
      aside={
        exports.length > 0 && (
          <span className="bar">
            {t("mailings.export")}
            {exports.map(({ words, href }) => (
              <a key={href} href={href} download>
                {words}
              </a>
            ))}
          </span>
        )
      }
    >
      <Rows>
        {rows.map(({ id, name, called, address, means, state, sending_state, server_answer, sent_at }) => (
          <Row
            key={id}
            soft={[
              called,
              address,
              sent_at && say.moment(sent_at),
              kindOf(sending_state, state) === "bad" && server_answer,
            ]
              .filter(Boolean)
              .join(" · ")}
            end={
              <>
                <a
                  href={`/api/letters/${id}/apercu.pdf`}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`${t("mailings.preview")}, ${name}`}
                >
                  {t("mailings.preview")}
                </a>{" "}
                <Mark {...markOf(kindOf(sending_state, state))}>
                  {sending_state === null
                    ? t(`mailings.line.${state}`)
                    : t.named(
                        means === "post" && sending_state === "waiting"
                          ? "post.state.to_post"
                          : `post.state.${sending_state}`,
                      )}
                </Mark>
              </>
            }
          >
            {name || "—"}
          </Row>
        ))}
      </Rows>
      {onMore && (
        <p className="pad">
          <button type="button" className="button quiet" onClick={onMore}>
            {t("mailings.more")}
          </button>
        </p>
      )}
    </Sheet>
  )
}

const markOf = (kind: "good" | "bad" | undefined) => (kind ? { kind } : {})

const kindOf = (sending: Mailing["rows"][number]["sending_state"], state: string) =>
  sending === "accepted" || sending === "printed"
    ? "good"
    : state === "no_address" || ["refused", "given_up", "bounced"].includes(sending ?? "")
      ? "bad"
      : undefined
