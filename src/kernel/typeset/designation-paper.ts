import { headData, type PaperFact, type PaperHead, type Signature } from "./paper-head.ts"
import { typeset } from "./typeset.ts"

type Columns = { title: string; width?: number | null; align?: "left" | "right" }[]

export type DesignationPaper = PaperHead & {
  /** The small word over the title. */
  kind: string
  /** Under the title: as what, from which day to which. */
  when: string
  stamp?: string
  facts: PaperFact[]
  people: { title: string; columns: Columns; rows: string[][]; none: string }
  /** How the seats were shared: every division, to be done again by hand. */
  groups: {
    heading: string
    intro?: string
    tables: { title?: string; columns: Columns; rows: string[][]; notes: string[] }[]
    notes: string[]
  }[]
  place_and_date: string
  signatures: Signature[]
}

/** Who is to sit in an institution, by which key, to be carried there or sent. */
export const designationPdf = ({
  kind,
  when,
  stamp,
  facts,
  people,
  groups,
  place_and_date,
  signatures,
  ...head
}: DesignationPaper) =>
  typeset({
    template: "designation",
    data: {
      ...headData(head),
      kind,
      when,
      stamp,
      facts,
      people_title: people.title,
      people_columns: people.columns,
      people: people.rows,
      people_none: people.none,
      groups,
      place_and_date,
      signatures: signatures.map(({ role, name }) => [role, name]),
    },
    standard: "a-2a",
  })
