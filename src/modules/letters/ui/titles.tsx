import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** How the body addresses those of a function; what is shipped counts for the rest. */
export const Titles = ({ bodyId }: { bodyId: string }) => {
  const { data } = useRead("letters.titles", { bodyId })
  return data ? <Shown of={data} bodyId={bodyId} /> : null
}

const Shown = ({ of: { own, shipped, may }, bodyId }: { of: ReadOf<"letters.titles">; bodyId: string }) => {
  const t = useWords()
  return (
    <Sheet title={t("letters.titles")} padded>
      <p className="soft">{t("letters.titles.lead")}</p>
      {own.length > 0 && (
        <Rows>
          {own.map((one) => (
            <Row
              key={one.id}
              soft={[one.called_m, one.called_f, one.called_n, one.closing].filter(Boolean).join(" · ")}
              end={
                may["letters.keepTitle"] && (
                  <Act command="letters.dropTitle" input={{ titleId: one.id }}>
                    {t("letters.titles.drop")}
                  </Act>
                )
              }
            >
              {one.function}
            </Row>
          ))}
        </Rows>
      )}
      <details>
        <summary>{t("letters.titles.shipped", { count: shipped.length })}</summary>
        <ul>
          {shipped.map(({ called_m, called_f }) => (
            <li key={called_m + called_f}>{called_m === called_f ? called_m : `${called_m}, ${called_f}`}</li>
          ))}
        </ul>
      </details>
      {may["letters.keepTitle"] && (
        <Form
          key={own.length}
          command="letters.keepTitle"
          draft={false}
          input={(values) => ({
            bodyId,
            function: String(values["function"] ?? ""),
            calledM: String(values["calledM"] ?? ""),
            calledF: String(values["calledF"] ?? ""),
            calledN: String(values["calledN"] ?? ""),
            closing: values["closing"] || null,
          })}
          send={t("letters.titles.keep")}
          kind="plain"
          onDone={() => tell({ words: t("letters.titles.done") })}
        >
          <TextField name="function" label={t("letters.titles.function")} required />
          <TextField name="calledM" label={t("letters.titles.m")} required />
          <TextField name="calledF" label={t("letters.titles.f")} required />
          <TextField name="calledN" label={t("letters.titles.n")} required />
          <TextField
            name="closing"
            label={t("letters.field.closing")}
            hint={t("letters.titles.closing.hint", { braces: "{titre}" })}
          />
        </Form>
      )}
    </Sheet>
  )
}
