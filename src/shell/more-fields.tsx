import { type ReactNode, useState } from "react"
import { useRefused } from "./form.tsx"

/**
 * Fields that most leave as they are, folded under what they are about. They open where one of them was refused: a field that is
 * not drawn cannot be led to.
 */
export const MoreFields = ({
  title,
  names,
  open: opened = false,
  children,
}: {
  title: string
  names: readonly string[]
  /** Where what stands in them was chosen before. */
  open?: boolean
  children: ReactNode
}) => {
  const [open, setOpen] = useState(opened)
  return (
    <details open={useRefused(names) || open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      <div className="stack">{children}</div>
    </details>
  )
}
