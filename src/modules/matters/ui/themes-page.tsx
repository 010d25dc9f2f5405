import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { EndedRows } from "../../../shell/ended-rows.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { themeRow } from "./theme-row.ts"
import { ThemeTree } from "./theme-tree.tsx"

type List = ReadOf<"themes.list">

/** The tree of themes of a body: named, moved, retired, never deleted. */
export const ThemesPage = () => {
  const t = useWords()
  const { body } = useBody()
  const list = useRead("themes.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Page
      title={t("matters.themes.title")}
      crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("matters.themes.title") }]}
      lead={t("matters.themes.lead")}
    >
      <Reading of={list}>{(found) => <Themes bodyId={body.id} list={found} />}</Reading>
    </Page>
  )
}

const Themes = ({ bodyId, list }: { bodyId: string; list: List }) => {
  const t = useWords()
  const { rows, proposed, may } = list
  return (
    <>
      <Sheet title={t("matters.themes.title")}>
        {rows.length === 0 ? (
          <Empty
            title={t("matters.themes.none")}
            act={
              <Act command="themes.begin" input={{ bodyId }} may={may} kind="main">
                {t("matters.themes.begin")}
              </Act>
            }
          >
            {t("matters.themes.proposed", { names: proposed.join(", ") })}
          </Empty>
        ) : (
          <ThemeTree rows={rows} may={may} />
        )}
      </Sheet>
      {may["themes.add"] && <Adding bodyId={bodyId} />}
      <Ended of={list} />
    </>
  )
}

const Adding = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const [done, setDone] = useState(0)
  return (
    <Sheet title={t("matters.themes.add.title")} padded>
      <Form
        key={done}
        command="themes.add"
        draft={false}
        input={({ name, under }) => ({ bodyId, name, underId: under?.id ?? null })}
        send={t("matters.themes.add")}
        kind="plain"
        onDone={() => setDone(done + 1)}
      >
        <TextField name="name" label={t("matters.themes.name")} required />
        <PickField
          name="under"
          label={t("matters.themes.under")}
          hint={t("matters.themes.under.hint")}
          read="themes.list"
          more={{ bodyId }}
          row={themeRow}
        />
      </Form>
    </Sheet>
  )
}

const Ended = ({ of: { ended, may } }: { of: List }) => {
  const t = useWords()
  if (ended.length === 0) return null
  return (
    <Sheet title={t("matters.themes.gone")}>
      <EndedRows
        of={ended}
        since={(day) => t("matters.themes.ended_on", { day })}
        reopen={({ id, name }) => (
          <Act command="themes.reopen" input={{ themeId: id }} may={may} kind="plain">
            {t("matters.themes.reopen")}
            <span className="unseen">, {name}</span>
          </Act>
        )}
      />
    </Sheet>
  )
}
