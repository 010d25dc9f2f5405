import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import type { Event } from "../../../kernel/event.ts"
import { day, line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { decisionNamed } from "../../decisions/contract.ts"
import { enterRing, holds, mustSee } from "../../mandates/contract.ts"
import { insertPerson, knownAs, personAdded } from "../../people/contract.ts"
import { applicationAccepted } from "../events.ts"
import { writeToApplicant } from "../letters/application-letter.ts"
import { type Application, isDecided, missingToAccept, stillAsked } from "./application.ts"
import { findApplicationToChange } from "./store.ts"

/**
 * Makes the membership; and the person, when nobody in the file is this one. Whoever has the same name or address is proposed, and
 * `sure` says that it is another: never a second person silently.
 */
export const acceptApplication = command({
  name: "applications.accept",
  input: z.object({
    applicationId: z.uuid(),
    /** Somebody of the file who is this person; left out: somebody new. */
    personId: z.uuid().nullish(),
    sure: z.boolean().default(false),
    since: day().nullish(),
    /** Where the rulebook asks for a decision: its day and where it stands. */
    decidedOn: day().nullish(),
    decidedIn: line(200).nullish(),
    /** The decision itself, when it was taken here: it says its day. */
    decisionId: z.uuid().nullish(),
  }),
  find: ({ applicationId }, { db }) => findApplicationToChange(applicationId, db),
  allow: holds("people.manage"),
  async run({ input, subject: application, ...given }) {
    stillAsked(application)
    const { admission } = application
    const decision = input.decisionId ? await decisionNamed(input.decisionId, given) : undefined
    if (isDecided(admission) && !decision) {
      if (!input.decidedOn) invalid(["decidedOn"], "required")
      if (!input.decidedIn) invalid(["decidedIn"], "required")
    }
    const known = await knownAs(application, given)
    const lacks = missingToAccept(application, known).filter(({ only_warns }) => !only_warns)
    if (lacks.length) refuse("applications.something_missing")
    if (!input.personId && known.length && !input.sure) refuse("applications.known", { name: known[0]!.name })
    if (input.personId) await mustSee([input.personId], given, { enters: true })
    return accept(application, { ...input, decidedOn: decision?.taken_on ?? input.decidedOn }, given)
  },
})

type How = {
  personId?: string | null | undefined
  since?: Temporal.PlainDate | null | undefined
  decidedOn?: Temporal.PlainDate | null | undefined
  decidedIn?: string | null | undefined
  decisionId?: string | null | undefined
}

export const accept = async (application: Application, how: How, given: Circumstances) => {
  const { actor, db, now } = given
  const { id: applicationId, body_id: bodyId, ring } = application
  const body = (await findBody(bodyId, db)) ?? refuse("not_found", {}, 404)
  const since = how.since ?? how.decidedOn ?? dayOf(now, body.zone)
  const isNew = !how.personId
  const personId = how.personId ?? (await insertPerson({ ...application, post_only: false, note: null }, given))
  const events: Event[] = [
    ...(isNew ? [personAdded({ personId, bodyId })] : []),
    ...(await enterRing({ personId, bodyId, ring, since }, given)),
  ]
  await db
    .updateTable("applications")
    .set({
      state: "accepted",
      answered_at: now,
      answered_by: actor.personId,
      decided_on: how.decidedOn ?? null,
      decided_in: how.decidedIn ?? null,
      decision_id: how.decisionId ?? null,
      person_id: personId,
    })
    .where("id", "=", applicationId)
    .execute()
  await writeToApplicant({ ...application, person_id: personId }, "application-accepted", given)
  return [applicationAccepted({ applicationId, bodyId, personId, isNew }), ...events] as [
    ReturnType<typeof applicationAccepted>,
    ...Event[],
  ]
}
