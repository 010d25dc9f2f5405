import { useState } from "react"
import type { Question } from "../../../../kernel/sealed-ballots/question.ts"
import type { Urn } from "../../../../kernel/sealed-ballots/urn.ts"
import { useCommand } from "../../../../shell/api.ts"
import { Link } from "../../../../shell/go.tsx"
import { Mark, Row, Rows, Sheet } from "../../../../shell/sheet.tsx"
import { useWords } from "../../../../shell/use-words.ts"
import { LocalAct } from "./local-act.tsx"
import { SpokenCode } from "./spoken-code.tsx"
import { forgetKeys, keepKeys, keptKeys } from "./teller-keys.ts"
import type { Ceremony } from "./urns-page.tsx"

type Over = Ceremony["ballots"][number] & { urn: Urn; question: Question }

/** After the end: two tellers open, each with the shares that the others pass to them, and must find the same. */
export const OpenUrns = ({ of }: { of: Ceremony }) => {
  const t = useWords()
  const over = of.ballots.filter(
    (one): one is Over => one.state === "ended" && one.urn !== null && one.question !== null,
  )
  if (over.length === 0) return null
  const names = new Map(of.tellers.map(({ id, name }) => [id, name]))
  const openers = new Set(over.flatMap(({ openings }) => openings.map(({ teller }) => teller)))
  const found = [...openers].filter((teller) =>
    over.every(({ openings }) => openings.some((one) => one.teller === teller && one.done)),
  )
  return (
    <Sheet title={t("votes.urns.open")} padded>
      <p className="soft">{t("votes.urns.open.lead")}</p>
      <Rows>
        {over.map(({ id, title, sealed }) => (
          <Row key={id} end={t("votes.urns.sealed", { count: sealed.length })}>
            <Link to={`/votes/${id}`}>{title}</Link>
          </Row>
        ))}
      </Rows>
      <Own of={of} over={over} done={found.includes(of.me)} />
      {[...openers]
        .filter((teller) => teller !== of.me)
        .map((teller) => (
          <Other key={teller} of={of} over={over} teller={teller} name={names.get(teller) ?? ""} />
        ))}
      {found.length === 1 && <p>{t("votes.urns.second", { name: names.get(found[0]!) ?? "" })}</p>}
      {found.length > 1 && (
        <p>
          <Mark kind="good">{t("votes.urns.done")}</Mark> {t("votes.urns.done.lead")}
        </p>
      )}
    </Sheet>
  )
}

/** One’s own opening, with a key made for it. */
const Own = ({ of, over, done }: { of: Ceremony; over: Over[]; done: boolean }) => {
  const t = useWords()
  const { operation, me } = of
  const begin = useCommand("votes.beginOpening")
  const give = useCommand("votes.giveOpened")
  const [session, setSession] = useState(() => keptKeys(operation.id, "opening"))
  const mine = over.map(({ openings }) => openings.find(({ teller }) => teller === me))
  const begun = session !== null && mine.every((one) => one?.key === session.key)
  if (done) return <p>{t("votes.urns.mine_done")}</p>

  const start = async () => {
    const { makeKeys } = await import("../../../../kernel/sealed-ballots/envelope.ts")
    const made = await makeKeys()
    keepKeys(operation.id, "opening", made)
    await begin.send({ operationId: operation.id, key: made.key })
    setSession(made)
  }
  if (!begun)
    return (
      <LocalAct act={start} kind="main">
        {t("votes.urns.begin")}
      </LocalAct>
    )

  const open = async () => {
    const [{ receiveShare, takeShare }, { openUrn }, { roomFor }] = await Promise.all([
      import("../../../../kernel/sealed-ballots/shares.ts"),
      import("../../../../kernel/sealed-ballots/open-urn.ts"),
      import("../../../../kernel/sealed-ballots/vote.ts"),
    ])
    const own = keptKeys(operation.id, "key")
    for (const { id, urn, question, sealed, openings } of over) {
      const passed = openings.find(({ teller }) => teller === me)?.shares ?? []
      const shares = await Promise.all(
        passed.map(async (share) => (await receiveShare(urn, share, session.secret)).share),
      )
      if (own) shares.push(await takeShare(urn, me, own.secret))
      const opened = await openUrn({ urn, question, room: roomFor([question]), ciphertexts: sealed, shares })
      await give.send({
        ballotId: id,
        ...opened,
        votes: opened.votes.map(({ blank, marks }) => ({ blank, marks: [...marks] })),
      })
    }
    forgetKeys(operation.id, "opening")
  }
  const came = Math.min(...mine.map((one) => one?.shares.length ?? 0))
  // Whoever lost the key of this device opens with the shares of others alone.
  const missing = operation.needed - came - (keptKeys(operation.id, "key") ? 1 : 0)
  return (
    <div className="stack">
      <p>
        {t("votes.urns.your_code")} <SpokenCode of={session.key} />
      </p>
      {missing > 0 ? (
        <p>{t("votes.urns.wait_shares", { count: missing })}</p>
      ) : (
        <LocalAct act={open} kind="main">
          {t("votes.urns.open.act", { count: over.length })}
        </LocalAct>
      )}
    </div>
  )
}

/** Another teller opens: one’s own shares are passed once the code was compared aloud. */
const Other = ({ of, over, teller, name }: { of: Ceremony; over: Over[]; teller: string; name: string }) => {
  const t = useWords()
  const { operation, me } = of
  const pass = useCommand("votes.passShares")
  const [papers, setPapers] = useState<Record<string, string>>({})
  const opening = over.map(({ openings }) => openings.find((one) => one.teller === teller))
  const key = opening.find((one) => one)?.key
  if (!key || opening.every((one) => one?.done)) return null
  if (opening.every((one) => one?.passed_by_me)) return <p>{t("votes.urns.passed", { name })}</p>
  const own = keptKeys(operation.id, "key")
  const isHere = own !== null && of.tellers.some(({ id, key: given }) => id === me && given === own.key)

  const send = async () => {
    const { fromPaper, passShare, takeShare } = await import("../../../../kernel/sealed-ballots/shares.ts")
    const shares = await Promise.all(
      over.map(async ({ id, urn }) => {
        const share = isHere ? await takeShare(urn, me, own.secret) : (await fromPaper(urn, papers[id] ?? "")).share
        return { ballotId: id, envelope: await passShare(urn, share, key) }
      }),
    )
    await pass.send({ operationId: operation.id, toId: teller, shares })
  }
  return (
    <div className="stack">
      <p>
        {t("votes.urns.their_code", { name })} <SpokenCode of={key} />
      </p>
      {!isHere && (
        <>
          <p role="alert">{t("votes.urns.no_key_here")}</p>
          {over.map(({ id, title }) => (
            <label key={id} className="field">
              <span>{t("votes.urns.paper_of", { title })}</span>
              <input
                className="input"
                value={papers[id] ?? ""}
                onChange={({ target }) => setPapers((before) => ({ ...before, [id]: target.value }))}
                autoComplete="off"
                spellCheck={false}
              />
            </label>
          ))}
        </>
      )}
      <LocalAct act={send} kind="main">
        {t("votes.urns.pass")}
      </LocalAct>
    </div>
  )
}
