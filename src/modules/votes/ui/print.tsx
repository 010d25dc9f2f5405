import { useId } from "react"
import type { ReadOf } from "../../../shell/api.ts"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** What one vote needs on paper: for those who hold it its ballot papers and the sheet they are counted on; for all its record. */
export const BallotPrint = ({ of: { ballot, may } }: { of: ReadOf<"votes.read"> }) => {
  const t = useWords()
  const id = useId()
  if (ballot.state === "cancelled") return null
  // Whoever may note that somebody votes on paper holds the papers.
  const keeps = may["votes.signPaper"] === true
  const papers = keeps && (ballot.manner === "paper" || ballot.manner === "secret")
  const isOver = ballot.state === "closed"
  const at = `/api/votes/${ballot.id}`
  // A vote of an operation is in its record.
  const record = ballot.operation_id === null && (isOver || (keeps && ballot.state !== "prepared")) && (
    <Rows>
      <RecordRows at={at} isOver={isOver} lead={t("votes.record.alone.lead")} />
    </Rows>
  )
  if (!papers) return record ? <Sheet title={t("votes.print")}>{record}</Sheet> : null
  return (
    <Sheet title={t("votes.print")} padded>
      {ballot.state !== "closed" && (
        <form action={`${at}/bulletins.pdf`} target="_blank" className="stack">
          <div className="field">
            <label htmlFor={`${id}-copies`}>{t("votes.print.copies")}</label>
            <span className="hint" id={`${id}-hint`}>
              {t("votes.print.copies.hint")}
            </span>
            <input
              id={`${id}-copies`}
              aria-describedby={`${id}-hint`}
              className="input"
              name="exemplaires"
              type="number"
              min={1}
              max={10_000}
              inputMode="numeric"
              autoComplete="off"
            />
          </div>
          {ballot.state === "prepared" && <p role="note">{t("votes.print.not_open")}</p>}
          <div className="bar">
            <button type="submit" className="button">
              {t("votes.print.papers")}
            </button>
          </div>
        </form>
      )}
      <div className="bar">
        <a className="button" href={`${at}/depouillement.pdf`} target="_blank" rel="noreferrer">
          {t("votes.print.tally")}
        </a>
        <a className="button" href={`${at}/emargement.pdf`} target="_blank" rel="noreferrer">
          {t("votes.print.list")}
        </a>
      </div>
      {record}
    </Sheet>
  )
}

/** What an operation needs on paper: for those who hold it at any time, for others its record once all is counted. */
export const OperationPrint = ({ of: { operation, ballots, may, is_teller } }: { of: ReadOf<"votes.operation"> }) => {
  const t = useWords()
  const keeps = may["votes.nameTellers"] === true || is_teller
  const votes = ballots.filter(({ state }) => state !== "cancelled")
  const isOver = votes.length > 0 && votes.every(({ state }) => state === "closed")
  if (!keeps && !isOver) return null
  const at = `/api/votes/operations/${operation.id}`
  return (
    <Sheet title={t("votes.print")}>
      <Rows>
        {keeps && (
          <Row soft={t(operation.roll_id ? "votes.print.list.lead" : "votes.print.list.early")}>
            <a href={`${at}/emargement.pdf`} target="_blank" rel="noreferrer">
              {t("votes.print.list")}
            </a>
          </Row>
        )}
        <RecordRows at={at} isOver={isOver} lead={t("votes.record.pdf.lead")} />
      </Rows>
    </Sheet>
  )
}

/** The record as it is signed, and as it is worked on. */
const RecordRows = ({ at, isOver, lead }: { at: string; isOver: boolean; lead: string }) => {
  const t = useWords()
  return (
    <>
      <Row soft={lead}>
        <a href={`${at}/proces-verbal.pdf`} target="_blank" rel="noreferrer">
          {t(isOver ? "votes.record.pdf" : "votes.record.pdf.draft")}
        </a>
      </Row>
      <Row soft={t("votes.record.word.lead")}>
        <a href={`${at}/proces-verbal.docx`}>{t("votes.record.word")}</a>
      </Row>
    </>
  )
}
