import type { ReactNode } from "react"

/** Columns side by side, each with its title and how many; on a phone, one under the other. */
export const Board = ({ label, children }: { label: string; children: ReactNode }) => (
  <section className="board" aria-label={label}>
    {children}
  </section>
)
