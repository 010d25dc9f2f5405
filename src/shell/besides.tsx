import { Suspense } from "react"
import { type Beside, besides } from "./modules.ts"

/** What other modules have to show beside this: each asks for itself, and shows nothing to whom it does not concern. */
export const Besides = ({ of, id }: { of: keyof Beside; id: string }) => (
  <Suspense fallback={null}>
    {besides(of).map((One, index) => (
      <One key={index} id={id} />
    ))}
  </Suspense>
)
