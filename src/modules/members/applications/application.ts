import type { Selectable } from "kysely"
import { refuse } from "../../../kernel/refusal.ts"
import type { Missing } from "../../../kernel/workflow.ts"
import type { Admission, ApplicationRow } from "../tables.ts"

export type Application = Selectable<ApplicationRow>

/** Where the rulebook asks for a decision, the one who accepts says which. */
export const isDecided = (admission: Admission): boolean => admission !== "secretariat" && admission !== "automatic"

/** Answers only what waits for an answer. */
export const stillAsked = <A extends Pick<Application, "state">>(application: A): A => {
  if (application.state !== "asked") refuse("applications.already_answered")
  return application
}

type Known = { id: string; name: string }

/** What is missing before an application can be accepted: a consent kept as proof, a way to answer, who it may already be. */
export const missingToAccept = (
  it: Pick<Application, "id" | "consent_text" | "consent_at" | "email" | "town" | "phone">,
  known: readonly Known[],
): Missing[] => {
  const at = `/membres/demandes/${it.id}`
  return [
    ...(it.consent_text && it.consent_at ? [] : [{ key: "members.missing.consent", at: `${at}/completer` }]),
    ...(it.email || it.town || it.phone ? [] : [{ key: "members.missing.contact", at: `${at}/completer` }]),
    ...(known.length ? [{ key: "members.missing.known", facts: { name: known[0]!.name }, at, only_warns: true }] : []),
  ]
}

/** Without anybody's act: the rule says so, the days are over, nobody objected, and nothing is missing. */
export const acceptsByItself = (
  it: Pick<Application, "state" | "admission" | "answer_by" | "objected_at"> & Parameters<typeof missingToAccept>[0],
  known: readonly Known[],
  today: Temporal.PlainDate,
): boolean =>
  it.state === "asked" &&
  it.admission === "automatic" &&
  it.objected_at === null &&
  Temporal.PlainDate.compare(today, it.answer_by) > 0 &&
  missingToAccept(it, known).length === 0
