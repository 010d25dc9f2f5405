import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { ChangingRow } from "../../../shell/changing-row.tsx"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Empty, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { themeRow } from "./theme-row.ts"

type List = ReadOf<"programme.list">
type Line = List["rows"][number]

/** What a body promised, by theme: pasted as it is printed, changed line by line. */
export const ProgrammePage = () => {
  const t = useWords()
  const { body } = useBody()
  const list = useRead("programme.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Page
      title={t("programme.title")}
      crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("programme.title") }]}
      lead={t("programme.lead")}
    >
      <Reading of={list}>
        {(found) => (
          <>
            {found.rows.length === 0 ? (
              <Sheet>
                <Empty title={t("programme.none")}>{t("programme.none.lead")}</Empty>
              </Sheet>
            ) : (
              byTheme(found.rows).map((lines) => (
                <Sheet key={lines[0]!.theme_id ?? ""} title={lines[0]!.theme_name ?? t("programme.without")}>
                  <Rows>
                    {lines.map((line) => (
                      <One key={line.id} of={line} bodyId={body.id} may={found.may} />
                    ))}
                  </Rows>
                </Sheet>
              ))
            )}
            {found.may["programme.add"] && <Adding bodyId={body.id} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

const byTheme = (rows: readonly Line[]): Line[][] => [...Map.groupBy(rows, ({ theme_id }) => theme_id).values()]

const One = ({ of: line, bodyId, may }: { of: Line; bodyId: string; may: List["may"] }) => {
  const t = useWords()
  return (
    <ChangingRow
      name={line.words}
      change={t("programme.change")}
      mayChange={Boolean(may["programme.change"])}
      soft={line.source}
      acts={
        <Act command="programme.end" input={{ programmeLineId: line.id }} may={may}>
          {t("programme.end")}
          <span className="unseen">, {line.words}</span>
        </Act>
      }
      fields={(close) => (
        <Form
          command="programme.change"
          draft={false}
          initial={{
            words: line.words,
            theme: line.theme_id ? { id: line.theme_id, name: line.theme_name } : null,
            source: line.source ?? "",
          }}
          input={({ words, theme, source }) => ({
            programmeLineId: line.id,
            words,
            themeId: theme?.id ?? null,
            source: source || null,
          })}
          send={t("programme.save")}
          onDone={close}
        >
          <TextField name="words" label={t("programme.words")} required />
          <PickField name="theme" label={t("programme.theme")} read="themes.list" more={{ bodyId }} row={themeRow} />
          <TextField name="source" label={t("programme.source")} />
        </Form>
      )}
    >
      {line.words}
    </ChangingRow>
  )
}

const Adding = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const [done, setDone] = useState(0)
  return (
    <Sheet title={t("programme.add.title")} padded>
      <Form
        key={done}
        command="programme.add"
        input={({ lines, theme, source }) => ({ bodyId, lines, themeId: theme?.id ?? null, source: source || null })}
        send={t("programme.add")}
        onDone={() => {
          setDone(done + 1)
          tell({ words: t("programme.added") })
        }}
      >
        <LongTextField name="lines" label={t("programme.lines")} hint={t("programme.lines.hint")} rows={8} required />
        <PickField name="theme" label={t("programme.theme")} read="themes.list" more={{ bodyId }} row={themeRow} />
        <TextField name="source" label={t("programme.source")} hint={t("programme.source.hint")} />
      </Form>
    </Sheet>
  )
}
