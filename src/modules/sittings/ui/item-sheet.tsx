import type { ReadOf } from "../../../shell/api.ts"
import { CheckField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Data = ReadOf<"sittings.readItem">

const parts = ["what", "gains", "line", "risk", "questions"] as const

/** What the reader tells the others of the item; written by the reader, read by all. */
export const ReadingSheet = ({ of }: { of: Data }) => {
  const t = useWords()
  const { item, sheet, may } = of
  const mayWrite = Boolean(may["sittings.writeSheet"])
  const isReady = Boolean(sheet?.ready_at)
  const filled = parts.filter((part) => sheet?.[part])
  return (
    <Sheet
      title={t("sittings.sheet")}
      padded
      aside={
        sheet && item.since_sheet ? (
          <Mark kind="wait">{t("sittings.since.sheet")}</Mark>
        ) : (
          sheet && (
            <Mark kind={sheet.ready_at ? "good" : "wait"}>
              {t(sheet.ready_at ? "sittings.sheet.ready" : "sittings.sheet.begun")}
            </Mark>
          )
        )
      }
    >
      {filled.length > 0 &&
        (isReady || !mayWrite) &&
        filled.map((part) => (
          <div key={part}>
            <h3>{t(`sittings.sheet.${part}`)}</h3>
            <p className="prose pre">{sheet![part]}</p>
          </div>
        ))}
      {filled.length === 0 && !mayWrite && <p className="soft">{t("sittings.sheet.none")}</p>}
      {mayWrite &&
        (isReady ? (
          <details>
            <summary>{t("sittings.sheet.change")}</summary>
            <Write of={of} />
          </details>
        ) : (
          <Write of={of} />
        ))}
    </Sheet>
  )
}

const Write = ({ of: { item, sheet } }: { of: Data }) => {
  const t = useWords()
  return (
    <Form
      command="sittings.writeSheet"
      initial={{
        ...Object.fromEntries(parts.map((part) => [part, sheet?.[part] ?? ""])),
        ready: Boolean(sheet?.ready_at),
      }}
      input={(values) => ({
        itemId: item.id,
        ...Object.fromEntries(parts.map((part) => [part, String(values[part] ?? "")])),
        ready: Boolean(values["ready"]),
      })}
      send={t("sittings.sheet.save")}
      kind="plain"
      onDone={() => tell({ words: t("sittings.sheet.saved") })}
    >
      {parts.map((part) => (
        <LongTextField key={part} name={part} label={t(`sittings.sheet.${part}`)} rows={2} />
      ))}
      <CheckField name="ready" label={t("sittings.sheet.is_ready")} />
    </Form>
  )
}

/** What we said of this subject before, and what became of it. */
export const Related = ({ of: { related } }: { of: Data }) => {
  const t = useWords()
  const say = useFigures()
  if (related.length === 0) return null
  return (
    <Sheet title={t("sittings.related")}>
      <Rows>
        {related.map(({ id, sitting_id, title, sitting_title, starts, stance, outcome, same_matter }) => (
          <Row
            key={id}
            soft={[
              sitting_title,
              say.dayOnly(starts),
              same_matter ? t("sittings.related.matter") : t("sittings.related.words"),
              outcome && t(`sittings.outcome.${outcome}`),
            ]
              .filter(Boolean)
              .join(" · ")}
            end={stance && <Mark kind="info">{t(`sittings.stance.${stance}`)}</Mark>}
          >
            <Link to={`/seances/${sitting_id}/points/${id}`}>{title}</Link>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

/** What our programme says that the item may be about. */
export const Programme = ({ of: { programme } }: { of: Data }) => {
  const t = useWords()
  if (programme.length === 0) return null
  return (
    <Sheet title={t("sittings.programme")}>
      <Rows>
        {programme.map(({ id, words, source, same_theme }) => (
          <Row
            key={id}
            soft={[source, same_theme ? t("sittings.programme.theme") : t("sittings.programme.words")]
              .filter(Boolean)
              .join(" · ")}
          >
            {words}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
