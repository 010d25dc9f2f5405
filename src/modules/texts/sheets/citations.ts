import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { toPlain } from "../../../kernel/rich-text/plain.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { isSittingSeen } from "../../sittings/contract.ts"
import { openStates, type TextState } from "../flow.ts"
import { findSeenText } from "../seen.ts"
import { citeSheet, citeSheetForItem } from "./cite.ts"
import { isSheetSeen, lastValidated } from "./sheet.ts"

type Cited = {
  id: string
  sheet_id: string
  title: string
  reference: string | null
  state: TextState
  valid_until: Temporal.PlainDate | null
  cited_version: number
  cited_at: Temporal.Instant
  cited_by: string | null
  by_name: string | null
  doc: RichText | null
  cited_doc: RichText | null
}

/** The argument sheets a text leans on, with the words somebody answered for last, and whether these changed since. */
export const citationsOfText = read({
  name: "texts.citations",
  input: z.object({ textId: z.uuid() }),
  find: ({ textId }, given) => findSeenText(textId, given),
  allow: isSignedIn,
  async run({ input: { textId }, subject, ...given }) {
    return {
      rows: await found(sql`c.text_id = ${textId}`, given),
      may: await may(subject, [citeSheet], given),
    }
  },
})

/** The same for an item of a sitting. */
export const citationsOfItem = read({
  name: "texts.citationsOfItem",
  input: z.object({ sittingItemId: z.uuid() }),
  find: ({ sittingItemId }, given) => findItem(sittingItemId, given),
  allow: isSignedIn,
  async run({ input: { sittingItemId }, subject, ...given }) {
    return {
      rows: await found(sql`c.sitting_item_id = ${sittingItemId}`, given),
      may: await may(subject, [citeSheetForItem], given),
    }
  },
})

// Not locked: looking at an item must not make those wait who change it.
const findItem = async (itemId: string, { actor, db, now }: Circumstances) => {
  const { rows } = await sql<{ id: string; body_id: string }>`
    select i.id, s.body_id from sitting_items i join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
     where i.id = ${itemId} and i.removed_at is null and ${isSittingSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]
}

const found = async (where: ReturnType<typeof sql>, { actor, db, now }: Circumstances) => {
  const today = dayOf(now)
  const { rows } = await sql<Cited>`
    select c.id, c.sheet_id, w.title, w.reference, w.state, w.valid_until, c.sheet_version as cited_version, c.cited_at, c.cited_by,
           p.given_name || ' ' || p.family_name as by_name, n.doc, v.doc as cited_doc
      from text_citations c
      join texts w on (w.organisation_id, w.id) = (c.organisation_id, c.sheet_id)
      join text_versions v on (v.organisation_id, v.text_id, v.number) = (c.organisation_id, c.sheet_id, c.sheet_version)
      join lateral ${lastValidated} n on true
      left join people p on (p.organisation_id, p.id) = (c.organisation_id, c.cited_by)
     where ${where} and ${isSheetSeen(actor.personId!, today)} order by c.cited_at, c.id`.execute(db)
  return rows.map(({ cited_doc, cited_by, state, ...row }) => ({
    ...row,
    /** Whoever cited it may take it off. */
    own: cited_by === actor.personId,
    /** Somebody is writing it anew: these are the words of before. */
    revised: openStates.includes(state),
    dropped: state === "dropped",
    changed: words(cited_doc) !== words(row.doc),
    outdated: row.valid_until !== null && Temporal.PlainDate.compare(row.valid_until, today) < 0,
  }))
}

const words = (doc: RichText | null) => (doc ? toPlain(doc) : "")
