import { useReadNamed } from "./api.ts"
import { Reading } from "./fault.tsx"
import { type Happening, History } from "./history.tsx"
import { WhoSees } from "./who-sees.tsx"
import { useWords } from "./use-words.ts"

type Line = { id: string; name: string; at: string; by: string | null }

/** What happened to one thing, from the journal: `kind` and `id` as the read `journal.about` takes them. */
export const About = ({
  kind,
  id,
}: {
  kind:
    | "task"
    | "decision"
    | "matter"
    | "counterpart"
    | "exchange"
    | "assembly"
    | "sitting"
    | "item"
    | "text"
    | "incoming"
  id: string
}) => {
  const t = useWords()
  const read = useReadNamed<{ rows: Line[] }>("journal.about", { kind, id })
  return (
    <>
      <Reading of={read}>
        {({ rows }) => (
          <History
            of={rows.map(({ name, at, by }): Happening => {
              const event = t.named(`event.${name}`)
              return { at, words: by ? t("shell.history.by", { event, who: by }) : event }
            })}
          />
        )}
      </Reading>
      {kind !== "assembly" && kind !== "item" && <WhoSees kind={kind} id={id} />}
    </>
  )
}
