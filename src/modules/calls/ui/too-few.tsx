import { Act } from "../../../shell/act.tsx"
import { DateField, TimeField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { It } from "./call-page.tsx"

/** Too few, by the rule of the call: it is put off, or its candidates are closed all the same. */
export const TooFew = ({ of: { call, shortage, may } }: { of: It }) => {
  const t = useWords()
  if (!shortage) return null
  const { is, ...figures } = shortage
  const key = { callId: call.id }
  const why = t(`calls.short.${is}`, { ...figures, parity: call.parity, least: call.least ?? 0 })
  if (call.state === "open")
    return (
      <Sheet title={t("calls.short.so_far")} padded>
        <p>{why}</p>
        <p className="soft">{t("calls.short.open")}</p>
      </Sheet>
    )
  return (
    <Sheet title={t("calls.short")} padded>
      <output>{why}</output>
      <p className="soft">{t("calls.short.lead")}</p>
      {may["calls.extend"] && (
        <Form
          command="calls.extend"
          initial={{ endsAt: call.ends.slice(11, 16) }}
          input={(values) => ({
            ...key,
            endsOn: String(values["endsOn"] ?? ""),
            endsAt: String(values["endsAt"] ?? ""),
          })}
          send={t("calls.extend")}
        >
          <DateField name="endsOn" label={t("calls.extend.on")} required />
          <TimeField name="endsAt" label={t("calls.field.ends_at")} required />
        </Form>
      )}
      <Act
        command="calls.close"
        input={{ ...key, evenIfShort: true }}
        may={may}
        confirm={{ title: t("calls.close.title"), words: t("calls.close.short") }}
      >
        {t("calls.close.anyway")}
      </Act>
    </Sheet>
  )
}
