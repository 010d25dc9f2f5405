import { useMemo } from "react"
import type { ReadOf } from "../../../shell/api.ts"
import { DateField, TimeField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

/** The last moment is put off, no further than was declared before anybody voted. */
export const Extend = ({ of: { ballot, may } }: { of: ReadOf<"votes.read"> }) => {
  const t = useWords()
  const say = useFigures()
  const { latest_at, zone } = ballot
  const latest = useMemo(
    () => latest_at && Temporal.Instant.from(latest_at).toZonedDateTimeISO(zone),
    [latest_at, zone],
  )
  if (!latest || ballot.state !== "open" || may["votes.extend"] !== true || ballot.ends_at === latest_at) return null
  return (
    <Sheet title={t("votes.extend")} padded>
      <p className="soft">{t("votes.extend.lead", { until: say.moment(latest_at!) })}</p>
      <Form
        command="votes.extend"
        draft={false}
        kind="plain"
        initial={{
          endsOn: latest.toPlainDate().toString(),
          endsAt: latest.toPlainTime().toString({ smallestUnit: "minute" }),
        }}
        input={(values) => ({
          ballotId: ballot.id,
          endsOn: String(values["endsOn"]),
          endsAt: String(values["endsAt"]),
        })}
        send={t("votes.extend.act")}
      >
        <DateField name="endsOn" label={t("votes.field.ends_on")} required />
        <TimeField name="endsAt" label={t("votes.field.ends_at")} required />
      </Form>
    </Sheet>
  )
}
