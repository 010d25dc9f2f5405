import { Act } from "../../../shell/act.tsx"
import { ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import type { Capability } from "../../bodies/contract.ts"
import { span } from "./span.ts"

export type GrantLine = {
  id: string
  capability: Capability
  of_thing: "matter" | "meeting" | "list" | null
  body_name: string
  since: string
  until: string
  reason: string
  revoked_on: string | null
  given_by: string
  may_revoke: boolean
}
type Named = { id: string; name: string }

/** Single rights lent to a person, and a way to lend one. */
export const Grants = ({
  personId,
  of,
  bodies,
  capabilities,
}: {
  personId: string
  of: readonly GrantLine[]
  bodies: readonly Named[]
  capabilities: readonly Capability[]
}) => {
  const t = useWords()
  if (of.length === 0 && bodies.length === 0) return null
  return (
    <Sheet title={t("mandates.grants")} aside={t("mandates.grants.lead")}>
      {of.length > 0 && (
        <Rows>
          {of.map((one) => (
            <Grant key={one.id} of={one} />
          ))}
        </Rows>
      )}
      {bodies.length > 0 && <Giving personId={personId} bodies={bodies} capabilities={capabilities} />}
    </Sheet>
  )
}

const Grant = ({ of }: { of: GrantLine }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Row
      soft={[span(t, say, of), t("mandates.grants.by", { by: of.given_by }), of.reason].join(" · ")}
      end={
        of.may_revoke && (
          <Act command="grants.revoke" input={{ grantId: of.id }}>
            {t("mandates.grants.revoke")}
          </Act>
        )
      }
    >
      {t(`capability.${of.capability}`)}{" "}
      <span className="soft">
        · {of.body_name}
        {of.of_thing && `, ${t(`mandates.grants.one_${of.of_thing}`)}`}
      </span>{" "}
      {of.revoked_on && <Mark>{t("mandates.grants.revoked")}</Mark>}
    </Row>
  )
}

const Giving = ({
  personId,
  bodies,
  capabilities,
}: {
  personId: string
  bodies: readonly Named[]
  capabilities: readonly Capability[]
}) => {
  const t = useWords()
  return (
    <details className="pad">
      <summary>{t("mandates.grants.give")}</summary>
      <Form
        command="grants.give"
        draft={`grants.give.${personId}`}
        initial={{ personId, bodyId: bodies[0]?.id, since: today() }}
        kind="plain"
        send={t("mandates.grants.give")}
      >
        <ChoiceField
          name="capability"
          label={t("mandates.grants.capability")}
          options={capabilities.map((value) => ({ value, words: t(`capability.${value}`) }))}
          as="select"
          required
        />
        <ChoiceField
          name="bodyId"
          label={t("mandates.body")}
          options={bodies.map(({ id, name }) => ({ value: id, words: name }))}
          as="select"
          required
        />
        <DateField name="since" label={t("mandates.since")} required />
        <DateField name="until" label={t("mandates.until")} required />
        <TextField name="reason" label={t("mandates.grants.reason")} required />
      </Form>
    </details>
  )
}
