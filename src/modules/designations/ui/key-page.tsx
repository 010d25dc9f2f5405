import "./designations.css"
import { useMemo } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, TextField } from "../../../shell/fields.tsx"
import { Form, type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useLater } from "../../../shell/use-later.ts"
import { useWords } from "../../../shell/use-words.ts"
import { type KeyLine, LinesField } from "./lines-field.tsx"
import { ShareTable } from "./share-table.tsx"

type It = ReadOf<"designations.read">
type Of = "groups" | "components"

const methods = ["dhondt", "hare", "cpas", "sainte_lague", "imperiali"] as const

/** The key by which seats are shared, with what it gives while it is typed. */
export const KeyPage = () => {
  const designationId = useParam("designationId")
  const of: Of = useParam("of") === "composantes" ? "components" : "groups"
  const it = useRead("designations.read", { designationId })
  const choices = useRead("designations.choices", { designationId })
  return (
    <Reading of={it}>
      {(data) => (
        <Reading of={choices}>{({ components }) => <Key of={data} between={of} known={components} />}</Reading>
      )}
    </Reading>
  )
}

const Key = ({ of, between, known }: { of: It; between: Of; known: ReadOf<"designations.choices">["components"] }) => {
  const t = useWords()
  const go = useGo()
  const { designation } = of
  const to = `/designations/${designation.id}`
  const initial = useMemo(() => asValues(of, between, known), [of, between, known])
  return (
    <Page
      title={t(`designations.key.${between}`)}
      lead={designation.institution}
      crumbs={[
        { words: t("designations.title"), to: "/designations" },
        { words: designation.institution, to },
        { words: t(`designations.key.${between}`) },
      ]}
    >
      <p className="soft reading">
        {t(`designations.key.${between}.lead`, { seats: between === "groups" ? designation.seats : (of.ours ?? 0) })}
      </p>
      <Sheet padded>
        <Form
          command="designations.setKey"
          draft={`designations.setKey.${between} ${designation.id}`}
          initial={initial}
          input={(values) => ({ designationId: designation.id, of: between, key: keyOf(values, between) })}
          send={t("designations.key.save")}
          onDone={() => go(to)}
          sticks
        >
          <Fields designationId={designation.id} between={between} country={designation.country} />
        </Form>
      </Sheet>
    </Page>
  )
}

const Fields = ({ designationId, between, country }: { designationId: string; between: Of; country: string }) => {
  const t = useWords()
  const values = useFormValues()
  const shown = methods.filter((one) => one !== "cpas" || (between === "groups" && country === "BE"))
  const key = useLater(JSON.stringify(keyOf(values, between)))
  const { data } = useRead("designations.suppose", { designationId, of: between, key }, { keepPrevious: true })
  return (
    <>
      <ChoiceField
        name="method"
        label={t("designations.method")}
        as="radio"
        options={shown.map((value) => ({
          value,
          words: t(`designations.method.${value}`),
          hint: t(`designations.method.${value}.hint`),
        }))}
        required
      />
      {between === "groups" && values["method"] !== "cpas" && (
        <CheckField name="apart" label={t("designations.together")} hint={t("designations.together.hint")} />
      )}
      <LinesField
        name="lines"
        label={t(`designations.lines.${between}`)}
        hint={t(`designations.lines.${between}.hint`)}
        weight={t(`designations.weight.${between}`)}
        asksOurs={between === "groups"}
        asksTogether={between === "groups" && values["apart"] === true && values["method"] !== "cpas"}
      />
      <TextField name="basis" label={t("designations.key.basis")} hint={t(`designations.key.basis.hint.${between}`)} />
      <ChoiceField
        name="equal"
        label={t("designations.equal")}
        as="radio"
        options={(["open", "most"] as const).map((value) => ({
          value,
          words: t(`designations.equal.${value}`),
          hint: t(`designations.equal.${value}.hint`),
        }))}
        required
      />
      <section className="stack" aria-live="polite" aria-label={t("designations.result")}>
        {data?.share ? (
          <>
            <h3>{t("designations.result")}</h3>
            <ShareTable of={data.share} title={t(`designations.key.${between}`)} />
          </>
        ) : (
          <p className="soft">{t("designations.result.none")}</p>
        )}
      </section>
    </>
  )
}

/** The key as the command takes it; lines that nobody filled in are left out. */
const keyOf = (values: FormValues, between: Of) => {
  const all = ((values["lines"] as KeyLine[] | undefined) ?? []).filter(
    ({ name, weight }) => name.trim() !== "" || weight !== null,
  )
  const apart = values["apart"] === true && values["method"] !== "cpas"
  const ours = all.findIndex((one) => one.ours)
  return {
    method: (values["method"] ?? "dhondt") as "dhondt",
    lines: all.map(({ name, weight, together }) => ({
      name: name.trim(),
      weight: weight ?? 0,
      together: between === "groups" && apart ? together?.trim() || null : null,
    })),
    ours: between === "groups" && ours >= 0 ? ours : null,
    equal: (values["equal"] ?? "open") as "open",
    basis: String(values["basis"] ?? "").trim() || null,
  }
}

const asValues = (of: It, between: Of, known: ReadOf<"designations.choices">["components"]): FormValues => {
  const key = between === "groups" ? of.groups?.key : of.components_key
  if (key)
    return {
      method: key.method,
      equal: key.equal,
      basis: key.basis ?? "",
      apart: key.lines.some(({ together }) => together !== null),
      lines: key.lines.map((one, at): KeyLine => ({ ...one, ours: at === key.ours })),
    }
  // The sensibilities that the body has named are where most begin.
  const own = known.map(({ name, members }): KeyLine => ({ name, weight: members, together: null, ours: false }))
  const cpas = of.designation.country === "BE" && of.designation.kind === "cpas"
  return {
    method: cpas && between === "groups" ? "cpas" : "dhondt",
    equal: "open",
    apart: false,
    ...(between === "components" && own.length > 0 ? { lines: own } : {}),
  }
}
