import { useState } from "react"
import type { Urn } from "../../../../kernel/sealed-ballots/urn.ts"
import { useCommand } from "../../../../shell/api.ts"
import { Mark, Row, Rows, Sheet } from "../../../../shell/sheet.tsx"
import { useWords } from "../../../../shell/use-words.ts"
import { LocalAct } from "./local-act.tsx"
import { RehearsedWords } from "./rehearsed.tsx"
import { SpokenCode } from "./spoken-code.tsx"
import { forgetKeys, keepKeys, keptKeys } from "./teller-keys.ts"
import type { Ceremony } from "./urns-page.tsx"

type Ready = Ceremony["ballots"][number] & { urn: Urn }
type Part = { of: Ceremony; ready: Ready[] }

/** Before the vote: the tellers open the trial of each urn together, once with a share from paper. */
export const RehearseUrns = ({ of }: { of: Ceremony }) => {
  const t = useWords()
  const ready = of.ballots.filter(
    (one): one is Ready => one.state === "prepared" && (one.urn as Urn | null)?.trial !== undefined,
  )
  if (ready.length === 0) return null
  const openers = new Set(ready.flatMap(({ rehearsing }) => rehearsing.map(({ teller }) => teller)))
  return (
    <Sheet title={t("votes.rehearsal")} padded>
      <p className="soft">{t("votes.rehearsal.lead")}</p>
      <p className="soft">{t("votes.rehearsal.lead.paper")}</p>
      <Rows>
        {ready.map(({ id, title, rehearsed }) => (
          <Row
            key={id}
            soft={<RehearsedWords of={rehearsed} />}
            end={
              rehearsed.state === "yes" ? (
                <Mark kind="good">{t("votes.rehearsed")}</Mark>
              ) : (
                <Mark kind={rehearsed.state === "failed" ? "bad" : "wait"}>{t("votes.rehearsed.not")}</Mark>
              )
            }
          >
            {title}
          </Row>
        ))}
      </Rows>
      {[...openers]
        .filter((teller) => teller !== of.me)
        .map((teller) => (
          <Theirs key={teller} of={of} ready={ready} teller={teller} />
        ))}
      <Own of={of} ready={ready} />
    </Sheet>
  )
}

/** One’s own rehearsal, with a key made for it, as at the opening. */
const Own = ({ of: { operation, me }, ready }: Part) => {
  const t = useWords()
  const begin = useCommand("votes.beginRehearsal")
  const end = useCommand("votes.endRehearsal")
  const [session, setSession] = useState(() => keptKeys(operation.id, "rehearsal"))
  const mine = ready.map(({ rehearsing }) => rehearsing.find(({ teller }) => teller === me))
  const begun = session !== null && mine.every((one) => one?.key === session.key)

  const start = async () => {
    const { makeKeys } = await import("../../../../kernel/sealed-ballots/envelope.ts")
    const made = await makeKeys()
    keepKeys(operation.id, "rehearsal", made)
    await begin.send({ operationId: operation.id, key: made.key })
    setSession(made)
  }
  if (!begun)
    return (
      <LocalAct act={start} kind={ready.every(({ rehearsed }) => rehearsed.state === "yes") ? "plain" : "main"}>
        {t("votes.rehearsal.begin")}
      </LocalAct>
    )

  const own = keptKeys(operation.id, "key")
  const open = async () => {
    const [{ receiveShare, takeShare }, { trialOf }, { rehearseOpening }] = await Promise.all([
      import("../../../../kernel/sealed-ballots/shares.ts"),
      import("../../../../kernel/sealed-ballots/urn.ts"),
      import("../../../../kernel/sealed-ballots/rehearse.ts"),
    ])
    const faults: unknown[] = []
    const urns: { ballotId: string; found: boolean }[] = []
    for (const [at, { id, urn }] of ready.entries()) {
      const rehearse = async () => {
        const trial = trialOf(urn)
        const passed = mine[at]!.shares.map(async (share) => (await receiveShare(trial, share, session.secret)).share)
        const shares = await Promise.all(passed)
        if (own) shares.push(await takeShare(trial, me, own.secret))
        await rehearseOpening(urn, shares)
      }
      const found = await rehearse().then(
        () => true,
        (fault: unknown) => {
          faults.push(fault)
          return false
        },
      )
      urns.push({ ballotId: id, found })
    }
    await end.send({ operationId: operation.id, own: own ? "device" : null, urns })
    forgetKeys(operation.id, "rehearsal")
    setSession(null)
    if (faults.length > 0) throw faults[0]
  }
  const came = Math.min(...mine.map((one) => one?.shares.length ?? 0))
  const missing = operation.needed - came - (own ? 1 : 0)
  return (
    <div className="stack">
      <p>
        {t("votes.rehearsal.your_code")} <SpokenCode of={session.key} />
      </p>
      {missing > 0 ? (
        <p>{t("votes.urns.wait_shares", { count: missing })}</p>
      ) : (
        <LocalAct act={open} kind="main">
          {t("votes.rehearsal.open", { count: ready.length })}
        </LocalAct>
      )}
    </div>
  )
}

/** Another teller rehearses: one’s own shares of the trial are passed, from this device or by what the paper says. */
const Theirs = ({ of, ready, teller }: Part & { teller: string }) => {
  const t = useWords()
  const { operation, me } = of
  const pass = useCommand("votes.passTrialShares")
  const [papers, setPapers] = useState<Record<string, string>>({})
  const name = of.tellers.find(({ id }) => id === teller)?.name ?? ""
  const running = ready.flatMap((one) => {
    const theirs = one.rehearsing.find((it) => it.teller === teller)
    return theirs ? [{ ...one, key: theirs.key, passed: theirs.passed_by_me }] : []
  })
  const own = keptKeys(operation.id, "key")
  const isHere = own !== null && of.tellers.some(({ id, key }) => id === me && key === own.key)

  const send = (byPaper: boolean) => async () => {
    const [{ passShare, takeShare, trialFromPaper }, { trialOf }] = await Promise.all([
      import("../../../../kernel/sealed-ballots/shares.ts"),
      import("../../../../kernel/sealed-ballots/urn.ts"),
    ])
    const shares = await Promise.all(
      running.map(async ({ id, urn, key }) => {
        const typed = byPaper ? (papers[id] ?? "") : ""
        const fromDevice = isHere && typed.trim() === ""
        const share = fromDevice
          ? await takeShare(trialOf(urn), me, own.secret)
          : (await trialFromPaper(urn, typed)).share
        const how = fromDevice ? ("device" as const) : ("paper" as const)
        return { ballotId: id, how, envelope: await passShare(trialOf(urn), share, key) }
      }),
    )
    await pass.send({ operationId: operation.id, toId: teller, shares })
    setPapers({})
  }
  if (running.every(({ passed }) => passed)) return <p>{t("votes.rehearsal.passed", { name })}</p>
  return (
    <div className="stack">
      <p>
        {t("votes.rehearsal.their_code", { name })} <SpokenCode of={running[0]!.key} />
      </p>
      {isHere && (
        <LocalAct act={send(false)} kind="main">
          {t("votes.rehearsal.pass")}
        </LocalAct>
      )}
      <details open={!isHere}>
        <summary>{t("votes.rehearsal.by_paper")}</summary>
        <div className="stack">
          <p className="soft">{t("votes.rehearsal.by_paper.lead")}</p>
          {running.map(({ id, title }) => (
            <label key={id} className="field">
              <span>{t("votes.rehearsal.paper_of", { title })}</span>
              <textarea
                className="input"
                rows={3}
                value={papers[id] ?? ""}
                onChange={({ target }) => setPapers((before) => ({ ...before, [id]: target.value }))}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
              />
            </label>
          ))}
          <LocalAct act={send(true)} kind={isHere ? "plain" : "main"}>
            {t("votes.rehearsal.pass.paper")}
          </LocalAct>
        </div>
      </details>
    </div>
  )
}
