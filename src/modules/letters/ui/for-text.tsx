import type { ReactNode } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { EmailField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Empty, Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Answer, LeftOtherwise, mayLeaveOtherwise } from "./otherwise.tsx"

export type LetterRead = ReadOf<"letters.read">

/** On the page of a text that is a letter: whom it is for, its PDF, how it leaves and how it left. */
export const ForText = ({ id }: { id: string }) => {
  // The page has read it: nothing more is asked for a text of another kind.
  const { data: read } = useRead("texts.read", { textId: id })
  const isLetter = read?.text.kind === "letter"
  const { data } = useRead("letters.read", { textId: id }, { enabled: isLetter })
  if (!data || !read) return null
  const registers = data.text.state === "sent" && data.may["letters.mail"] && data.letter && !data.letter.answered_on
  return (
    <>
      <Addressed of={data} />
      <Leaving of={data} otherwise={mayLeaveOtherwise(read) && <LeftOtherwise of={read} />} />
      <Left of={data} />
      <Answer of={read} registers={Boolean(registers)} />
    </>
  )
}

const isOpen = ({ text }: LetterRead) => ["draft", "given", "read"].includes(text.state)

// Behind the letter, in one file to print; the rest is printed from the program it was made with.
const isPrinted = (type: string) => /^(application\/pdf|image\/(png|jpeg|webp))$/.test(type)

const Addressed = ({ of }: { of: LetterRead }) => {
  const t = useWords()
  const say = useFigures()
  const { text, letter, papers, may } = of
  const change = may["letters.address"] && isOpen(of) && (
    <Link className="button" to={`/courrier/lettres/${text.id}/adresse`}>
      {letter ? t("letters.address.change") : t("letters.address")}
    </Link>
  )
  const many = may["letters.address"] && (isOpen(of) || of.many !== null) && (
    <Link className="button quiet" to={`/courrier/lettres/${text.id}/plusieurs`}>
      {of.many === null ? t("mailings.many") : t("mailings.count", { count: of.many })}
    </Link>
  )
  if (!letter)
    return (
      <Sheet title={t("letters.addressed")} padded>
        <Empty
          title={t("letters.not_addressed")}
          act={
            <>
              {change} {many}
            </>
          }
        >
          {t("letters.not_addressed.lead")}
        </Empty>
      </Sheet>
    )
  return (
    <Sheet title={t("letters.addressed")} padded>
      {of.many === null ? (
        <p className="prose pre">{letter.lines.join("\n")}</p>
      ) : (
        <p>{t("letters.addressed.many", { count: of.many })}</p>
      )}
      <Facts
        of={[
          of.many === null && [t("letters.field.called"), `${letter.called},`],
          of.many === null && [t("letters.field.closing"), letter.closing || "—"],
          letter.their_reference !== null && [t("letters.field.their_reference"), letter.their_reference],
          letter.their_day !== null && [t("letters.field.their_day"), say.dayOnly(letter.their_day)],
          letter.answer_due !== null && [
            t("letters.field.answer_due"),
            letter.answered_on
              ? t("letters.answered", { day: say.dayOnly(letter.answered_on) })
              : say.day(letter.answer_due),
          ],
          papers.length > 0 && [
            t("letters.field.files"),
            papers.map(({ fileId, name, type }) => (
              <span key={fileId} className="under">
                <a href={`/api/files/${fileId}`}>{name}</a>
                {!isPrinted(type) && <span className="soft"> · {t("letters.files.apart")}</span>}
              </span>
            )),
          ],
          letter.by_order && [t("letters.by_order"), t("letters.by_order.words")],
          [t("letters.signature"), t(letter.has_picture ? "letters.signature.picture" : "letters.signature.pen")],
        ]}
      />
      <div className="bar">
        {/* Of a letter to many each is looked at in its list. */}
        {of.many === null && (
          <a className="button" href={`/api/letters/${text.id}/lettre.pdf`} target="_blank" rel="noreferrer">
            {t("letters.pdf")}
          </a>
        )}
        {of.many === null && papers.some(({ type }) => isPrinted(type)) && (
          <a className="button" href={`/api/letters/${text.id}/avec-pieces.pdf`} target="_blank" rel="noreferrer">
            {t("letters.pdf.enclosed")}
          </a>
        )}
        {change}
        {many}
        {letter.answers_id && (
          <Link className="button quiet" to={`/courrier/arrivees/${letter.answers_id}`}>
            {t("letters.answered_letter")}
          </Link>
        )}
        {letter.exchange_id && (
          <Link className="button quiet" to={`/interlocuteurs/echanges/${letter.exchange_id}`}>
            {t("letters.exchange")}
          </Link>
        )}
      </div>
    </Sheet>
  )
}

// By mail, with the address of the file; with those to be printed; or otherwise.
const Leaving = ({
  of: { text, letter, many, sendings, may },
  otherwise,
}: {
  of: LetterRead
  otherwise: ReactNode
}) => {
  const t = useWords()
  if (
    !letter ||
    many !== null ||
    !may["letters.mail"] ||
    !["signed", "sent", "answered", "followed"].includes(text.state)
  )
    return (
      otherwise && (
        <Sheet title={t("letters.send")} padded>
          {otherwise}
        </Sheet>
      )
    )
  const printed = sendings.find(({ means, state }) => means === "post" && state === "waiting")
  const [first] = sendings
  const again = text.state !== "signed"
  const isWaiting = first?.means === "email" && (first.state === "waiting" || first.state === "sending")
  if (again && isWaiting) return null
  return (
    <Sheet title={t(again ? "letters.send_again" : "letters.send")} padded>
      <Form
        command="letters.mail"
        key={text.state}
        draft={false}
        initial={{ email: letter.email }}
        input={(values) => ({ textId: text.id, email: String(values["email"] ?? "") })}
        send={t("letters.mail")}
        kind={again ? "plain" : "main"}
        onDone={() => tell({ words: t("letters.mail.done") })}
        beside={
          printed ? (
            <>
              <Link className="button" to="/courrier/a-imprimer">
                {t("letters.print.waits")}
              </Link>
              <Act command="letters.notToPrint" input={{ textId: text.id }} may={may}>
                {t("letters.print.not")}
              </Act>
            </>
          ) : (
            <Act
              command="letters.toPrint"
              input={{ textId: text.id }}
              may={may}
              kind="plain"
              onDone={() => tell({ words: t("letters.print.done") })}
            >
              {t("letters.print")}
            </Act>
          )
        }
      >
        <EmailField name="email" label={t("letters.field.email")} autoComplete="off" required />
      </Form>
      {otherwise}
    </Sheet>
  )
}

const kindOf: Record<string, "good" | "wait" | "bad" | undefined> = {
  accepted: "good",
  printed: "good",
  refused: "bad",
  given_up: "bad",
  bounced: "bad",
  unknown: "wait",
  waiting: "wait",
  sending: "wait",
}

const Left = ({ of: { sendings } }: { of: LetterRead }) => {
  const t = useWords()
  const say = useFigures()
  if (sendings.length === 0) return null
  return (
    <Sheet title={t("letters.sendings")}>
      <Rows>
        {sendings.map(({ id, means, address, state, sent_at, queued_at, bounce, server_answer }) => {
          const kind = kindOf[state]
          return (
            <Row
              key={id}
              soft={[say.moment(sent_at ?? queued_at), kind === "bad" && (bounce ?? server_answer)]
                .filter(Boolean)
                .join(" · ")}
              end={
                <Mark {...(kind ? { kind } : {})}>
                  {t.named(means === "post" && state === "waiting" ? "post.state.to_post" : `post.state.${state}`)}
                </Mark>
              }
            >
              {means === "post" ? t("letters.by_post") : address}
            </Row>
          )
        })}
      </Rows>
    </Sheet>
  )
}
