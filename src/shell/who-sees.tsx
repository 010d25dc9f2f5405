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
type Kind =
  | "meeting"
  | "decision"
  | "task"
  | "matter"
  | "text"
  | "person"
  | "counterpart"
  | "exchange"
  | "paper"
  | "office"
  | "newcomer"
  | "list"
  | "application"
  | "dues"
  | "sitting"
  | "incoming"
  | "base"
export type Seen = { kind: Kind; id: string }

/** "Who can see this", folded until somebody asks: the answer walks through everybody who might. `words` say what, where it is not plain. */
export const WhoSees = ({ kind, id, words }: Seen & { words?: string }) => {
  const t = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words ?? t("sight.ask")}</summary>
      {open && <Answered kind={kind} id={id} />}
    </details>
  )
}

/** The papers of one item: each may hang elsewhere too, and be seen by others. */
export const WhoSeesPapers = ({ of }: { of: readonly { file_id: string; name: string }[] }) => {
  const t = useWords()
  const [only] = of
  if (!only) return null
  if (of.length === 1) return <WhoSees kind="paper" id={only.file_id} words={t("sight.papers", { count: 1 })} />
  return (
    <details>
      <summary>{t("sight.papers", { count: of.length })}</summary>
      <div className="stack tight">
        {of.map(({ file_id, name }) => (
          <WhoSees key={file_id} kind="paper" id={file_id} words={name} />
        ))}
      </div>
    </details>
  )
}

const sentenceOf = ({ kind, confidential }: Answer) => {
  if (kind === "person") return "sight.person"
  if (confidential) return "sight.confidential"
  return sentences[kind] ?? "sight.open"
}

const sentences: Partial<Record<string, `sight.${"text" | "file" | "office" | "newcomer" | "application" | "dues"}`>> =
  {
    text: "sight.text",
    counterpart: "sight.file",
    exchange: "sight.file",
    office: "sight.office",
    newcomer: "sight.newcomer",
    application: "sight.application",
    dues: "sight.dues",
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
