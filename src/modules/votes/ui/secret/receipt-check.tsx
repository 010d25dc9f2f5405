import { useState } from "react"
import { LocalAct } from "./local-act.tsx"
import { useWords } from "../../../../shell/use-words.ts"

/** A voter looks for the receipt among those published: the list is fetched whole, nobody learns which one was looked for. */
export const ReceiptCheck = ({ ballotId }: { ballotId: string }) => {
  const t = useWords()
  const [receipt, setReceipt] = useState("")
  const [found, setFound] = useState<boolean>()
  const address = `/api/votes/${ballotId}/recus.txt`
  const look = async () => {
    const answer = await fetch(address, { cache: "no-store" })
    if (!answer.ok) throw new Error("not fetched")
    const plain = (text: string) => text.toUpperCase().replaceAll(/[^0-9A-Z]/g, "")
    setFound((await answer.text()).split("\n").some((line) => line && plain(line) === plain(receipt)))
  }
  return (
    <details>
      <summary>{t("votes.receipt.check")}</summary>
      <div className="stack">
        <p className="soft">{t("votes.receipt.check.lead")}</p>
        <label className="field">
          <span>{t("votes.receipt")}</span>
          <input
            className="input"
            value={receipt}
            onChange={({ target }) => {
              setReceipt(target.value)
              setFound(undefined)
            }}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        <LocalAct act={look}>{t("votes.receipt.look")}</LocalAct>
        {found !== undefined && <output>{t(found ? "votes.receipt.there" : "votes.receipt.missing")}</output>}
        <p>
          <a href={address}>{t("votes.receipt.all")}</a>
        </p>
      </div>
    </details>
  )
}
