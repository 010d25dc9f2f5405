import type { Selectable } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { holds, mustSee } from "../mandates/contract.ts"
import { placeInstitution } from "./add-institution.ts"
import { institutionAdded, officeRecorded } from "./events.ts"
import { heldBy, rulesFor } from "./held-by.ts"
import { incompatibilitiesBroughtBy } from "./incompatibilities.ts"
import { institutionSaid } from "./institution-input.ts"
import { columnsOf, inOrder, officeSaid } from "./office-input.ts"
import { institutionOf } from "./store.ts"
import type { InstitutionRow } from "./tables.ts"

/**
 * Somebody sits somewhere outside, from a day to a day. The institution is one of the register, or is named here for the first
 * time. What the rules have against it is told, and it is recorded all the same.
 */
export const recordOffice = command({
  name: "offices.record",
  input: officeSaid.extend({
    bodyId: z.uuid(),
    personId: z.uuid(),
    institutionId: z.uuid().nullish(),
    institution: institutionSaid.nullish(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("offices.manage"),
  async run({ input, subject: body, ...given }) {
    await mustSee([input.personId], given)
    const { institution, added } = await theInstitution(input, body, given)
    const recorded = await writeOffice({ ...input, institution }, body, given)
    return [recorded, ...added]
  },
})

/** Writes that somebody sits there, for a command that has asked who may, and who is seen. Refuses who sits there as such already. */
export const writeOffice = async (
  input: z.output<typeof officeSaid> & { personId: string; institution: Selectable<InstitutionRow> },
  body: { id: string },
  given: Circumstances,
) => {
  const said = inOrder(input)
  const { institution } = said
  const { actor, db, now } = given
  if (said.sentBy) await institutionOf(said.sentBy, body.id, db)
  const before = await heldBy([said.personId], db)
  const twice = before.some(
    (one) => one.institution_id === institution.id && one.role === said.role && shareADay(one, said),
  )
  if (twice) refuse("offices.already")
  const officeId = newId()
  await db
    .insertInto("offices")
    .values({
      organisation_id: actor.organisation,
      id: officeId,
      body_id: body.id,
      institution_id: institution.id,
      person_id: said.personId,
      ...columnsOf(said),
    })
    .execute()
  const office = {
    id: officeId,
    person_id: said.personId,
    kind: institution.kind,
    country: institution.country,
    role: said.role,
    origin: said.origin,
    since: said.since,
    until: said.until ?? null,
  }
  const today = dayOf(now)
  const warnings = incompatibilitiesBroughtBy(office, before, await rulesFor(body.id, today, db), today)
  return officeRecorded({
    officeId,
    personId: said.personId,
    institutionId: institution.id,
    bodyId: body.id,
    warnings: [...new Set(warnings.map(({ rule }) => rule))],
    decisionId: columnsOf(said).decision_id,
  })
}

/** The institution of the register that was picked, or that is named here for the first time. */
export const theInstitution = async (
  {
    institutionId,
    institution,
  }: { institutionId?: string | null | undefined; institution?: z.output<typeof institutionSaid> | null | undefined },
  body: { id: string; country: string },
  given: Circumstances,
) => {
  if (!institutionId && !institution) return invalid(["institutionId"], "required")
  const placed =
    institution && !institutionId
      ? await placeInstitution({ ...institution, bodyId: body.id, country: body.country }, given)
      : { id: institutionId!, isNew: false, events: [] }
  const found = await institutionOf(placed.id, body.id, given.db)
  if (found.closed_on) refuse("institutions.closed")
  const isAdded = placed.isNew ? [institutionAdded({ institutionId: found.id, bodyId: body.id })] : []
  return { institution: found, added: [...isAdded, ...placed.events] }
}

type Days = { since: Temporal.PlainDate; until?: Temporal.PlainDate | null | undefined }

const shareADay = (one: Days, other: Days) =>
  (!one.until || Temporal.PlainDate.compare(other.since, one.until) <= 0) &&
  (!other.until || Temporal.PlainDate.compare(one.since, other.until) <= 0)
