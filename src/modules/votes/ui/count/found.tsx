import { type ReactNode, useEffect, useRef } from "react"
import { Sheet } from "../../../../shell/sheet.tsx"

/** What was counted, brought before the eyes: on a phone it stands under a long form. */
export const Found = ({ title, children }: { title: string; children: ReactNode }) => {
  const place = useRef<HTMLDivElement>(null)
  // What it gives back is no clean-up.
  useEffect(() => void place.current?.scrollIntoView({ block: "nearest" }), [])
  return (
    <div ref={place}>
      <Sheet title={title} padded>
        {children}
      </Sheet>
    </div>
  )
}
