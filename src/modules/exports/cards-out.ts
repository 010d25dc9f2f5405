import { sql } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Card } from "../../kernel/tables/vcard.ts"
import { findPeople, peopleFilters, sightOf, wantedOf } from "../people/contract.ts"
import { MOST_ROWS } from "./most-rows.ts"

/** The people of a list as contact cards: those alone whose contact details the reader may see. */
export const cardsOut = async (asked: Record<string, unknown>, given: Circumstances): Promise<Card[]> => {
  const { db } = given
  const wanted = { ...(await wantedOf(peopleFilters.parse(asked), db)), limit: MOST_ROWS + 1 }
  const { rows } = await findPeople(wanted, await sightOf(given), db)
  const readable = rows.filter(({ reads }) => reads)
  const { rows: cards } = await sql<Omit<Card, "title"> & { id: string }>`
    select id, given_name, family_name, email, phone, street, postcode, town, country
      from people where id = any(${readable.map(({ id }) => id)}::uuid[])`.execute(db)
  const byId = new Map(cards.map((card) => [card.id, card]))
  return readable.flatMap(({ id, functions }) => {
    const card = byId.get(id)
    return card ? [{ ...card, title: functions.join(", ") || null }] : []
  })
}
