import { useMemo } from "react"
import { LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { TextRead } from "./text-page.tsx"

/** Who was asked to read a text over and did; asking others; saying that one did. */
export const ReadingOver = ({ of }: { of: TextRead }) => {
  const t = useWords()
  const say = useFigures()
  const { person } = useSession()
  const { text, readers, may, open } = of
  const mayGive = open && may["texts.give"] && text.doc !== null
  // Whoever follows the texts may say it too, but is not asked for it before anybody was.
  const isAsked = readers.some(({ person_id, read_at }) => person_id === person?.id && read_at === null)
  const mayMark = open && may["texts.markRead"] && text.written_by !== person?.id && (isAsked || readers.length === 0)
  if (readers.length === 0 && !mayGive && !mayMark) return null
  return (
    <Sheet title={t("texts.give.title")}>
      {readers.length > 0 && (
        <Rows>
          {readers.map(({ person_id, name, read_at }) => (
            <Row
              key={person_id}
              end={
                read_at ? (
                  <Mark kind="good">{t("texts.reader.read", { at: say.ago(read_at) })}</Mark>
                ) : (
                  <Mark kind="wait">{t("texts.reader.waits")}</Mark>
                )
              }
            >
              {name}
            </Row>
          ))}
        </Rows>
      )}
      {mayMark && text.doc !== null && (
        <div className="pad">
          <Form
            command="texts.markRead"
            input={(values) => ({ textId: text.id, note: values["note"] || null })}
            send={t("texts.markRead")}
            kind={isAsked ? "main" : "plain"}
            onDone={() => tell({ words: t("texts.markRead.done") })}
          >
            <LongTextField name="note" label={t("texts.markRead.note")} rows={2} />
          </Form>
        </div>
      )}
      {mayGive && <Give of={of} />}
    </Sheet>
  )
}

const Give = ({ of: { text } }: { of: TextRead }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId: text.body_id }), [text.body_id])
  return (
    <div className="pad">
      <Form
        command="texts.give"
        input={(values) => ({
          textId: text.id,
          readerIds: (values["readers"] ?? []).map(({ id }: { id: string }) => id),
        })}
        send={t("texts.give")}
        kind="plain"
        onDone={() => tell({ words: t("texts.give.done") })}
      >
        <PickField name="readers" label={t("texts.give.readers")} more={more} many required />
      </Form>
    </div>
  )
}
