import { refuse } from "./refusal.ts"

/**
 * One thing that is missing before a step can be taken: a sentence (`key`, `facts`), who can supply it, and where.
 * What is missing is computed, never stored; it becomes the Today page of whoever can supply it.
 */
export type Missing = {
  key: string
  facts?: Record<string, string | number>
  /** The person who can supply it, when it is one person; absent: whoever may take the step. */
  personId?: string
  /** The page where it is supplied, within the product: "/reunions/…/preparer#point-3". */
  at?: string
  /** Whether the step can be taken all the same, with a warning. */
  only_warns?: boolean
}

export type Transition<State extends string, Subject> = {
  /** The command that takes it: `meetings.convene`. */
  by: string
  from: readonly State[]
  to: State
  /** What is missing for it now; empty: it can be taken. */
  needs?: (subject: Subject) => Missing[]
}

export type Workflow<State extends string, Subject> = {
  states: readonly State[]
  stateOf: (subject: Subject) => State
  transitions: readonly Transition<State, Subject>[]
}

export const workflow = <const State extends string, Subject>(definition: Workflow<State, Subject>) => definition

/** What is missing for the transitions that could be taken from where the subject stands, by command. */
export const missing = <State extends string, Subject>(
  { stateOf, transitions }: Workflow<State, Subject>,
  subject: Subject,
): Record<string, Missing[]> =>
  Object.fromEntries(
    transitions
      .filter(({ from }) => from.includes(stateOf(subject)))
      .map(({ by, needs }) => [by, needs?.(subject) ?? []]),
  )

/** The state a command leads to. Refuses `<by>.wrong_state` from elsewhere, and `something_missing` while anything is. */
export const taken = <State extends string, Subject>(
  { stateOf, transitions }: Workflow<State, Subject>,
  subject: Subject,
  by: string,
): State => {
  const state = stateOf(subject)
  const transition =
    transitions.find((one) => one.by === by && one.from.includes(state)) ?? refuse("wrong_state", { state })
  const lacking = (transition.needs?.(subject) ?? []).filter((one) => !one.only_warns)
  if (lacking.length) refuse("something_missing", { count: lacking.length, first: lacking[0]!.key })
  return transition.to
}
