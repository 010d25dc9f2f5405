import { useMemo } from "react"
import { Act } from "../../../../shell/act.tsx"
import { type InputOf, type ReadOf, useRead } from "../../../../shell/api.ts"
import { Form } from "../../../../shell/form.tsx"
import { Link } from "../../../../shell/go.tsx"
import { PickField } from "../../../../shell/pick-field.tsx"
import { type RichDoc, RichText } from "../../../../shell/rich-text.tsx"
import { Mark, Row, Rows, Sheet } from "../../../../shell/sheet.tsx"
import { tell } from "../../../../shell/toast.tsx"
import { useWords } from "../../../../shell/use-words.ts"
import { held } from "../state-mark.tsx"

type Citation = ReadOf<"texts.citations">["rows"][number]

/** On the page of a text: the argument sheets it leans on; where it is neither said nor lodged, none is asked for. */
export const CitedByText = ({ textId, manages, isSaid }: { textId: string; manages: boolean; isSaid: boolean }) => {
  const { data } = useRead("texts.citations", { textId })
  return (
    data && (
      <Cited
        rows={data.rows}
        manages={manages}
        cite={data.may["texts.cite"] && isSaid ? { command: "texts.cite", on: { textId } } : undefined}
      />
    )
  )
}

/** On the page of an item of a sitting: the same. */
export const CitedForItem = ({ id }: { id: string }) => {
  const { data } = useRead("texts.citationsOfItem", { sittingItemId: id })
  return (
    data && (
      <Cited
        rows={data.rows}
        manages={false}
        cite={data.may["texts.citeForItem"] ? { command: "texts.citeForItem", on: { sittingItemId: id } } : undefined}
      />
    )
  )
}

const Cited = ({
  rows,
  manages,
  cite,
}: {
  rows: readonly Citation[]
  manages: boolean
  cite: { command: "texts.cite" | "texts.citeForItem"; on: Record<string, string> } | undefined
}) => {
  const t = useWords()
  const more = useMemo(() => ({}), [])
  const form = cite && (
    <details className="pad" key={rows.length}>
      <summary>{t("texts.cite.begin")}</summary>
      <Form
        command={cite.command}
        input={(values) =>
          ({ ...cite.on, sheetId: values["sheet"]?.id }) as InputOf<"texts.cite"> & InputOf<"texts.citeForItem">
        }
        send={t("texts.cite")}
        kind="plain"
        onDone={() => tell({ words: t("texts.cite.done") })}
      >
        <PickField
          name="sheet"
          label={t("texts.cite.which")}
          read="texts.pickSheet"
          more={more}
          row={({ id, title, reference, outdated }) => ({
            id,
            words: title,
            soft: [reference, outdated && t("texts.outdated")].filter(Boolean).join(" · "),
          })}
          required
        />
      </Form>
    </details>
  )
  // Most texts lean on none: a line to begin with, and no sheet.
  if (rows.length === 0) return form ?? null
  return (
    <Sheet title={t("texts.citations")}>
      <Rows>
        {rows.map((row) => (
          <One key={row.id} of={row} manages={manages} />
        ))}
      </Rows>
      {form}
    </Sheet>
  )
}

const One = ({ of, manages }: { of: Citation; manages: boolean }) => {
  const t = useWords()
  return (
    <Row
      soft={[of.reference && held(of.reference), t("texts.citation.version", { number: of.cited_version }), of.by_name]
        .filter(Boolean)
        .join(" · ")}
      end={of.outdated ? <Mark kind="wait">{t("texts.outdated")}</Mark> : undefined}
    >
      <Link to={`/textes/${of.sheet_id}`}>{of.title}</Link>
      {of.dropped && <span className="under">{t("texts.citation.dropped")}</span>}
      {of.revised && <span className="under">{t("texts.citation.revised")}</span>}
      {of.changed && (
        <span className="under">
          <Mark kind="wait">{t("texts.citation.changed")}</Mark>{" "}
          <Link to={`/textes/${of.sheet_id}/comparer?de=${of.cited_version}`}>{t("texts.citation.compare")}</Link>
        </span>
      )}
      {of.doc && (
        <details className="under">
          <summary>{t("texts.citation.words")}</summary>
          <RichText of={of.doc as RichDoc} />
        </details>
      )}
      {(of.own || manages) && (
        <span className="bar under">
          {of.changed && (
            <Act command="texts.refreshCitation" input={{ citationId: of.id }}>
              {t("texts.citation.refresh")}
            </Act>
          )}
          <Act command="texts.uncite" input={{ citationId: of.id }}>
            {t("texts.citation.remove")}
          </Act>
        </span>
      )}
    </Row>
  )
}
