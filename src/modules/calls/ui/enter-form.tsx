import { DateField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import type { Pick } from "../../../shell/pick-field.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { CandidacyFields, saidBy } from "./candidacy-fields.tsx"
import type { It } from "./call-page.tsx"

/** A letter that came to the secretariat, from somebody who has no account or prefers paper. */
export const EnterForm = ({ of: { call, may } }: { of: It }) => {
  const t = useWords()
  if (!may["calls.enter"]) return null
  return (
    <Sheet padded>
      <details>
        <summary>{t("calls.enter.title")}</summary>
        <div className="stack">
          <p className="soft">{t("calls.enter.lead")}</p>
          <Form
            command="calls.enter"
            kind="plain"
            input={(values) => ({
              callId: call.id,
              personId: (values["person"] as Pick | undefined)?.id ?? "",
              receivedOn: String(values["receivedOn"] ?? ""),
              ...saidBy(values),
            })}
            send={t("calls.enter")}
            onDone={() => tell({ words: t("calls.enter.done") })}
          >
            <PickField name="person" label={t("calls.field.person")} required />
            <DateField name="receivedOn" label={t("calls.field.received_on")} required />
            <CandidacyFields call={call} letter />
          </Form>
        </div>
      </details>
    </Sheet>
  )
}
