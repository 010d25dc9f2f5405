import { useMemo } from "react"
import type { ReadOf } from "../../../shell/api.ts"
import { CheckField, DateField, LongTextField, NumberField, TextField } from "../../../shell/fields.tsx"
import { type FormValues } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { MatterField } from "../../matters/ui/contract.tsx"

export type Kind = ReadOf<"texts.kinds">["kinds"][number]
type Name = Kind["fields"][number]

/** What is said of a text beside its words: the same for all kinds, then what its form asks, then its limits. */
export const FormFields = ({
  kind,
  bodyId,
  usual,
}: {
  kind: Pick<Kind, "fields" | "needs" | "path">
  bodyId: string
  /** The limits it takes when none is written. */
  usual?: Pick<Kind, "signs" | "minutes">
}) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId }), [bodyId])
  const places = useMemo(() => ({ bodyId, also: "sittings" }), [bodyId])
  const isLodged = kind.path !== "sent" && kind.path !== "kept"
  return (
    <>
      <TextField name="title" label={t("texts.field.title")} hint={t("texts.field.title.hint")} required />
      <PickField name="author" label={t("texts.field.author")} hint={t("texts.field.author.hint")} more={more} />
      {kind.fields.map((name) => (
        <Asked key={name} name={name} />
      ))}
      {isLodged && (
        <PickField name="item" label={t("texts.field.item")} read="texts.pickItem" more={places} row={itemRow} />
      )}
      <MatterField name="matter" label={t("texts.field.matter")} bodyId={bodyId} of="title" />
      <DateField name="dueOn" label={t("texts.field.due")} />
      <NumberField
        name="limitSigns"
        label={t("texts.field.limit_signs")}
        {...(usual?.signs ? { hint: t("texts.limit.usual", { count: usual.signs }) } : {})}
      />
      {(kind.path === "question" || kind.path === "spoken" || kind.path === "amendment") && (
        <NumberField
          name="limitMinutes"
          label={t("texts.field.limit_minutes")}
          {...(usual?.minutes ? { hint: t("texts.limit.usual", { count: usual.minutes }) } : {})}
        />
      )}
      <CheckField name="confidential" label={t("texts.field.confidential")} hint={t("texts.field.confidential.hint")} />
    </>
  )
}

const Asked = ({ name }: { name: Name }) => {
  const t = useWords()
  const said = { name: `form.${name}`, label: t(`texts.form.${name}`) }
  if (name === "embargo" || name === "valid_until") return <DateField {...said} />
  if (name === "balance") return <LongTextField {...said} hint={t("texts.form.balance.hint")} />
  if (name === "grounds" || name === "source") return <LongTextField {...said} />
  return <TextField {...said} {...(name === "place" ? { hint: t("texts.form.place.hint") } : {})} />
}

/** The input of the commands from the values of the form. */
export const saidIn = (values: FormValues, fields: readonly Name[]) => ({
  title: String(values["title"] ?? ""),
  authorId: values["author"]?.id ?? null,
  matterId: values["matter"]?.id ?? null,
  ...placeOf(values["item"]),
  confidential: values["confidential"] === true,
  limitSigns: values["limitSigns"] ?? null,
  limitMinutes: values["limitMinutes"] ?? null,
  dueOn: values["dueOn"] || null,
  fields: Object.fromEntries(fields.map((name) => [name, values[`form.${name}`] || null])),
})

export const itemRow = ({
  id,
  number,
  title,
  sitting_title,
  is_sitting,
}: {
  id: string
  number: string | null
  title: string
  sitting_title: string
  is_sitting: boolean
}) =>
  is_sitting
    ? { id, words: title, is_sitting }
    : { id, words: number ? `${number} · ${title}` : title, soft: sitting_title }

const placeOf = (picked?: { id: string; is_sitting?: boolean } | null) => ({
  sittingItemId: (!picked?.is_sitting && picked?.id) || null,
  sittingId: (picked?.is_sitting && picked.id) || null,
})
