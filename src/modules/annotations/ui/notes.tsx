import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Empty, Mark, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { WhoReads } from "./new-note.tsx"
import type { Note, PaperRead } from "./paper-page.tsx"

/** The notes on a paper, in the order of its pages, each leading to its passage. */
export const Notes = ({
  of: { notes },
  page,
  pointed,
  go,
}: {
  of: PaperRead
  page: number
  pointed: string | undefined
  go: (note: Note) => void
}) => {
  const t = useWords()
  const [all, setAll] = useState(false)
  const open = notes.filter(({ settled_at }) => !settled_at)
  const onPage = notes.filter((note) => !note.gone && note.page === page).map(({ id }) => id)
  if (notes.length === 0)
    return (
      <Sheet title={t("annotations.notes")}>
        <Empty title={t("annotations.notes.none")} />
      </Sheet>
    )
  return (
    <Sheet
      title={t("annotations.notes")}
      aside={
        open.length < notes.length && (
          <select
            className="chip"
            aria-label={t("annotations.notes.which")}
            value={all ? "all" : "open"}
            onChange={(event) => setAll(event.target.value === "all")}
          >
            <option value="open">{t("annotations.notes.open")}</option>
            <option value="all">{t("annotations.notes.all")}</option>
          </select>
        )
      }
    >
      <ul className="rows">
        {(all ? notes : open).map((note) => (
          <One key={note.id} note={note} n={onPage.indexOf(note.id) + 1} isPointed={note.id === pointed} go={go} />
        ))}
      </ul>
    </Sheet>
  )
}

const One = ({ note, n, isPointed, go }: { note: Note; n: number; isPointed: boolean; go: (note: Note) => void }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <li id={`note-${note.id}`} className={isPointed ? "annotated-note pointed" : "annotated-note"}>
      <span className="stack">
        <span className="bar">
          {note.gone ? (
            <Mark kind="wait">{t("annotations.gone")}</Mark>
          ) : (
            <button type="button" className="linklike" onClick={() => go(note)}>
              {n > 0 && `${n} · `}
              {t("annotations.at", { page: note.page })}
              <span className="unseen">, {t("annotations.go_to")}</span>
            </button>
          )}
          <Mark {...(note.shared ? { kind: "info" } : {})}>
            {t(note.shared ? "annotations.shared" : "annotations.private")}
          </Mark>
          {note.settled_at && <Mark kind="good">{t("annotations.settled")}</Mark>}
        </span>
        <blockquote className="annotated-quote soft">{note.quote}</blockquote>
        <span className="pre">{note.said}</span>
        <span className="soft">{[note.author_name, say.ago(note.written_at)].join(" · ")}</span>
        {note.gone && (
          <span className="soft">
            {t("annotations.gone.lead")}{" "}
            <Link to={`/pieces/${note.file_id}?page=${note.page}`}>{t("annotations.gone.open")}</Link>
          </span>
        )}
        {note.carried_at && !note.gone && (
          <span className="soft">{t("annotations.carried", { ago: say.ago(note.carried_at) })}</span>
        )}
        {note.settled_at && (
          <span className="soft">
            {t("annotations.settled.by", { name: note.settled_by_name ?? "", ago: say.ago(note.settled_at) })}
          </span>
        )}
        {note.replies.map(({ id, said, author_name, written_at }) => (
          <span key={id} className="annotated-reply">
            <span className="pre">{said}</span>
            <span className="soft under">{[author_name, say.ago(written_at)].join(" · ")}</span>
          </span>
        ))}
        <Acts of={note} />
      </span>
    </li>
  )
}

const Acts = ({ of: note }: { of: Note }) => {
  const t = useWords()
  const { person } = useSession()
  const [form, setForm] = useState<"reply" | "change">()
  const isMine = note.author_id === person?.id
  const toggle = (one: "reply" | "change") => setForm(form === one ? undefined : one)
  return (
    <>
      <span className="bar">
        {note.shared && !note.settled_at && (
          <button
            type="button"
            className="button plain"
            aria-expanded={form === "reply"}
            onClick={() => toggle("reply")}
          >
            {t("annotations.reply")}
          </button>
        )}
        {note.shared && (
          <Act
            command="annotations.settle"
            input={{ annotationId: note.id, settled: !note.settled_at }}
            kind="plain"
            {...(note.settled_at ? {} : { done: t("annotations.settle.done") })}
            undo={() => ({ command: "annotations.settle", input: { annotationId: note.id, settled: false } })}
          >
            {t(note.settled_at ? "annotations.settle.again" : "annotations.settle")}
          </Act>
        )}
        {isMine && (
          <button
            type="button"
            className="button plain"
            aria-expanded={form === "change"}
            onClick={() => toggle("change")}
          >
            {t("annotations.change")}
          </button>
        )}
        {isMine && (
          <Act
            command="annotations.remove"
            input={{ annotationId: note.id }}
            kind="plain"
            confirm={{ title: t("annotations.remove.confirm"), words: t("annotations.remove.words") }}
            done={t("annotations.removed")}
          >
            {t("annotations.remove")}
          </Act>
        )}
      </span>
      {form === "reply" && (
        <Form
          command="annotations.reply"
          draft={`annotations.reply ${note.id}`}
          input={(values) => ({ annotationId: note.id, said: String(values["said"] ?? "") })}
          send={t("annotations.reply.send")}
          kind="plain"
          onDone={() => {
            tell({ words: t("annotations.replied") })
            setForm(undefined)
          }}
        >
          <LongTextField name="said" label={t("annotations.reply.said")} rows={2} required />
        </Form>
      )}
      {form === "change" && (
        <Form
          command="annotations.change"
          draft={`annotations.change ${note.id}`}
          initial={{ said: note.said, shared: note.shared ? "shared" : "private" }}
          input={(values) => ({
            annotationId: note.id,
            said: String(values["said"] ?? ""),
            shared: values["shared"] === "shared",
          })}
          send={t("annotations.change.save")}
          kind="plain"
          onDone={() => {
            tell({ words: t("annotations.changed") })
            setForm(undefined)
          }}
        >
          <LongTextField name="said" label={t("annotations.said")} rows={3} required />
          <WhoReads />
        </Form>
      )}
    </>
  )
}
