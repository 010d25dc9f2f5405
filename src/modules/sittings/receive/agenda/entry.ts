/** One item as an agenda says it; null is what it does not say. */
export type AgendaEntry = {
  number: string | null
  title: string
  rapporteur: string | null
  commission: string | null
  amount_cents: bigint | null
}

export const bare = { number: null, rapporteur: null, commission: null, amount_cents: null }

const LONGEST = { number: 30, title: 500, name: 200 }

/** As it fits its item: an institution's heading of ten lines is cut, never refused. */
export const fitting = (entry: AgendaEntry): AgendaEntry => ({
  ...entry,
  number: entry.number?.slice(0, LONGEST.number) ?? null,
  title: entry.title.replaceAll(/\s+/g, " ").trim().slice(0, LONGEST.title),
  rapporteur: entry.rapporteur?.slice(0, LONGEST.name) ?? null,
  commission: entry.commission?.slice(0, LONGEST.name) ?? null,
})
