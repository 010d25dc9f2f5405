import type { ReactNode } from "react"

/** One bar: what it counts in words, and the shares (0 to 1) that are settled and promised. */
export type Bar = { words: ReactNode; paid: number; held?: number; label?: string }

/** Envelopes, speaking time, participation as bars. The words under each bar say everything the picture says. */
export const Bars = ({ of }: { of: readonly Bar[] }) => (
  <div className="bars">
    {of.map(({ words, paid, held = 0, label }, index) => (
      <div className="line" key={index}>
        {label && <span>{label}</span>}
        <div className="track" aria-hidden="true">
          <span className="paid" style={{ width: width(paid) }} />
          {held > 0 && <span className="held" style={{ width: width(Math.min(held, 1 - paid)) }} />}
        </div>
        <span className="soft">{words}</span>
      </div>
    ))}
  </div>
)

const width = (share: number) => `${Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10}%`
