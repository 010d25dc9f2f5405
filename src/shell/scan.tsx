import type { ReactNode } from "react"

/** A page of paper as it was scanned or photographed; under it, what it is and where it is read in full. */
export const Scan = ({ src, children }: { src: string | null; children: ReactNode }) => (
  <figure className="scan">
    {src && <img src={src} alt="" loading="lazy" />}
    <figcaption>{children}</figcaption>
  </figure>
)
