import {
  type FormEvent,
  type ReactNode,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react"
import { type AnswerOf, type CommandName, type InputOf, useCommand } from "./api.ts"
import { type Draft, keepDraft, keptDraft } from "./drafts.ts"
import { refusalWords } from "./fault.tsx"
import { useAddress } from "./go.tsx"
import { inputOf } from "./form-input.ts"
import { Refusal as Declined } from "../kernel/refusal.ts"
import type { Issue, Refusal } from "./request.ts"
import { useSession } from "./session.tsx"
import { useWords } from "./use-words.ts"

export type FormValues = Record<string, any>

/** What a field knows of itself; made by `useField`. */
export type FieldState = {
  id: string
  value: any
  set: (value: unknown) => void
  /** What stands there until somebody says otherwise; it is no change, and no draft is kept of it. */
  propose: (value: unknown) => void
  error: string | undefined
}

type Looks = {
  send: ReactNode
  kind?: "main" | "plain"
  /** It is the main act of the page: on a phone its button stays above the tabs. */
  sticks?: boolean
  /** Other acts, beside the button that sends. */
  beside?: ReactNode
  children: ReactNode
}

/**
 * A form that sends one command. Fields name themselves; `initial` may change under it (what was not touched follows).
 * Changes are kept on this device until sent. Refusals of the schema go under their field and in a linked summary.
 */
export const Form = <Name extends CommandName>({
  command,
  initial = empty,
  draft,
  input,
  onDone,
  ...looks
}: Looks & {
  command: Name
  initial?: FormValues
  /** Under what name the draft is kept: by default the command and the page, so that two meetings never share one; `false` for codes and secrets. */
  draft?: string | false
  /** The command's input from the values; by default the values, with picks as ids and emptied texts as null. */
  input?: (values: FormValues) => InputOf<Name> | Promise<InputOf<Name>>
  onDone?: (answer: AnswerOf<Name>, values: FormValues) => void
}) => {
  const { path } = useAddress()
  const { send, ...command_ } = useCommand(command)
  return (
    <FormOf
      {...looks}
      initial={initial}
      draft={draft === false ? undefined : (draft ?? `${command} ${path}`)}
      act={{
        ...command_,
        run: async (values) => {
          const answer = await send(input ? await input(values) : (inputOf(values, initial) as InputOf<Name>))
          return () => onDone?.(answer, values)
        },
      }}
    />
  )
}

/** A form whose act happens on this device: nothing is sent, and what was typed is not kept. */
export const LocalForm = ({
  initial = empty,
  act,
  ...looks
}: Looks & { initial?: FormValues; act: (values: FormValues) => Promise<void> | void }) => (
  <FormOf {...looks} initial={initial} draft={undefined} act={{ ...settled, run: async (values) => act(values) }} />
)

type Act = {
  /** What is left to do once the draft is forgotten. */
  run: (values: FormValues) => Promise<(() => void) | void>
  pending: boolean
  error: Refusal | null
  reset: () => void
}

const FormOf = ({
  initial,
  draft,
  act,
  send,
  kind = "main",
  sticks = false,
  beside,
  children,
}: Looks & { initial: FormValues; draft: string | undefined; act: Act }) => {
  const t = useWords()
  const formId = useId()
  const summary = useRef<HTMLDivElement>(null)
  const { changes, set, forget, restored } = useDraft(draft)
  const [ownIssues, setOwnIssues] = useState<readonly Issue[]>([])
  const [checks] = useState(() => new Map<string, Check>())
  const [proposed, setProposed] = useState<FormValues>(empty)
  const values = useMemo(() => ({ ...initial, ...proposed, ...changes }), [initial, proposed, changes])
  const issues = ownIssues.length > 0 ? ownIssues : (act.error?.issues ?? none)
  // What was made of the values on this device may be refused before anything is sent.
  const [declined, setDeclined] = useState<Declined>()
  const refused = ownIssues.length > 0 ? undefined : (declined ?? act.error)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (act.pending) return
    const found = [...checks].flatMap(([name, check]) => {
      const message = check.of(values[name])
      return message ? [{ path: [name], message }] : []
    })
    setOwnIssues(found)
    setDeclined(undefined)
    act.reset()
    if (found.length > 0) return showSummary()
    try {
      const then = await act.run(values)
      // What was counted on this device stays in the fields, to be changed and counted again.
      if (!then) return
      forget()
      then()
    } catch (error) {
      // What the server refuses is drawn by the summary from the command's own error.
      if (error instanceof Declined) setDeclined(error)
      showSummary()
    }
  }
  // The summary is drawn by the state just set; it takes the focus once it is there.
  const showSummary = () => setTimeout(() => summary.current?.focus(), 30)
  // What was empty and no longer is needs no reproach any more; what the server refused stays until it is asked again.
  const change = useCallback(
    (name: string, value: unknown) => {
      setOwnIssues((found) => found.filter(({ path }) => path[0] !== name))
      set(name, value)
    },
    [set],
  )
  const context = useMemo(
    () => ({
      values,
      set: change,
      propose: (name: string, value: unknown) => setProposed((before) => ({ ...before, [name]: value })),
      issues,
      idOf: (name: string) => `${formId}-${name}`,
      register: (name: string, check: Check) => {
        checks.set(name, check)
        return () => void checks.delete(name)
      },
    }),
    [values, change, issues, formId, checks],
  )
  const button = (
    <button type="submit" className={kind === "main" ? "button main" : "button"} aria-busy={act.pending || undefined}>
      {send}
    </button>
  )
  return (
    <FormContext value={context}>
      <form className="form" onSubmit={submit} noValidate>
        {restored && (
          <p className="restored">
            {t("shell.form.restored")}{" "}
            <button type="button" className="linklike" onClick={forget}>
              {t("shell.form.forget")}
            </button>
          </p>
        )}
        <div ref={summary} tabIndex={-1} className="summary-place">
          {(issues.length > 0 || refused) && (
            <Summary issues={issues} refused={refused ?? undefined} idOf={context.idOf} labels={checks} />
          )}
        </div>
        {children}
        <div className="bar">
          {sticks ? <div className="main-act">{button}</div> : button}
          {beside}
        </div>
      </form>
    </FormContext>
  )
}

/** The value of a field by its name, its error, and a way to change it. */
export const useField = (name: string, check?: Check): FieldState => {
  const form = useContext(FormContext)
  useEffect(() => (check ? form.register(name, check) : undefined), [form, name, check])
  const error = form.issues.find(({ path }) => path.join(".") === name || path[0] === name)?.message
  const set = useCallback((value: unknown) => form.set(name, value), [form, name])
  const { propose: proposes } = form
  const propose = useCallback((value: unknown) => proposes(name, value), [proposes, name])
  return { id: form.idOf(name), value: form.values[name], set, propose, error }
}

/** All values as they stand, for what depends on other fields. */
export const useFormValues = (): FormValues => useContext(FormContext).values

/** Whether one of these fields was refused. */
export const useRefused = (names: readonly string[]): boolean =>
  useContext(FormContext).issues.some(({ path }) => names.includes(String(path[0])))

/** What a field refuses before anything is sent, in words, and its label for the summary. */
export type Check = { label: string; of: (value: unknown) => string | undefined }

const Summary = ({
  issues,
  refused,
  idOf,
  labels,
}: {
  issues: readonly Issue[]
  refused: Refusal | Declined | undefined
  idOf: (name: string) => string
  labels: ReadonlyMap<string, Check>
}) => {
  const t = useWords()
  if (issues.length === 0) return <p className="summary">{refusalWords(refused, t)}</p>
  return (
    <div className="summary" role="alert">
      <p>{t("shell.form.issues", { count: issues.length })}</p>
      <ul>
        {issues.map(({ path, message }, index) => {
          const name = labels.has(path.join(".")) ? path.join(".") : String(path[0] ?? "")
          const label = labels.get(name)?.label
          return (
            <li key={index}>
              {label ? (
                <a
                  href={`#${idOf(name)}`}
                  onClick={(event) => {
                    event.preventDefault()
                    document.getElementById(idOf(name))?.focus()
                  }}
                >
                  {label}
                  {t("shell.form.colon")}
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const none: readonly Issue[] = []
const empty: FormValues = {}
const settled = { pending: false, error: null, reset: () => undefined }

// Only what was changed is kept, so that the rest follows the server.
const useDraft = (key: string | undefined) => {
  const person = useSession().person?.id ?? "-"
  const [changes, setChanges] = useState<Draft>(() => (key ? keptDraft(person, key) : {}))
  const [restored, setRestored] = useState(Object.keys(changes).length > 0)
  const latest = useRef(changes)
  const set = useCallback(
    (name: string, value: unknown) => {
      latest.current = { ...latest.current, [name]: value }
      setChanges(latest.current)
      if (key) keepDraft(person, key, latest.current)
    },
    [key, person],
  )
  const forget = useCallback(() => {
    latest.current = {}
    setChanges({})
    setRestored(false)
    if (key) keepDraft(person, key, {})
  }, [key, person])
  return { changes, set, forget, restored }
}

const FormContext = createContext<{
  values: FormValues
  set: (name: string, value: unknown) => void
  propose: (name: string, value: unknown) => void
  issues: readonly Issue[]
  idOf: (name: string) => string
  register: (name: string, check: Check) => () => void
}>({
  values: {},
  set: () => undefined,
  propose: () => undefined,
  issues: [],
  idOf: (name) => name,
  register: () => () => undefined,
})
