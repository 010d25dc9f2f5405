import { type ReactNode, useState } from "react"
import { Row } from "./sheet.tsx"

/**
 * A line that may be changed: a button at its end opens its fields below it. `fields` draws them and is given what closes
 * them again; `acts` stand beside the button.
 */
export const ChangingRow = ({
  name,
  change,
  mayChange,
  soft,
  acts,
  fields,
  children,
}: {
  /** What the line is called, for who hears the button without seeing the line. */
  name: string
  /** The words of the button. */
  change: string
  mayChange: boolean
  soft?: ReactNode
  acts?: ReactNode
  fields: (close: () => void) => ReactNode
  children: ReactNode
}) => {
  const [changing, setChanging] = useState(false)
  return (
    <Row
      soft={soft}
      below={changing && fields(() => setChanging(false))}
      end={
        mayChange && (
          <span className="bar">
            <button
              type="button"
              className="button quiet"
              aria-expanded={changing}
              onClick={() => setChanging(!changing)}
            >
              {change}
              <span className="unseen">, {name}</span>
            </button>
            {acts}
          </span>
        )
      }
    >
      {children}
    </Row>
  )
}
