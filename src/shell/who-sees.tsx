import { useState } from "react"
import { useReadNamed } from "./api.ts"
import { Reading } from "./fault.tsx"
import { Link } from "./go.tsx"
import { useWords } from "./use-words.ts"

type Named = { id: string; name: string; functions: readonly string[] }
type Answer = {
  kind: string
  body_name: string
  confidential: boolean
  count: number
  more: boolean
  unnamed: number
  functions: readonly Named[]
  members: readonly Named[]
  named: readonly Named[]
}
export type Seen = {
  kind: "meeting" | "decision" | "task" | "matter" | "person" | "counterpart" | "exchange"
  id: string
}

/** "Who can see this", folded until somebody asks: the answer walks through everybody who might. */
export const WhoSees = ({ kind, id }: Seen) => {
  const t = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("sight.ask")}</summary>
      {open && <Answered kind={kind} id={id} />}
    </details>
  )
}

const sentenceOf = ({ kind, confidential }: Answer) => {
  if (kind === "person") return "sight.person"
  if (confidential) return "sight.confidential"
  return kind === "counterpart" || kind === "exchange" ? "sight.file" : "sight.open"
}

const Answered = (asked: Seen) => {
  const t = useWords()
  return (
    <Reading of={useReadNamed<Answer>("sight.of", asked)}>
      {(of) => (
        <div className="stack tight">
          <p>
            {t(sentenceOf(of), {
              body: of.body_name,
              count: of.count,
              more: String(of.more),
            })}
          </p>
          <Group words={t("sight.functions")} of={of.functions} withFunctions />
          <Group words={t("sight.named")} of={of.named} />
          <Group words={t("sight.members", { body: of.body_name })} of={of.members} />
          {of.unnamed > 0 && <p className="soft">{t("sight.unnamed", { count: of.unnamed })}</p>}
          <p className="soft">{t("sight.host")}</p>
        </div>
      )}
    </Reading>
  )
}

const Group = ({
  words,
  of,
  withFunctions = false,
}: {
  words: string
  of: readonly Named[]
  withFunctions?: boolean
}) =>
  of.length > 0 && (
    <>
      <h3>
        {words} <span className="soft">{of.length}</span>
      </h3>
      <ul className="plain">
        {of.map(({ id, name, functions }) => (
          <li key={id}>
            <Link to={`/personnes/${id}`}>{name}</Link>
            {withFunctions && <span className="soft"> · {functions.join(" · ")}</span>}
          </li>
        ))}
      </ul>
    </>
  )
