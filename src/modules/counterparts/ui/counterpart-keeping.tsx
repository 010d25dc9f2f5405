import { Act } from "../../../shell/act.tsx"
import type { ReadOf } from "../../../shell/api.ts"
import { ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

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

/** That somebody will be forgotten, and the gesture that stops it; or until when they are kept, and why. */
export const Conservation = ({ of: { counterpart: c, may } }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  if (c.kept_until && c.kept_reason)
    return <p className="soft">{t("counterparts.kept", { day: say.day(c.kept_until), reason: c.kept_reason })}</p>
  if (!c.forget_on) return null
  return (
    <section className="missing">
      <p>{t("counterparts.forget.on", { name: c.full_name, day: say.day(c.forget_on) })}</p>
      {may["counterparts.keep"] && (
        <Form
          command="counterparts.keep"
          draft={false}
          initial={{ counterpartId: c.id }}
          kind="plain"
          send={t("counterparts.keep")}
        >
          <DateField name="until" label={t("counterparts.keep.until")} required />
          <TextField
            name="reason"
            label={t("counterparts.keep.reason")}
            hint={t("counterparts.keep.reason.hint")}
            required
          />
        </Form>
      )}
    </section>
  )
}
