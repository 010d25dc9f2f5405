import { LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { It } from "./designation-page.tsx"

/** Given up, with the reason: it stays readable. */
export const Abandon = ({ of: { designation, may } }: { of: It }) => {
  const t = useWords()
  if (may["designations.abandon"] !== true || designation.designated_at || designation.abandoned_at) return null
  return (
    <details>
      <summary>{t("designations.abandon")}</summary>
      <Form
        command="designations.abandon"
        kind="plain"
        input={(values) => ({ designationId: designation.id, reason: String(values["reason"] ?? "") })}
        send={t("designations.abandon")}
      >
        <LongTextField
          name="reason"
          label={t("designations.reason")}
          hint={t("designations.abandon.hint")}
          rows={2}
          required
        />
      </Form>
    </details>
  )
}
