import { ChoiceField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { It } from "./it.ts"

/** Somebody in the file has the same name or address: never a second person silently. */
export const Identify = ({ of: { newcomer, known } }: { of: It }) => {
  const t = useWords()
  return (
    <Sheet title={t("welcome.identify.title")} padded>
      <Form
        command="newcomers.identify"
        draft={`newcomers.identify ${newcomer.id}`}
        input={(values) => ({
          newcomerId: newcomer.id,
          personId: values["who"] === "new" ? null : values["who"],
        })}
        send={t("welcome.identify")}
        kind="plain"
      >
        <ChoiceField
          name="who"
          label={t("welcome.identify.who")}
          options={[
            ...known.map(({ id, name, email, town }) => ({
              value: id,
              words: t("members.accept.same", { name }),
              hint: [email, town].filter(Boolean).join(" · "),
            })),
            { value: "new", words: t("members.accept.other") },
          ]}
          required
        />
      </Form>
    </Sheet>
  )
}

/** The proof of their yes, word for word. */
export const Consent = ({ words }: { words: string }) => {
  const t = useWords()
  return (
    <Sheet padded>
      <details>
        <summary>{t("welcome.consent")}</summary>
        <p className="pre">{words}</p>
      </details>
    </Sheet>
  )
}
