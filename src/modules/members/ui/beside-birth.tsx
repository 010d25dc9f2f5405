import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { DateField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** Beside a person, where the rulebook has a voting age: when somebody not yet of age was born. Of adults nothing is asked. */
export const BesideBirth = ({ id: personId }: { id: string }) => {
  const t = useWords()
  const { body } = useBody()
  const bodyId = body?.id ?? ""
  const { data } = useRead("members.birth", { bodyId, personId }, { enabled: Boolean(body) })
  if (!data?.age || !data.may["members.noteBirth"]) return null
  return (
    <Sheet title={t("members.birth.title")}>
      <details className="pad" open={data.born_on !== null}>
        <summary>{t("members.birth.open", { age: data.age })}</summary>
        <Form
          key={String(data.born_on)}
          command="members.noteBirth"
          initial={{ bornOn: data.born_on ?? "" }}
          input={(values) => ({ bodyId, personId, bornOn: values["bornOn"] || null })}
          send={t("members.birth.note")}
          onDone={() => tell({ words: t("members.birth.noted") })}
        >
          <DateField name="bornOn" label={t("members.birth.day")} hint={t("members.birth.hint")} />
        </Form>
      </details>
    </Sheet>
  )
}
