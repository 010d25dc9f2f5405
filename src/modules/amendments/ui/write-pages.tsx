import { type ReactNode, useMemo, useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, LongTextField, NumberField, TextField } from "../../../shell/fields.tsx"
import { Form, type FormValues, useField, useFormValues } from "../../../shell/form.tsx"
import { useAddress, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { BaseRead } from "./base-page.tsx"
import type { Paragraph } from "./mend-list.tsx"
import { nameOf } from "./names.tsx"
import { type Deeds, OperationsField, operationsOf } from "./operations-field.tsx"
import { takenUp, typedOver } from "./take-up.ts"

/** An amendment of ours is begun: on the paragraph of ?alinea=, if one was tapped. */
export const BeginPage = () => {
  const t = useWords()
  const go = useGo()
  const { person } = useSession()
  return (
    <OnBase may="amendments.begin" title={t("amendments.begin")}>
      {(of) => (
        <Form
          command="amendments.begin"
          draft={`amendments.begin.${of.base.id}`}
          initial={{
            deeds: nothing(of),
            effect: "none",
            author: person && { picked: true, id: person.id, words: person.name },
          }}
          input={(values) => ({
            baseId: of.base.id,
            title: values["title"] || null,
            authorId: values["author"]?.id ?? null,
            confidential: values["confidential"] === true,
            ...saidIn(values),
          })}
          send={t("amendments.begin.send")}
          onDone={({ amendmentId, baseId }) => go(`/amendements/${baseId}/lire/${amendmentId}`)}
          sticks
        >
          <Deed of={of} />
          <Reasons />
          <Author bodyId={of.base.body_id} />
        </Form>
      )}
    </OnBase>
  )
}

/** What another group asks for, taken down from its sheet. */
export const OtherPage = () => {
  const t = useWords()
  return (
    <OnBase may="amendments.noteOther" title={t("amendments.other")}>
      {(of) => (
        <Form
          command="amendments.noteOther"
          draft={`amendments.noteOther.${of.base.id}`}
          initial={{ deeds: nothing(of), effect: "none" }}
          input={(values) => ({
            baseId: of.base.id,
            group: String(values["group"] ?? ""),
            number: values["number"] || null,
            ...effectIn(values),
          })}
          send={t("amendments.other.send")}
          onDone={() => tell({ words: t("amendments.other.done") })}
          sticks
        >
          <TextField name="group" label={t("amendments.field.group")} required />
          <TextField name="number" label={t("amendments.field.number")} />
          <Deed of={of} />
          <Cost />
        </Form>
      )}
    </OnBase>
  )
}

/** An amendment is changed, or taken up on the version of today: what it asked for is put where it belongs now. */
export const WritePage = () => {
  const t = useWords()
  const go = useGo()
  const amendmentId = useParam("amendmentId")
  return (
    <Reading of={useRead("amendments.read", { amendmentId })}>
      {(of) => {
        const { amendment, base, may } = of
        if (!may["amendments.write"]) return <NotFound />
        const back = `/amendements/${base.id}/lire/${amendment.id}`
        return (
          <Page
            title={t("amendments.change", { name: nameOf(amendment, t) })}
            lead={base.title}
            crumbs={[
              { words: t("amendments.place"), to: "/amendements" },
              { words: base.title, to: `/amendements/${base.id}` },
              { words: nameOf(amendment, t), to: back },
              { words: t("amendments.change.short") },
            ]}
          >
            <Sheet padded>
              <Form
                command="amendments.write"
                draft={`amendments.write.${amendment.id}.${base.version}`}
                initial={{
                  deeds: takenUp(of),
                  effect: amendment.effect,
                  amount: amendment.amount_cents === null ? null : Number(amendment.amount_cents) / 100,
                  grounds: of.grounds ?? "",
                  balance: of.balance ?? "",
                }}
                input={(values) => ({
                  amendmentId: amendment.id,
                  ...(amendment.text_id ? saidIn(values) : effectIn(values)),
                })}
                send={t("amendments.change.send")}
                onDone={() => go(back)}
                sticks
              >
                <Deed of={{ paragraphs: of.current, base }} at={takenUp(of).list[0]?.from} />
                {amendment.text_id ? <Reasons /> : <Cost />}
              </Form>
            </Sheet>
          </Page>
        )
      }}
    </Reading>
  )
}

type OfBase = { base: { id: string; version: number }; paragraphs: readonly Paragraph[] }

const nothing = ({ base }: OfBase): Deeds => ({ version: base.version, list: [] })

const OnBase = ({
  may,
  title,
  children,
}: {
  may: "amendments.begin" | "amendments.noteOther"
  title: string
  children: (of: ReadOf<"bases.read">) => ReactNode
}) => {
  const t = useWords()
  return (
    <Reading of={useRead("bases.read", { baseId: useParam("baseId") })}>
      {(of: BaseRead) =>
        of.may[may] && of.base.version > 0 ? (
          <Page
            title={title}
            lead={of.base.title}
            crumbs={[
              { words: t("amendments.place"), to: "/amendements" },
              { words: of.base.title, to: `/amendements/${of.base.id}` },
              { words: title },
            ]}
          >
            <Sheet padded>{children(of)}</Sheet>
          </Page>
        ) : (
          <NotFound />
        )
      }
    </Reading>
  )
}

// What was typed on an earlier version stays, and says so: the paragraphs under it are others now.
const Deed = ({ of, at }: { of: OfBase; at?: number | undefined }) => {
  const t = useWords()
  const { values } = useAddress()
  const { value, set } = useField("deeds")
  const deeds = value as Deeds
  const asked = values["alinea"] === undefined ? at : Number(values["alinea"])
  const [was, setWas] = useState(of)
  if (deeds.version === of.base.version && was !== of) setWas(of)
  if (deeds.version !== of.base.version)
    return (
      <div className="summary" role="alert">
        <p>{t("amendments.write.replaced", { version: of.base.version })}</p>
        {operationsOf(deeds).map(({ put }, index) => (
          <blockquote key={index}>{put.join(" ")}</blockquote>
        ))}
        <div className="bar">
          {was.base.version === deeds.version && (
            <button type="button" className="button" onClick={() => set(typedOver(deeds, was.paragraphs, of))}>
              {t("amendments.write.carry", { version: of.base.version })}
            </button>
          )}
          <button type="button" className="button quiet" onClick={() => set(nothing(of))}>
            {t("amendments.write.again")}
          </button>
        </div>
      </div>
    )
  return (
    <OperationsField
      name="deeds"
      label={t("amendments.write.field")}
      paragraphs={of.paragraphs}
      at={asked !== undefined && asked < of.paragraphs.length ? asked : undefined}
    />
  )
}

const Reasons = () => {
  const t = useWords()
  return (
    <>
      <LongTextField name="grounds" label={t("amendments.field.grounds")} hint={t("amendments.field.grounds.hint")} />
      <Cost isOurs />
    </>
  )
}

const effects = ["none", "spending", "income"] as const

const Cost = ({ isOurs = false }: { isOurs?: boolean }) => {
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

const Author = ({ bodyId }: { bodyId: string }) => {
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

const effectIn = (values: FormValues) => {
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

const saidIn = (values: FormValues) => ({
  ...effectIn(values),
  grounds: String(values["grounds"] ?? "") || null,
  balance: values["effect"] === "none" ? null : String(values["balance"] ?? "") || null,
})
