import { type ReactNode, useId, useRef } from "react"
import { type AnswerOf, type CommandName, type InputOf, type May, useCommand } from "./api.ts"
import { refusalWords } from "./fault.tsx"
import { newId, sendCommand } from "./request.ts"
import { tell } from "./toast.tsx"
import { useWords } from "./use-words.ts"

/**
 * The one way to act. Drawn when `may` says so, with its reason when it says why not, not at all when it says no;
 * without `may` the page has decided. `confirm` names what will happen and to how many people, for what cannot be undone;
 * for the rest, `done` says it happened and `undo` gives the command that takes it back.
 */
export const Act = <Name extends CommandName>({
  command,
  input,
  may,
  kind = "quiet",
  confirm,
  done,
  undo,
  onDone,
  children,
}: {
  command: Name
  input: InputOf<Name>
  may?: May | undefined
  kind?: "main" | "plain" | "quiet" | "danger"
  confirm?: { title: string; words: ReactNode; act?: string } | undefined
  done?: string
  undo?: (answer: AnswerOf<Name>) => { command: CommandName; input: unknown } | undefined
  onDone?: (answer: AnswerOf<Name>) => void
  children: ReactNode
}) => {
  const t = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const reason = useId()
  const { send, pending, error, reset } = useCommand(command)
  const verdict = may ? (may[command] ?? false) : true
  if (verdict === false) return null
  const why = verdict === true ? undefined : verdict.why

  const act = async () => {
    if (pending || why) return
    try {
      const answer = await send(input)
      dialog.current?.close()
      if (done) tell({ words: done, ...takingBack(undo?.(answer)) })
      onDone?.(answer)
    } catch {
      // The refusal stays in `error` and is drawn beside the button.
    }
  }
  const fault = error && (
    <span className="act-error" role="alert">
      {refusalWords(error, t)}
    </span>
  )
  const start = () => {
    if (why || !confirm) return act()
    reset()
    dialog.current?.showModal()
  }
  return (
    <div className="act">
      <button
        type="button"
        className={`button ${kind === "plain" ? "" : kind}`}
        aria-disabled={why ? true : undefined}
        aria-describedby={why ? reason : undefined}
        aria-busy={pending || undefined}
        onClick={start}
      >
        {children}
      </button>
      {why && (
        <span id={reason} className="why">
          {why}
        </span>
      )}
      {!confirm && fault}
      {confirm && (
        <dialog ref={dialog} className="dialog" aria-labelledby={`${reason}-title`}>
          <h2 id={`${reason}-title`}>{confirm.title}</h2>
          <div>{confirm.words}</div>
          {fault}
          <form method="dialog" className="bar">
            <button
              type="button"
              className={kind === "danger" ? "button danger main" : "button main"}
              aria-busy={pending || undefined}
              onClick={act}
            >
              {confirm.act ?? children}
            </button>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the safe answer is the one that Enter gives */}
            <button className="button" autoFocus={kind === "danger"}>
              {t("shell.confirm.not")}
            </button>
          </form>
        </dialog>
      )}
    </div>
  )
}

const takingBack = (back: { command: string; input: unknown } | undefined) => {
  if (!back) return {}
  const id = newId()
  return { undo: async () => void (await sendCommand(back.command, back.input, id)) }
}
