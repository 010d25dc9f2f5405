import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { EndedRows } from "../../../shell/ended-rows.tsx"
import { ChoiceField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { ThemesSheet } from "./themes.tsx"

type List = ReadOf<"skills.list">

/** The skills a body asks about: named, put under a theme, ended, never deleted. */
export const ListPage = () => {
  const t = useWords()
  const { body } = useBody()
  const list = useRead("skills.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Page
      title={t("skills.list.title")}
      crumbs={[
        { words: t("skills.people"), to: "/personnes" },
        { words: t("skills.title"), to: "/competences" },
        { words: t("skills.list.title") },
      ]}
      lead={t("skills.list.lead")}
    >
      <Reading of={list}>{(found) => <Themes bodyId={body.id} list={found} />}</Reading>
    </Page>
  )
}

const Themes = ({ bodyId, list }: { bodyId: string; list: List }) => {
  const { rows, ended, themes, may } = list
  const t = useWords()
  return (
    <>
      {may["skills.add"] && themes.length > 0 && (
        <Sheet title={t("skills.add.title")} padded>
          <Form
            command="skills.add"
            input={({ name, theme }) => ({ bodyId, name, themeId: theme })}
            initial={{ theme: themes[0]!.id }}
            send={t("skills.add")}
            kind="plain"
          >
            <Fields themes={themes} />
          </Form>
        </Sheet>
      )}
      {themes
        .map(({ id, name }) => ({ id, name, those: rows.filter((row) => row.theme_id === id) }))
        .filter(({ those }) => those.length > 0)
        .map(({ id, name, those }) => (
          <Sheet key={id} title={name}>
            <Rows>
              {those.map((skill) => (
                <Row
                  key={skill.id}
                  end={
                    <Act
                      command="skills.end"
                      input={{ skillId: skill.id }}
                      may={may}
                      kind="quiet"
                      done={t("skills.ended", { name: skill.name })}
                      undo={() => ({ command: "skills.reopen", input: { skillId: skill.id } })}
                    >
                      {t("skills.end")}
                      <span className="unseen">, {skill.name}</span>
                    </Act>
                  }
                >
                  {may["skills.change"] ? <Changing skill={skill} themes={themes} /> : skill.name}
                </Row>
              ))}
            </Rows>
          </Sheet>
        ))}
      {may["skills.addTheme"] && <ThemesSheet bodyId={bodyId} list={list} />}
      {ended.length > 0 && (
        <Sheet title={t("skills.list.ended")}>
          <EndedRows
            of={ended}
            since={(day) => t("skills.ended_on", { day })}
            reopen={({ id, name }) => (
              <Act command="skills.reopen" input={{ skillId: id }} may={may} kind="plain">
                {t("skills.reopen")}
                <span className="unseen">, {name}</span>
              </Act>
            )}
          />
        </Sheet>
      )}
    </>
  )
}

const Changing = ({
  skill: { id, name, theme_id },
  themes,
}: {
  skill: List["rows"][number]
  themes: List["themes"]
}) => {
  const t = useWords()
  return (
    <details>
      <summary>{name}</summary>
      <Form
        command="skills.change"
        draft={`skills.change.${id}`}
        initial={{ name, theme: theme_id }}
        input={(values) => ({ skillId: id, name: values["name"], themeId: values["theme"] })}
        send={t("skills.save")}
        kind="plain"
      >
        <Fields themes={themes} />
      </Form>
    </details>
  )
}

const Fields = ({ themes }: { themes: List["themes"] }) => {
  const t = useWords()
  return (
    <>
      <TextField name="name" label={t("skills.field.name")} hint={t("skills.field.name.hint")} required />
      <ChoiceField
        name="theme"
        label={t("skills.field.theme")}
        as="select"
        options={themes.map(({ id, name }) => ({ value: id, words: name }))}
        required
      />
    </>
  )
}
