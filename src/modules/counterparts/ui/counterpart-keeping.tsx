import { Act } from "../../../shell/act.tsx"
import type { ReadOf } from "../../../shell/api.ts"
import { ChoiceField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Answer = ReadOf<"counterparts.read">

/** The same one in another file of the same means. */
export const Copying = ({ of: { counterpart: c, copies_to } }: { of: Answer }) => {
  const t = useWords()
  const go = useGo()
  return (
    <details>
      <summary>{t("counterparts.copy")}</summary>
      <p className="soft">{t("counterparts.copy.lead")}</p>
      <Form
        command="counterparts.copy"
        draft={false}
        initial={{ counterpartId: c.id }}
        kind="plain"
        send={t("counterparts.copy.send")}
        onDone={({ counterpartId }) => go(`/interlocuteurs/${String(counterpartId)}`)}
      >
        <ChoiceField
          name="bodyId"
          label={t("counterparts.copy.to")}
          as="select"
          options={copies_to.map(({ id, name, means }) => ({
            value: id,
            words: t(`counterparts.file.${means}`, { body: name }),
          }))}
          required
        />
      </Form>
    </details>
  )
}

/** Who asks to be forgotten is. */
export const Erasing = ({ of: { counterpart: c, may } }: { of: Answer }) => {
  const t = useWords()
  const go = useGo()
  return (
    <details>
      <summary>{t("counterparts.erase")}</summary>
      <p className="soft">{t("counterparts.erase.lead")}</p>
      <Act
        command="counterparts.erase"
        input={{ counterpartId: c.id }}
        may={may}
        kind="danger"
        confirm={{ title: t("counterparts.erase.sure", { name: c.full_name }), words: t("counterparts.erase.lead") }}
        onDone={() => go("/interlocuteurs")}
      >
        {t("counterparts.erase.send")}
      </Act>
    </details>
  )
}
