import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { useExports } from "../../../shell/exports.ts"
import { CheckField, ChoiceField, DateField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Link, useAddress, useParam } from "../../../shell/go.tsx"
import { type Column, List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

type Mailing = ReadOf<"mailings.read">

/** One letter to many: to whom, how far it is, what became of each. */
export const MailingPage = () => {
  const t = useWords()
  const textId = useParam("textId")
  const client = useQueryClient()
  const reading = useRead("mailings.read", { textId, limit: 1 }, { keepPrevious: true })
  const again = useCallback(() => void client.invalidateQueries({ queryKey: ["mailings.read"] }), [client])
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
          {of.mailing && <Going of={of} again={again} />}
          {of.mailing && <Log of={of} />}
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

type Line = Mailing["rows"][number]

const Log = ({ of: { text } }: { of: Mailing }) => {
  const t = useWords()
  const { values } = useAddress()
  const more = { textId: text.id, bodyId: text.body_id }
  const exports = useExports("mailings", more, values)
  return (
    <section className="stack">
      <h2>{t("mailings.log")}</h2>
      <List<Line>
        read="mailings.read"
        more={{ textId: text.id }}
        columns={useColumns()}
        filters={[
          {
            name: "state",
            words: t("mailings.column.state"),
            options: (["failed", "to_post", "gone"] as const).map((value) => ({
              value,
              words: t(`mailings.filter.${value}`),
            })),
          },
        ]}
        nameOf={({ name }) => name}
        exports={exports}
        empty={<Empty title={t("mailings.count", { count: 0 })} />}
      />
    </section>
  )
}

const useColumns = (): Column<Line>[] => {
  const t = useWords()
  const say = useFigures()
  return [
    {
      key: "name",
      words: t("mailings.column.name"),
      cell: ({ name, called }) => (
        <>
          {name || "—"}
          <span className="under soft">{called}</span>
        </>
      ),
    },
    {
      key: "address",
      words: t("mailings.column.address"),
      cell: ({ address, state }) => (state === "no_address" ? "—" : address || "—"),
    },
    {
      key: "state",
      words: t("mailings.column.state"),
      cell: ({ means, state, sending_state, server_answer }) => {
        const kind = kindOf(sending_state, state)
        return (
          <>
            <Mark {...markOf(kind)}>
              {sending_state === null
                ? t(`mailings.line.${state}`)
                : t.named(
                    means === "post" && sending_state === "waiting"
                      ? "post.state.to_post"
                      : `post.state.${sending_state}`,
                  )}
            </Mark>
            {kind === "bad" && server_answer && <span className="under soft">{server_answer}</span>}
          </>
        )
      },
    },
    { key: "at", words: t("mailings.column.at"), cell: ({ sent_at }) => (sent_at ? say.ago(sent_at) : "—") },
    {
      key: "preview",
      tight: true,
      words: t("mailings.preview"),
      cell: ({ id, name }) => (
        <a
          href={`/api/letters/${id}/apercu.pdf`}
          target="_blank"
          rel="noreferrer"
          aria-label={`${t("mailings.preview")}, ${name}`}
        >
          {t("mailings.preview")}
        </a>
      ),
    },
  ]
}

const markOf = (kind: "good" | "bad" | undefined) => (kind ? { kind } : {})

const kindOf = (sending: Mailing["rows"][number]["sending_state"], state: string) =>
  sending === "accepted" || sending === "printed"
    ? "good"
    : state === "no_address" || ["refused", "given_up", "bounced"].includes(sending ?? "")
      ? "bad"
      : undefined
