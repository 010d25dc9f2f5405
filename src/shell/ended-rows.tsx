import type { ReactNode } from "react"
import { Row, Rows } from "./sheet.tsx"
import { useFigures } from "./use-words.ts"

type Ended = { id: string; name: string; ended_on: string | null }

/** What was retired and can be taken up again: its name, since when, and the act that reopens it. */
export const EndedRows = <One extends Ended>({
  of,
  since,
  reopen,
}: {
  of: readonly One[]
  since: (day: string) => string
  reopen: (one: One) => ReactNode
}) => {
  const say = useFigures()
  return (
    <Rows>
      {of.map((one) => (
        <Row key={one.id} soft={one.ended_on && since(say.dayOnly(one.ended_on))} end={reopen(one)}>
          {one.name}
        </Row>
      ))}
    </Rows>
  )
}
