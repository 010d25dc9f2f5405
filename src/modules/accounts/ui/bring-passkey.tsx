import { useEffect, useState } from "react"
import { useCommand } from "../../../shell/api.ts"
import { refusalWords } from "../../../shell/fault.tsx"
import { Refusal } from "../../../shell/request.ts"
import { useWords } from "../../../shell/use-words.ts"
import { bringPasskey, hasPasskeys, stopOffer } from "./passkey-device.ts"

/** Sign-in by passkey: by the button, and (`fillsIn`) among the addresses the browser proposes in the field above. */
export const BringPasskey = ({ fillsIn = false, onDone }: { fillsIn?: boolean; onDone: () => void }) => {
  const t = useWords()
  const { send: ask } = useCommand("accounts.askPasskey")
  const { send: open, pending } = useCommand("accounts.openPasskey")
  const [said, setSaid] = useState<string>()
  const [possible, setPossible] = useState(false)

  const bring = async (how: { fillsIn: boolean }) => {
    const { options } = await ask({})
    const response = options && (await bringPasskey(options, how))
    if (!response) return
    await open({ response })
    onDone()
  }
  const refused = (error: unknown) =>
    setSaid(error instanceof Refusal ? refusalWords(error, t) : t("accounts.passkey.cannot"))
  const byButton = () => {
    setSaid(undefined)
    stopOffer()
    void bring({ fillsIn: false }).catch(refused)
  }
  useEffect(() => {
    if (!hasPasskeys() || !isNamed()) return
    setPossible(true)
    if (!fillsIn) return
    bring({ fillsIn }).catch(refused)
    return stopOffer
    // oxlint-disable-next-line react/exhaustive-deps -- offered once, when the page opens
  }, [])

  if (!possible) return null
  return (
    <div className="act">
      <button type="button" className="button" aria-busy={pending || undefined} onClick={byButton}>
        {t("accounts.passkey.enter")}
      </button>
      {said && (
        <span className="act-error" role="alert">
          {said}
        </span>
      )}
    </div>
  )
}

// Browsers keep passkeys under a name, never under a number such as 127.0.0.1.
const isNamed = () => !/^[\d.]+$|^\[/.test(location.hostname)
