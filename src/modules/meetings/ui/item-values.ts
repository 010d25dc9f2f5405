import type { InputOf } from "../../../shell/api.ts"
import type { FormValues } from "../../../shell/form.tsx"
import type { Pick } from "../../../shell/pick-field.tsx"
import type { KeptFile } from "../../../shell/send-file.ts"
import type { ItemLine, Proposal } from "./agenda-list.tsx"

/** An item as the form holds it. */
export const valuesOf = (item: ItemLine | Proposal): FormValues => ({
  title: item.title,
  purpose: item.purpose,
  presenter: pick(item.presenter_id, item.presenter_name),
  minutes: item.minutes,
  description: item.description,
  proposedDecision: item.proposed_decision ?? "",
  papers: item.papers.map(({ file_id, ...file }): KeptFile => ({ fileId: file_id, ...file })),
  matter: pick(item.matter_id, item.matter_title),
  confidential: item.confidential,
})

/** What a new item begins with. */
export const blankItem: FormValues = { purpose: "discuss", minutes: 10, confidential: false, papers: [] }

type Fields = Omit<InputOf<"agenda.change">, "itemId" | "base">

/** The fields of the command, from the values of the form. */
export const fieldsOf = (values: FormValues): Fields & { title: string } => ({
  title: values["title"],
  purpose: values["purpose"],
  presenterId: values["presenter"]?.id ?? null,
  minutes: values["minutes"],
  description: values["description"] ?? null,
  proposedDecision: values["proposedDecision"] || null,
  paperIds: (values["papers"] as KeptFile[]).map(({ fileId }) => fileId),
  matterId: values["matter"]?.id ?? null,
  confidential: values["confidential"],
})

/** What a presenter may change. */
export const textsOf = (values: FormValues): Fields => {
  const { description, proposedDecision, paperIds } = fieldsOf(values)
  return { description, proposedDecision, ...(paperIds ? { paperIds } : {}) }
}

const pick = (id: string | null, words: string | null): Pick | null =>
  id ? { picked: true, id, words: words ?? "" } : null
