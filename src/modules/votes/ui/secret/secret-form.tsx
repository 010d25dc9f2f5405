import { useRef, useState } from "react"
import type { SealedVote } from "../../../../kernel/sealed-ballots/seal-vote.ts"
import type { ReadOf } from "../../../../shell/api.ts"
import { Form, type FormValues } from "../../../../shell/form.tsx"
import { Sheet } from "../../../../shell/sheet.tsx"
import { useWords } from "../../../../shell/use-words.ts"
import { BallotPaper, choiceOf } from "../vote-form.tsx"
import { voteOf } from "../vote-of.ts"

type It = Pick<ReadOf<"votes.read">, "ballot" | "me" | "proxies" | "guarded" | "sealing">

/** A secret vote, and one for each proxy: each is closed on this device before it leaves. `linkId`: of whoever votes without an account. */
export const Secret = ({ of, linkId }: { of: It; linkId?: string }) => {
  const t = useWords()
  const { ballot, me, proxies } = of
  const isOpen = ballot.state === "open"
  // The receipts stay in sight until the page is left; nothing is kept on the device.
  const [receipts, setReceipts] = useState<{ of: string; receipt: string }[]>([])
  const add = (name: string) => (receipt: string) => setReceipts((before) => [...before, { of: name, receipt }])
  return (
    <Sheet title={t("votes.your_vote")} padded>
      {me && !me.entitled && <p>{me.why ? t("votes.not_yours.why", { why: me.why }) : t("votes.not_yours")}</p>}
      {me?.signed && <output>{t(`votes.signed.you.${me.signed}`)}</output>}
      {receipts.map(({ of: name, receipt }) => (
        <p key={receipt} className="stack">
          <span>{name ? t("votes.receipt.of", { name }) : t("votes.receipt")}</span>
          <code>{receipt}</code>
          <span className="soft">{t("votes.receipt.lead")}</span>
        </p>
      ))}
      {isOpen && me?.entitled && !me.signed && (
        <>
          <Pledge of={of} />
          <SealForm of={of} linkId={linkId} onSealed={add("")} />
        </>
      )}
      {isOpen &&
        proxies.map(({ id, name, voted }) =>
          voted ? (
            <p key={id}>{t("votes.proxy.done", { name })}</p>
          ) : (
            <section key={id} className="stack">
              <h3>{t("votes.proxy.for", { name })}</h3>
              <SealForm of={of} forId={id} linkId={linkId} onSealed={add(name)} />
            </section>
          ),
        )}
      {ballot.state === "ended" && <p>{t("votes.ended.secret")}</p>}
    </Sheet>
  )
}

const risks = ["tellers", "opener", "server", "device", "result", "seen", "level"] as const

/** What the secret protects against, and what it does not: said before anybody votes. */
const Pledge = ({ of: { ballot, guarded } }: { of: It }) => {
  const t = useWords()
  return (
    <>
      <p>{t("votes.secret.lead")}</p>
      {guarded && <p role="alert">{t("votes.secret.few", { entitled: ballot.entitled ?? 0 })}</p>}
      <details>
        <summary>{t("votes.secret.who_could")}</summary>
        <div className="stack">
          {risks.map((one) => (
            <p key={one}>{t(`votes.secret.${one}`)}</p>
          ))}
        </div>
      </details>
    </>
  )
}

const SealForm = ({
  of: { ballot, sealing },
  forId,
  linkId,
  onSealed,
}: {
  of: It
  forId?: string
  linkId?: string | undefined
  onSealed: (receipt: string) => void
}) => {
  const t = useWords()
  // Sent again after a lost answer, it is the same envelope: sealed anew it would be a second vote.
  const kept = useRef<{ of: string; sealed: SealedVote } | undefined>(undefined)
  if (!sealing) return null
  const seal = async (values: FormValues) => {
    const choice = choiceOf(ballot, values)
    const of = JSON.stringify(choice)
    if (kept.current?.of !== of) {
      const [{ sealVote }, { roomFor }] = await Promise.all([
        import("../../../../kernel/sealed-ballots/seal-vote.ts"),
        import("../../../../kernel/sealed-ballots/vote.ts"),
      ])
      const { urn, question } = sealing
      const sealed = await sealVote({ urn, question, room: roomFor([question]), vote: voteOf(question, choice) })
      kept.current = { of, sealed }
    }
    return {
      ballotId: ballot.id,
      revision: ballot.revision,
      ciphertext: kept.current.sealed.ciphertext,
      ...(forId ? { forId } : {}),
      ...(linkId ? { linkId } : {}),
    }
  }
  return (
    <Form
      command={linkId ? "votes.castByLink" : "votes.castSealed"}
      draft={false}
      input={seal}
      send={t("votes.cast.sealed")}
      sticks={!forId}
      onDone={() => onSealed(kept.current!.sealed.receipt)}
    >
      <BallotPaper ballot={ballot} />
    </Form>
  )
}
