import type { ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Receipt = ReadOf<"sittings.read">["receipts"][number]

/** What arrived, the newest first: how far it is read, and every file of it with what became of it. */
export const Receipts = ({ of, sittingId }: { of: readonly Receipt[]; sittingId: string }) =>
  of.map((receipt) => <One key={receipt.id} of={receipt} sittingId={sittingId} />)

const One = ({ of: { lines, received_at, done_at }, sittingId }: { of: Receipt; sittingId: string }) => {
  const t = useWords()
  const say = useFigures()
  const read = lines.filter(({ state }) => state !== "waiting").length
  const isOver = done_at !== null && read === lines.length
  const bad = lines.filter(({ state }) => state !== "read" && state !== "waiting")
  return (
    <Sheet title={t("sittings.received", { at: say.moment(received_at) })}>
      <div className="pad" aria-live="polite">
        {isOver ? (
          <p>{t("sittings.received.done", { count: lines.length, bad: bad.length })}</p>
        ) : (
          <p>
            {t("sittings.received.reading", { read, count: lines.length })}{" "}
            <progress value={read} max={Math.max(lines.length, 1)} aria-label={t("sittings.received.progress")} />
          </p>
        )}
      </div>
      {bad.length > 0 && <Lines of={bad} sittingId={sittingId} />}
      {lines.length > bad.length && (
        <details className="pad">
          <summary>{t("sittings.received.all", { count: lines.length })}</summary>
          <Lines of={lines} sittingId={sittingId} />
        </details>
      )}
    </Sheet>
  )
}

const Lines = ({ of, sittingId }: { of: Receipt["lines"]; sittingId: string }) => {
  const t = useWords()
  return (
    <Rows>
      {of.map(({ id, path, state, reason, item_id }) => (
        <Row
          key={id}
          soft={reason ? t.named(`sittings.reason.${reason}`) : undefined}
          end={
            <Mark {...(state === "read" ? { kind: "good" } : state === "waiting" ? {} : { kind: "wait" })}>
              {t(`sittings.line.${state}`)}
            </Mark>
          }
        >
          {item_id ? <Link to={`/seances/${sittingId}/points/${item_id}`}>{path}</Link> : path}
        </Row>
      ))}
    </Rows>
  )
}
