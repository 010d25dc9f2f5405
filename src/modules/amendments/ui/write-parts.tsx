import { useMemo, useState } from "react"
import { CheckField, ChoiceField, LongTextField, NumberField, TextField } from "../../../shell/fields.tsx"
import { type FormValues, useField, useFormValues } from "../../../shell/form.tsx"
import { useAddress } from "../../../shell/go.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { Paragraph } from "./mend-list.tsx"
import { type Deeds, OperationsField, operationsOf } from "./operations-field.tsx"
import { typedOver } from "./take-up.ts"

/** What is written on: a version of the base, or what an amendment puts into it, which has a name then. */
export type Ground = { version: number; paragraphs: readonly Paragraph[]; amends_name: string | null }

export const onBase = ({
  base,
  paragraphs,
}: {
  base: { version: number }
  paragraphs: readonly Paragraph[]
}): Ground => ({
  version: base.version,
  paragraphs,
  amends_name: null,
})

export const nothing = ({ version }: { version: number }): Deeds => ({ version, list: [] })

// What was typed on an earlier version stays, and says so: the paragraphs under it are others now.
export const Deed = ({ of, at }: { of: Ground; at?: number | undefined }) => {
  const t = useWords()
  const { values } = useAddress()
  const { value, set } = useField("deeds")
  const deeds = value as Deeds
  const asked = values["alinea"] === undefined ? at : Number(values["alinea"])
  const [was, setWas] = useState(of)
  if (deeds.version === of.version && was !== of) setWas(of)
  if (deeds.version !== of.version)
    return (
      <div className="summary" role="alert">
        <p>{of.amends_name ? t("amendments.sub.changed") : t("amendments.write.replaced", { version: of.version })}</p>
        {operationsOf(deeds).map(({ put }, index) => (
          <blockquote key={index}>{put.join(" ")}</blockquote>
        ))}
        <div className="bar">
          {was.version === deeds.version && (
            <button type="button" className="button" onClick={() => set(typedOver(deeds, was.paragraphs, of))}>
              {of.amends_name ? t("amendments.sub.carry") : t("amendments.write.carry", { version: of.version })}
            </button>
          )}
          <button type="button" className="button quiet" onClick={() => set(nothing(of))}>
            {t(of.amends_name ? "amendments.sub.again" : "amendments.write.again")}
          </button>
        </div>
      </div>
    )
  return (
    <OperationsField
      name="deeds"
      label={t(of.amends_name ? "amendments.sub.field" : "amendments.write.field")}
      amendsName={of.amends_name}
      paragraphs={of.paragraphs}
      at={asked !== undefined && asked < of.paragraphs.length ? asked : undefined}
    />
  )
}

export const Reasons = () => {
  const t = useWords()
  return (
    <>
      <LongTextField name="grounds" label={t("amendments.field.grounds")} hint={t("amendments.field.grounds.hint")} />
      <Cost isOurs />
    </>
  )
}

const effects = ["none", "spending", "income"] as const

export const Cost = ({ isOurs = false }: { isOurs?: boolean }) => {
  const t = useWords()
  const effect = useFormValues()["effect"]
  return (
    <>
      <ChoiceField
        name="effect"
        label={t("amendments.field.effect")}
        options={effects.map((value) => ({ value, words: t(`amendments.effect.${value}`) }))}
        required
      />
      {effect !== "none" && (
        <>
          <NumberField name="amount" label={t("amendments.field.amount")} unit="€" min={0} />
          {isOurs && (
            <LongTextField
              name="balance"
              label={t("amendments.field.balance")}
              hint={t("amendments.field.balance.hint")}
            />
          )}
        </>
      )}
    </>
  )
}

export const Author = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId }), [bodyId])
  return (
    <>
      <PickField name="author" label={t("texts.field.author")} hint={t("texts.field.author.hint")} more={more} />
      <TextField name="title" label={t("texts.field.title")} hint={t("amendments.field.title.hint")} />
      <CheckField name="confidential" label={t("texts.field.confidential")} hint={t("texts.field.confidential.hint")} />
    </>
  )
}

export const effectIn = (values: FormValues) => {
  const deeds = values["deeds"] as Deeds
  const effect = (values["effect"] ?? "none") as (typeof effects)[number]
  const amount = effect === "none" ? null : (values["amount"] ?? null)
  return {
    version: deeds.version,
    operations: operationsOf(deeds),
    effect,
    amountCents: typeof amount === "number" ? String(Math.round(amount * 100)) : amount,
  }
}

export const saidIn = (values: FormValues) => ({
  ...effectIn(values),
  grounds: String(values["grounds"] ?? "") || null,
  balance: values["effect"] === "none" ? null : String(values["balance"] ?? "") || null,
})
