import { Act } from "../../../shell/act.tsx"
import { ChangingRow } from "../../../shell/changing-row.tsx"
import { ChoiceField, DateField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Empty, Rows, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { span } from "./span.ts"

export type MembershipLine = {
  id: string
  body_id: string
  body_name: string
  ring: "member" | "sympathiser" | "supporter" | "contact" | "former"
  since: string
  until: string | null
  dues_until: string | null
  may_change: boolean
}
type Named = { id: string; name: string }

/** The bodies a person belongs to, with what may be done about it. */
export const Memberships = ({
  personId,
  of,
  bodies,
}: {
  personId: string
  of: readonly MembershipLine[]
  bodies: readonly Named[]
}) => {
  const t = useWords()
  return (
    <Sheet title={t("mandates.memberships")}>
      {of.length === 0 ? (
        <Empty title={t("mandates.memberships.none")} />
      ) : (
        <Rows>
          {of.map((one) => (
            <Membership key={one.id} of={one} />
          ))}
        </Rows>
      )}
      {bodies.length > 0 && (
        <details className="pad">
          <summary>{t("mandates.memberships.begin")}</summary>
          <Form
            command="memberships.begin"
            draft={`memberships.begin.${personId}`}
            initial={{
              personId,
              bodyId: bodies.length === 1 ? bodies[0]?.id : undefined,
              ring: "member",
              since: today(),
            }}
            kind="plain"
            send={t("mandates.memberships.begin")}
          >
            <ChoiceField
              name="bodyId"
              label={t("mandates.body")}
              options={bodies.map(({ id, name }) => ({ value: id, words: name }))}
              as="select"
              required
            />
            <MembershipFields />
          </Form>
        </details>
      )}
    </Sheet>
  )
}

/** Ring, days and dues of a membership. */
export const MembershipFields = () => {
  const t = useWords()
  return (
    <>
      <ChoiceField
        name="ring"
        label={t("mandates.ring")}
        options={(["member", "sympathiser", "supporter", "contact", "former"] as const).map((value) => ({
          value,
          words: t(`mandates.ring.${value}`),
        }))}
        required
      />
      <DateField name="since" label={t("mandates.since")} required />
      <DateField name="until" label={t("mandates.until")} />
      <DateField name="dues_until" label={t("mandates.dues_until")} hint={t("mandates.dues_until.hint")} />
    </>
  )
}

const Membership = ({ of }: { of: MembershipLine }) => {
  const t = useWords()
  const say = useFigures()
  const { id, body_name, ring, since, until, dues_until, may_change } = of
  const lasts = !until || until >= today()
  return (
    <ChangingRow
      soft={[span(t, say, of), dues_until && t("mandates.dues_paid", { day: say.dayOnly(dues_until) })]
        .filter(Boolean)
        .join(" · ")}
      name={body_name}
      change={t("mandates.correct")}
      mayChange={may_change}
      acts={
        lasts && (
          <Act
            command="memberships.end"
            input={{ membershipId: id, until: today() < since ? since : today() }}
            done={t("mandates.memberships.ended", { body: body_name })}
            undo={() => ({
              command: "memberships.change",
              input: { membershipId: id, ring, since, until, dues_until },
            })}
          >
            {t("mandates.end")}
            <span className="unseen">, {body_name}</span>
          </Act>
        )
      }
      fields={(close) => (
        <Form
          command="memberships.change"
          draft={false}
          initial={{ membershipId: id, ring, since, until, dues_until }}
          kind="plain"
          send={t("mandates.save")}
          onDone={close}
        >
          <MembershipFields />
        </Form>
      )}
    >
      {body_name} <span className="soft">· {t(`mandates.ring.${ring}`)}</span>
    </ChangingRow>
  )
}
