import { useEffect, useState } from "react"
import type { Urn } from "../../../../kernel/sealed-ballots/urn.ts"

/** The sixteen letters and figures to compare aloud, of a key or an urn. */
export const SpokenCode = ({ of }: { of: string | Urn }) => {
  const [code, setCode] = useState("")
  const text = JSON.stringify(of)
  useEffect(() => {
    let left = false
    const say = async () => {
      const { spoken } = await import("../../../../kernel/sealed-ballots/urn.ts")
      const said = await spoken(JSON.parse(text) as string | Urn)
      if (!left) setCode(said)
    }
    void say().catch(() => {})
    return () => {
      left = true
    }
  }, [text])
  return <code>{code || "…"}</code>
}
