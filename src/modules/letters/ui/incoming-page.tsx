import { useMemo } from "react"
import { About } from "../../../shell/about.tsx"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Scan } from "../../../shell/scan.tsx"
import { Empty, Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { toldIn, valuesOf } from "./incoming-fields.tsx"

type Came = ReadOf<"incoming.read">

/** A letter that came: its pages, who has it, and the thread it stands in. */
export const IncomingPage = () => {
  const t = useWords()
  const incomingId = useParam("incomingId")
  return (
    <Reading of={useRead("incoming.read", { incomingId })}>
      {(of) => {
        const { letter, may } = of
        return (
          <Page
            title={letter.about}
            crumbs={[{ words: t("letters.place"), to: "/courrier" }, { words: letter.about }]}
            lead={[letter.reference, letter.sender].join(" · ")}
            marks={
              <>
                <State of={of} />
                {letter.confidential && <Mark>{t("texts.confidential")}</Mark>}
              </>
            }
            main={
              may["letters.begin"] &&
              letter.settled_on === null && (
                <Link className="button main" to={`/courrier/nouveau?repond=${letter.id}`}>
                  {t("incoming.answer")}
                </Link>
              )
            }
            acts={
              <>
                {may["incoming.change"] && (
                  <Link className="button quiet" to={`/courrier/arrivees/${letter.id}/modifier`}>
                    {t("incoming.change")}
                  </Link>
                )}
                {letter.settled_on === null ? (
                  <Act
                    command="incoming.settle"
                    input={{ incomingId }}
                    may={may}
                    onDone={() => tell({ words: t("incoming.settled") })}
                  >
                    {t("incoming.settle")}
                  </Act>
                ) : (
                  <Act command="incoming.reopen" input={{ incomingId }} may={may}>
                    {t("incoming.reopen")}
                  </Act>
                )}
              </>
            }
            side={<Sides of={of} />}
            history={<About kind="incoming" id={letter.id} />}
          >
            <Giving of={of} />
            <Pages of={of} />
            {letter.note && (
              <Sheet title={t("incoming.field.note")} padded>
                <p className="prose pre">{letter.note}</p>
              </Sheet>
            )}
            <Thread of={of} />
          </Page>
        )
      }}
    </Reading>
  )
}

const State = ({ of: { letter } }: { of: Came }) => {
  const t = useWords()
  if (letter.settled_on) return <Mark kind="good">{t("incoming.state.settled")}</Mark>
  const isLate = letter.answer_due !== null && letter.answer_due < today()
  return <Mark kind={isLate ? "bad" : "wait"}>{t(isLate ? "incoming.state.late" : "incoming.state.open")}</Mark>
}

const Sides = ({ of: { letter, given_name, registered_name, matter_title } }: { of: Came }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Facts
      of={[
        [t("incoming.field.received"), say.day(letter.received_on)],
        letter.written_on !== null && [t("incoming.field.written"), say.dayOnly(letter.written_on)],
        letter.their_reference !== null && [t("letters.field.their_reference"), letter.their_reference],
        [t("incoming.field.given"), given_name ?? t("incoming.given.nobody")],
        letter.answer_due !== null && [t("incoming.field.due"), say.day(letter.answer_due)],
        letter.matter_id !== null &&
          matter_title !== null && [
            t("texts.field.matter"),
            <Link key="matter" to={`/dossiers/${letter.matter_id}`}>
              {matter_title}
            </Link>,
          ],
        (letter.contact_id ?? letter.outside_id) !== null && [
          t("incoming.file"),
          <Link key="file" to={`/interlocuteurs/${letter.contact_id ?? letter.outside_id}`}>
            {letter.sender}
          </Link>,
        ],
        registered_name !== null && [t("incoming.field.registered"), registered_name],
      ]}
    />
  )
}

// The one thing to do with a letter nobody has: one field, rather than the whole of what is noted of it.
const Giving = ({ of }: { of: Came }) => {
  const t = useWords()
  const { letter, may } = of
  const more = useMemo(() => ({ bodyId: letter.body_id }), [letter.body_id])
  if (letter.given_to !== null || letter.settled_on !== null || !may["incoming.change"]) return null
  return (
    <Sheet title={t("incoming.give")} padded>
      <Form
        command="incoming.change"
        draft={false}
        initial={{}}
        input={({ holder }) => ({
          incomingId: letter.id,
          ...toldIn(valuesOf(of)),
          givenTo: holder?.id ?? null,
        })}
        send={t("incoming.give.send")}
        kind="plain"
        onDone={() => tell({ words: t("incoming.given.done") })}
      >
        <PickField name="holder" label={t("incoming.give.who")} more={more} required />
      </Form>
    </Sheet>
  )
}

// Its first page is looked at, not only named; a PDF opens where one reads it and notes things on it.
const Pages = ({ of: { letter, papers, may } }: { of: Came }) => {
  const t = useWords()
  if (papers.length === 0)
    return (
      <Sheet title={t("incoming.pages")} padded>
        <Empty
          title={t("incoming.pages.none")}
          act={
            may["incoming.change"] && (
              <Link className="button" to={`/courrier/arrivees/${letter.id}/modifier`}>
                {t("incoming.pages.join")}
              </Link>
            )
          }
        />
      </Sheet>
    )
  return (
    <Sheet title={t("incoming.pages")} padded>
      {papers.map(({ fileId, name, type }) => (
        <Scan key={fileId} src={pictureOf(fileId, type)}>
          {type === "application/pdf" ? (
            <Link to={`/pieces/${fileId}`}>{name}</Link>
          ) : (
            <a href={`/api/files/${fileId}?vue=1`} target="_blank" rel="noreferrer">
              {name}
            </a>
          )}
        </Scan>
      ))}
    </Sheet>
  )
}

const pictureOf = (fileId: string, type: string) => {
  if (type === "application/pdf") return `/api/files/${fileId}/pages/1`
  return type.startsWith("image/") ? `/api/files/${fileId}?apercu=1` : null
}

const Thread = ({ of: { answers, answered_by } }: { of: Came }) => {
  const t = useWords()
  const say = useFigures()
  const all = [
    ...(answers ? [{ ...answers, how: "incoming.thread.answers" as const }] : []),
    ...answered_by.map((one) => ({ ...one, how: "incoming.thread.answered" as const })),
  ]
  if (all.length === 0) return null
  return (
    <Sheet title={t("incoming.thread")}>
      <Rows>
        {all.map(({ id, title, reference, state, lodged_on, how }) => (
          <Row
            key={id}
            soft={[t(how), reference, lodged_on && say.dayOnly(lodged_on)].filter(Boolean).join(" · ")}
            end={<Mark>{t.named(`texts.state.${state}`)}</Mark>}
          >
            <Link to={`/textes/${id}`}>{title}</Link>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
