import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { ChoiceField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { themes } from "./orders.ts"

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

const Themes = ({ bodyId, list: { rows, ended, may } }: { bodyId: string; list: List }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <>
      {may["skills.add"] && (
        <Sheet title={t("skills.add.title")} padded>
          <Form
            command="skills.add"
            input={({ name, theme }) => ({ bodyId, name, theme })}
            initial={{ theme: "speaking" }}
            send={t("skills.add")}
            kind="plain"
          >
            <Fields />
          </Form>
        </Sheet>
      )}
      {themes
        .map((theme) => ({ theme, those: rows.filter((row) => row.theme === theme) }))
        .filter(({ those }) => those.length > 0)
        .map(({ theme, those }) => (
          <Sheet key={theme} title={t(`skills.theme.${theme}`)}>
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
                  {may["skills.change"] ? <Changing skill={skill} /> : skill.name}
                </Row>
              ))}
            </Rows>
          </Sheet>
        ))}
      {ended.length > 0 && (
        <Sheet title={t("skills.list.ended")}>
          <Rows>
            {ended.map(({ id, name, ended_on }) => (
              <Row
                key={id}
                soft={t("skills.ended_on", { day: say.dayOnly(ended_on) })}
                end={
                  <Act command="skills.reopen" input={{ skillId: id }} may={may} kind="plain">
                    {t("skills.reopen")}
                    <span className="unseen">, {name}</span>
                  </Act>
                }
              >
                {name}
              </Row>
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  )
}

const Changing = ({ skill: { id, name, theme } }: { skill: List["rows"][number] }) => {
  const t = useWords()
  return (
    <details>
      <summary>{name}</summary>
      <Form
        command="skills.change"
        draft={`skills.change.${id}`}
        initial={{ name, theme }}
        input={(values) => ({ skillId: id, name: values["name"], theme: values["theme"] })}
        send={t("skills.save")}
        kind="plain"
      >
        <Fields />
      </Form>
    </details>
  )
}

const Fields = () => {
  const t = useWords()
  return (
    <>
      <TextField name="name" label={t("skills.field.name")} hint={t("skills.field.name.hint")} required />
      <ChoiceField
        name="theme"
        label={t("skills.field.theme")}
        as="select"
        options={themes.map((value) => ({ value, words: t(`skills.theme.${value}`) }))}
        required
      />
    </>
  )
}
