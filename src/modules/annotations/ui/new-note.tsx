import { useEffect, useRef } from "react"
import { ChoiceField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { Chosen } from "./leaf.tsx"

/** Writes a note on what was chosen on the page. */
export const NewNote = ({
  fileId,
  page,
  chosen,
  onDone,
}: {
  fileId: string
  page: number
  chosen: Chosen
  onDone: () => void
}) => {
  const t = useWords()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen.typing) place.current?.querySelector("textarea")?.focus()
  }, [chosen.typing])
  return (
    <Sheet title={t("annotations.new")} padded>
      <blockquote className="annotated-quote prose">{chosen.quote}</blockquote>
      <div ref={place}>
        <Form
          command="annotations.write"
          draft={`annotations.write ${fileId} ${chosen.key}`}
          initial={{ shared: "private" }}
          input={(values) => ({
            fileId,
            page,
            quote: chosen.quote.slice(0, 4000),
            rects: chosen.rects.slice(0, 200),
            said: String(values["said"] ?? ""),
            shared: values["shared"] === "shared",
          })}
          send={t("annotations.write")}
          beside={
            <button type="button" className="button plain" onClick={onDone}>
              {t("annotations.let_go")}
            </button>
          }
          onDone={() => {
            tell({ words: t("annotations.written") })
            onDone()
          }}
        >
          <LongTextField name="said" label={t("annotations.said")} rows={3} required />
          <WhoReads />
        </Form>
      </div>
    </Sheet>
  )
}

/** For oneself, or for whoever reads the paper. */
export const WhoReads = () => {
  const t = useWords()
  return (
    <ChoiceField
      name="shared"
      label={t("annotations.who")}
      options={[
        { value: "private", words: t("annotations.who.private"), hint: t("annotations.who.private.hint") },
        { value: "shared", words: t("annotations.who.shared") },
      ]}
    />
  )
}
