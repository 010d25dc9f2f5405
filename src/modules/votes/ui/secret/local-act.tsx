import { type ReactNode, useState } from "react"
import { refusalWords } from "../../../../shell/fault.tsx"
import { useWords } from "../../../../shell/use-words.ts"

/** A button for what happens on this device: keys and shares, before anything is sent. */
export const LocalAct = ({
  act,
  kind = "plain",
  children,
}: {
  act: () => Promise<void>
  kind?: "main" | "plain"
  children: ReactNode
}) => {
  const t = useWords()
  const [state, setState] = useState<"idle" | "busy" | { wrong: string }>("idle")
  const run = async () => {
    if (state === "busy") return
    setState("busy")
    await act().then(
      () => setState("idle"),
      (error: unknown) => setState({ wrong: refusalWords(error, t) }),
    )
  }
  return (
    <div className="act">
      <button
        type="button"
        className={kind === "main" ? "button main" : "button"}
        aria-busy={state === "busy" || undefined}
        onClick={run}
      >
        {children}
      </button>
      {typeof state === "object" && (
        <span className="act-error" role="alert">
          {state.wrong}
        </span>
      )}
    </div>
  )
}
