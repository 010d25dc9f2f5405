import { useState } from "react"
import type { Urn } from "../../../../kernel/sealed-ballots/urn.ts"
import { useCommand } from "../../../../shell/api.ts"
import { Mark, Row, Rows, Sheet } from "../../../../shell/sheet.tsx"
import { useWords } from "../../../../shell/use-words.ts"
import { LocalAct } from "./local-act.tsx"
import { SpokenCode } from "./spoken-code.tsx"
import { keepKeys, keptKeys } from "./teller-keys.ts"
import type { Ceremony } from "./urns-page.tsx"

/** Before the vote: each teller’s key, and the urns that only enough of them open. */
export const PrepareUrns = ({ of }: { of: Ceremony }) => {
  const t = useWords()
  const { operation, tellers, ballots, me } = of
  const giveKey = useCommand("votes.giveTellerKey")
  const layUrn = useCommand("votes.layUrn")
  const own = tellers.find(({ id }) => id === me)!
  const [kept, setKept] = useState(() => keptKeys(operation.id, "key"))
  const isHere = kept !== null && kept.key === own.key
  const prepared = ballots.filter(({ state }) => state === "prepared")
  const toLay = prepared.filter(({ urn }) => !urn)
  const inUse = ballots.some(({ state }) => state === "open" || state === "ended")
  const ready = tellers.length >= operation.needed && tellers.every(({ key }) => key)

  const makeKey = async () => {
    const { makeKeys } = await import("../../../../kernel/sealed-ballots/envelope.ts")
    const made = await makeKeys()
    keepKeys(operation.id, "key", made)
    await giveKey.send({ operationId: operation.id, key: made.key })
    setKept(made)
  }
  const lay = async () => {
    const { makeUrn } = await import("../../../../kernel/sealed-ballots/urn.ts")
    for (const { id } of toLay) {
      const keys = tellers.map(({ id: teller, key }) => ({ teller, key: key! }))
      await layUrn.send({ ballotId: id, urn: await makeUrn({ ballot: id, needed: operation.needed, tellers: keys }) })
    }
  }

  return (
    <>
      <Sheet title={t("votes.urns.keys")} padded>
        <p className="soft">{t("votes.urns.keys.lead")}</p>
        <Rows>
          {tellers.map(({ id, name, key }) => (
            <Row key={id} end={key ? <SpokenCode of={key} /> : <Mark kind="wait">{t("votes.teller.no_key")}</Mark>}>
              {name}
            </Row>
          ))}
        </Rows>
        {isHere ? (
          <p>{t("votes.urns.key_here")}</p>
        ) : (
          !inUse && (
            <>
              {own.key && <p role="alert">{t("votes.urns.key_elsewhere")}</p>}
              <LocalAct act={makeKey} kind={own.key ? "plain" : "main"}>
                {t(own.key ? "votes.urns.key_again" : "votes.urns.key_make")}
              </LocalAct>
            </>
          )
        )}
      </Sheet>
      {(prepared.length > 0 || ballots.some(({ urn }) => urn)) && (
        <Sheet title={t("votes.urns.lay")} padded>
          <p className="soft">{t("votes.urns.lay.lead", { needed: operation.needed, tellers: tellers.length })}</p>
          <Rows>
            {ballots
              .filter(({ urn, state }) => urn || state === "prepared")
              .map(({ id, title, urn }) => (
                <Row
                  key={id}
                  end={urn ? <SpokenCode of={urn as Urn} /> : <Mark kind="wait">{t("votes.urns.none")}</Mark>}
                  below={urn && isHere && <OwnShare urn={urn as Urn} me={me} secret={kept.secret} />}
                >
                  {title}
                </Row>
              ))}
          </Rows>
          {toLay.length > 0 &&
            (ready ? (
              <LocalAct act={lay} kind="main">
                {t("votes.urns.lay.act", { count: toLay.length })}
              </LocalAct>
            ) : (
              <p>{t("votes.urns.lay.wait")}</p>
            ))}
        </Sheet>
      )}
    </>
  )
}

/** One’s own share: proves that the key of this device opens it, and can be copied on paper in case the device is lost. */
const OwnShare = ({ urn, me, secret }: { urn: Urn; me: string; secret: string }) => {
  const t = useWords()
  const [paper, setPaper] = useState<string>()
  const show = async () => {
    const { takeShare, onPaper } = await import("../../../../kernel/sealed-ballots/shares.ts")
    setPaper(await onPaper(await takeShare(urn, me, secret)))
  }
  return paper ? (
    <p className="stack">
      <span>{t("votes.urns.share.paper")}</span>
      <code>{paper}</code>
    </p>
  ) : (
    <LocalAct act={show}>{t("votes.urns.share.show")}</LocalAct>
  )
}
