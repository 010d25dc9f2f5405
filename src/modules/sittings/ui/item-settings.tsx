import { type ReactNode, useMemo } from "react"
import type { ReadOf } from "../../../shell/api.ts"
import { ChoiceField, NumberField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { MatterField } from "../../matters/ui/contract.tsx"

type Data = ReadOf<"sittings.readItem">

/** Who reads the item: asked while nobody does, folded once somebody has it. */
export const Reader = ({ of: { item, may } }: { of: Data }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId: item.body_id }), [item.body_id])
  if (!may["sittings.assign"]) return null
  return (
    <Asked
      title={t("sittings.reader.title")}
      folded={item.reader_id !== null}
      is={item.reader_name}
      change={t("sittings.reader.other")}
    >
      <Form
        command="sittings.assign"
        initial={{
          reader: item.reader_id ? { picked: true, id: item.reader_id, words: item.reader_name } : null,
        }}
        input={(values) => ({ itemId: item.id, readerId: values["reader"]?.id ?? null })}
        send={t("sittings.reader.assign")}
        onDone={() => tell({ words: t("sittings.reader.assigned") })}
      >
        <PickField name="reader" label={t("sittings.field.reader")} more={more} />
      </Form>
    </Asked>
  )
}

/** The matter that the item belongs to. */
export const Matter = ({ of: { item, may } }: { of: Data }) => {
  const t = useWords()
  if (!may["sittings.attach"]) return null
  return (
    <Asked
      title={t("sittings.matter")}
      folded={item.matter_id !== null}
      is={item.matter_title}
      change={t("sittings.matter.other")}
    >
      <Form
        command="sittings.attach"
        initial={{
          matter:
            item.matter_id && item.matter_title ? { picked: true, id: item.matter_id, words: item.matter_title } : null,
        }}
        input={(values) => ({ itemId: item.id, matterId: values["matter"]?.id ?? null })}
        send={t("sittings.matter.attach")}
        onDone={() => tell({ words: t("sittings.matter.attached") })}
      >
        <MatterField name="matter" label={t("sittings.matter")} bodyId={item.body_id} about={item.title} />
      </Form>
    </Asked>
  )
}

const outcomes = ["adopted", "amended", "rejected", "withdrawn", "postponed", "noted"] as const

/** What the assembly made of it, from its day on. */
export const Outcome = ({ of: { item, may } }: { of: Data }) => {
  const t = useWords()
  if (!may["sittings.noteOutcome"]) return null
  return (
    <Asked
      title={t("sittings.outcome.title")}
      folded={item.outcome !== null || item.starts.slice(0, 10) > today()}
      is={item.outcome && t(`sittings.outcome.${item.outcome}`)}
      change={t("sittings.outcome.say")}
    >
      <Form
        command="sittings.noteOutcome"
        initial={{
          outcome: item.outcome ?? "",
          for: item.votes_for,
          against: item.votes_against,
          abstentions: item.abstentions,
        }}
        input={(values) => ({
          itemId: item.id,
          outcome: values["outcome"] || null,
          votesFor: values["for"] ?? null,
          votesAgainst: values["against"] ?? null,
          abstentions: values["abstentions"] ?? null,
        })}
        send={t("sittings.outcome.note")}
        onDone={() => tell({ words: t("sittings.outcome.noted_done") })}
      >
        <ChoiceField
          name="outcome"
          label={t("sittings.outcome.what")}
          options={[
            { value: "", words: t("sittings.outcome.none") },
            ...outcomes.map((value) => ({ value, words: t(`sittings.outcome.${value}`) })),
          ]}
        />
        <NumberField name="for" label={t("sittings.votes.for")} />
        <NumberField name="against" label={t("sittings.votes.against")} />
        <NumberField name="abstentions" label={t("sittings.votes.abstentions")} />
      </Form>
    </Asked>
  )
}

/** A question of the office: open while it waits for its answer, and its answer with a fold to change it from then on. */
const Asked = ({
  title,
  folded,
  is,
  change,
  children,
}: {
  title: string
  folded: boolean
  is: string | null
  change: string
  children: ReactNode
}) => (
  <Sheet title={title} padded>
    {folded ? (
      <>
        {is && <p>{is}</p>}
        <details>
          <summary>{change}</summary>
          {children}
        </details>
      </>
    ) : (
      children
    )}
  </Sheet>
)
