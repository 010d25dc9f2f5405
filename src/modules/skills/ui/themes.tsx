import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useCommand } from "../../../shell/api.ts"
import { refusalWords } from "../../../shell/fault.tsx"
import { EndedRows } from "../../../shell/ended-rows.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Reorder } from "../../../shell/reorder.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

type List = ReadOf<"skills.list">

/** The headings under which skills stand, in the order of the sheet: named, moved, added, retired once nothing is under them. */
export const ThemesSheet = ({ bodyId, list }: { bodyId: string; list: List }) => {
  const t = useWords()
  const { themes, ended_themes, may } = list
  const { send } = useCommand("skills.orderThemes")
  const order = async (themeIds: readonly string[]) => {
    try {
      await send({ bodyId, themeIds: [...themeIds] })
    } catch (error) {
      tell({ words: refusalWords(error, t), bad: true })
    }
  }
  return (
    <Sheet title={t("skills.themes")}>
      <p className="soft pad">{t("skills.themes.lead")}</p>
      <Reorder
        items={themes}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        onMove={(themeIds) => void order(themeIds)}
      >
        {(theme) => <One theme={theme} may={may} />}
      </Reorder>
      <div className="pad">
        <Form
          command="skills.addTheme"
          input={({ name }) => ({ bodyId, name })}
          send={t("skills.themes.add")}
          kind="plain"
        >
          <TextField name="name" label={t("skills.themes.new")} required />
        </Form>
      </div>
      {ended_themes.length > 0 && (
        <EndedRows
          of={ended_themes}
          since={(day) => t("skills.themes.ended_on", { day })}
          reopen={({ id, name }) => (
            <Act command="skills.reopenTheme" input={{ themeId: id }} may={may} kind="plain">
              {t("skills.reopen")}
              <span className="unseen">, {name}</span>
            </Act>
          )}
        />
      )}
    </Sheet>
  )
}

const One = ({ theme: { id, name, skills }, may }: { theme: List["themes"][number]; may: List["may"] }) => {
  const t = useWords()
  return (
    <details>
      <summary>
        {name} <span className="soft">· {t("skills.themes.count", { count: skills })}</span>
      </summary>
      <div className="stack">
        <Form
          command="skills.renameTheme"
          draft={`skills.renameTheme.${id}`}
          initial={{ name }}
          input={(values) => ({ themeId: id, name: values["name"] })}
          send={t("skills.save")}
          kind="plain"
        >
          <TextField name="name" label={t("skills.field.name")} required />
        </Form>
        {skills > 0 ? (
          <p className="soft">{t("skills.themes.used")}</p>
        ) : (
          <Act
            command="skills.endTheme"
            input={{ themeId: id }}
            may={may}
            kind="quiet"
            done={t("skills.themes.ended", { name })}
            undo={() => ({ command: "skills.reopenTheme", input: { themeId: id } })}
          >
            {t("skills.themes.end")}
            <span className="unseen">, {name}</span>
          </Act>
        )}
      </div>
    </details>
  )
}
