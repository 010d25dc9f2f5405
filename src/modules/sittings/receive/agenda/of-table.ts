import { matchColumns } from "../../../../kernel/tables/likeness.ts"
import type { CsvTable } from "../../../../kernel/tables/read-csv.ts"
import { amountIn } from "../report-of.ts"
import { type AgendaEntry, fitting } from "./entry.ts"

type Kind = "number" | "title" | "rapporteur" | "commission" | "amount"

const headings: Record<Kind, readonly string[]> = {
  number: ["numero", "n", "no", "num", "point", "rapport", "numero de rapport", "numero du point", "number"],
  title: ["titre", "objet", "intitule", "libelle", "sujet", "title", "name", "designation"],
  rapporteur: ["rapporteur", "rapporteure", "rapporteur e", "presente par", "elu rapporteur"],
  commission: ["commission", "commission competente", "commission saisie"],
  amount: ["montant", "montant en euros", "credits", "euros", "amount"],
}

/** The items of an agenda kept as a table; undefined when no column holds what they are about. */
export const agendaOfTable = ({ heading, rows }: CsvTable): AgendaEntry[] | undefined => {
  const columns = heading
    ? matchColumns(headings, heading)
    : rows[0]!.cells.length === 1
      ? (["title"] as Kind[])
      : (["number", "title"] as Kind[])
  if (!columns.includes("title")) return undefined
  return rows.flatMap(({ cells }) => {
    const cell = (kind: Kind) => cells[columns.indexOf(kind)]?.trim() || null
    const title = cell("title")
    const amount = cell("amount")
    return title
      ? [
          fitting({
            number: cell("number"),
            title,
            rapporteur: cell("rapporteur"),
            commission: cell("commission"),
            amount_cents: amount ? (amountIn(/[€e]/i.test(amount) ? amount : `${amount} €`) ?? null) : null,
          }),
        ]
      : []
  })
}
