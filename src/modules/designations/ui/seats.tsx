import type { ReactNode } from "react"
import { Act } from "../../../shell/act.tsx"
import { CheckField, ChoiceField, LongTextField, NumberField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { It } from "./designation-page.tsx"
import { type Share, ShareTable } from "./share-table.tsx"

/** How many seats are ours, by which key; then how many each of our components has. */
export const Seats = ({ of }: { of: It }) => {
  const t = useWords()
  const { designation, groups, ours, may } = of
  const edits = may["designations.setKey"] === true && !designation.designated_at && !designation.abandoned_at
  // Once the list is made, the seats are a line to come back to.
  const isPast = designation.step !== "seats" && designation.step !== "people"
  return (
    <Sheet title={t("designations.seats")} padded>
      <p className="lead">
        {ours === null
          ? t("designations.seats.depends")
          : t("designations.seats.ours", { count: ours, seats: designation.seats })}
      </p>
      <Folded folds={isPast}>
        {designation.given_reason && <p>{t("designations.given", { reason: designation.given_reason })}</p>}
        {!groups && !designation.given_reason && <p className="soft">{t("designations.seats.all_ours")}</p>}
        {groups && (
          <>
            <h3>{t("designations.groups")}</h3>
            <ShareTable of={groups} title={t("designations.groups")} />
            {edits && groups.open && <Settle of={of} between="groups" open={groups.open} />}
          </>
        )}
        {edits && <Ways of={of} between="groups" has={!!groups} />}
        {edits && <Tell of={of} />}
        <Components of={of} edits={edits} />
      </Folded>
    </Sheet>
  )
}

const Folded = ({ folds, children }: { folds: boolean; children: ReactNode }) => {
  const t = useWords()
  return folds ? (
    <details>
      <summary>{t("designations.details")}</summary>
      <div className="stack">{children}</div>
    </details>
  ) : (
    children
  )
}

const Components = ({ of, edits }: { of: It; edits: boolean }) => {
  const t = useWords()
  const { components, components_key: key, ours } = of
  if (!components && (!edits || (ours === null && !key))) return null
  return (
    <>
      {(components || key) && <h3>{t("designations.components")}</h3>}
      {components ? (
        <ShareTable of={components} title={t("designations.components")} />
      ) : (
        key && <p className="soft">{t("designations.components.wait")}</p>
      )}
      {edits && components?.open && <Settle of={of} between="components" open={components.open} />}
      {edits && ours !== null && ours > 0 && <Ways of={of} between="components" has={!!key} />}
    </>
  )
}

const Ways = ({ of: { designation }, between, has }: { of: It; between: "groups" | "components"; has: boolean }) => {
  const t = useWords()
  const at = between === "groups" ? "groupes" : "composantes"
  return (
    <div className="bar">
      <Link
        className={between === "groups" && !has && designation.step === "people" ? "button main" : "button"}
        to={`/designations/${designation.id}/cle/${at}`}
      >
        {t(has ? `designations.key.${between}.change` : `designations.key.${between}.set`)}
      </Link>
      {has && (
        <Act
          command="designations.setKey"
          input={{ designationId: designation.id, of: between, key: null }}
          confirm={{ title: t("designations.key.drop"), words: t(`designations.key.${between}.drop.words`) }}
        >
          {t("designations.key.drop")}
        </Act>
      )}
    </div>
  )
}

const Tell = ({ of: { designation } }: { of: It }) => {
  const t = useWords()
  return (
    <details>
      <summary>{t("designations.tellSeats")}</summary>
      <Form
        command="designations.tellSeats"
        kind="plain"
        input={(values) => ({
          designationId: designation.id,
          seats: Number(values["seats"]),
          reason: String(values["reason"] ?? ""),
        })}
        send={t("designations.save")}
      >
        <NumberField name="seats" label={t("designations.ours")} min={0} max={designation.seats} required />
        <LongTextField
          name="reason"
          label={t("designations.reason")}
          hint={t("designations.tellSeats.hint")}
          rows={2}
          required
        />
      </Form>
    </details>
  )
}

/** Equals for the last seat: who has it, by which rule or lot. Nothing is decided here, it is written down. */
const Settle = ({
  of: { designation },
  between,
  open,
}: {
  of: It
  between: "groups" | "components"
  open: NonNullable<Share["open"]>
}) => {
  const t = useWords()
  return (
    <section className="missing" aria-label={t("designations.settle")}>
      <h3>{t("designations.settle")}</h3>
      <p>{t("designations.settle.lead", { count: open.seats })}</p>
      <Form
        command="designations.settleTie"
        draft={`designations.settleTie.${between} ${designation.id}`}
        kind="plain"
        initial={{ how: "rule" }}
        input={(values) => ({
          designationId: designation.id,
          of: between,
          first: open.among.filter((_, at) => values[`first ${at}`] === true),
          how: values["how"] as "rule",
          words: String(values["words"] ?? ""),
        })}
        send={t("designations.settle.send")}
      >
        <fieldset className="field">
          <legend>{t("designations.settle.who", { count: open.seats })}</legend>
          {open.among.map((name, at) => (
            <CheckField key={name} name={`first ${at}`} label={name} />
          ))}
        </fieldset>
        <ChoiceField
          name="how"
          label={t("designations.settle.how")}
          as="radio"
          options={(["rule", "lot"] as const).map((value) => ({ value, words: t(`designations.settle.${value}`) }))}
          required
        />
        <TextField
          name="words"
          label={t("designations.settle.words")}
          hint={t("designations.settle.words.hint")}
          required
        />
      </Form>
    </section>
  )
}
