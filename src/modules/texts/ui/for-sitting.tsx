import { type ReadOf, useRead } from "../../../shell/api.ts"
import { ChoiceField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { StateMark } from "./state-mark.tsx"

type Text = ReadOf<"texts.ofSitting">["rows"][number]

/** On the page that follows a sitting: what was lodged for it, and what became of each, noted one after the other. */
export const ForSitting = ({ id }: { id: string }) => {
  const t = useWords()
  const { data } = useRead("texts.ofSitting", { sittingId: id })
  if (!data || data.rows.length === 0) return null
  return (
    <Sheet title={t("texts.for_sitting")}>
      <Rows>
        {data.rows.map((text) => (
          <Row
            key={text.id}
            soft={[t(`texts.kind.${text.kind}`), text.reference, text.item_title].filter(Boolean).join(" · ")}
            end={<StateMark of={text.state} />}
            below={data.may["texts.noteOutcome"] && text.outcomes.length > 0 && <Note of={text} />}
          >
            <Link to={`/textes/${text.id}`}>{text.title}</Link>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

/** On the page of a sitting that comes: every text written for it, for an item of it or for itself, and the way to write one. */
export const ForComingSitting = ({ id }: { id: string }) => {
  const t = useWords()
  const { body } = useBody()
  const { data } = useRead("texts.list", { sittingId: id, limit: 200, ...(body ? { bodyId: body.id } : {}) })
  if (!data || (data.rows.length === 0 && !data.may["texts.begin"])) return null
  return (
    <Sheet
      title={t("texts.for_sitting")}
      aside={data.may["texts.begin"] && <Link to={`/textes/nouveau?seance=${id}`}>{t("texts.new")}</Link>}
    >
      {data.rows.length === 0 ? (
        <p className="pad soft">{t("texts.for_sitting.none")}</p>
      ) : (
        <Rows>
          {data.rows.map((text) => (
            <Row
              key={text.id}
              soft={[t(`texts.kind.${text.kind}`), text.reference, text.author_name, text.item_title]
                .filter(Boolean)
                .join(" · ")}
              end={<StateMark of={text.state} />}
            >
              <Link to={`/textes/${text.id}`}>{text.title}</Link>
            </Row>
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

const Note = ({ of: { id, title, outcomes } }: { of: Text }) => {
  const t = useWords()
  return (
    <Form
      command="texts.noteOutcome"
      draft={false}
      input={(values) => ({ textId: id, outcome: values["outcome"] })}
      send={t("texts.for_sitting.note")}
      kind="plain"
      onDone={() => tell({ words: t("texts.for_sitting.noted") })}
    >
      <ChoiceField
        name="outcome"
        label={t("texts.for_sitting.outcome", { title })}
        as="select"
        options={outcomes.map((value) => ({ value, words: t(`texts.state.${value}`) }))}
        required
      />
    </Form>
  )
}
