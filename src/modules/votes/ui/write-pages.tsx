import { useMemo } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useAddress, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { BallotFields, said } from "./fields.tsx"

/** A vote is prepared: nobody sees it before it opens. */
export const NewPage = () => {
  const { body } = useBody()
  const { operation } = useAddress().values
  if (operation) return <InOperation operationId={operation} />
  return body ? <Alone bodyId={body.id} name={body.name} /> : <NotFound />
}

/** What a vote may be made of, and the call whose candidates it is on, where one came from there. */
const useChoices = (bodyId: string) => {
  const { appel, personnes } = useAddress().values
  return useRead("votes.choices", {
    bodyId,
    ...(appel ? { callId: appel } : {}),
    ...(personnes ? { candidateIds: personnes.split(",") } : {}),
  })
}

const Alone = ({ bodyId, name }: { bodyId: string; name: string }) => {
  const choices = useChoices(bodyId)
  return <Reading of={choices}>{(data) => <New choices={data} bodyId={bodyId} name={name} />}</Reading>
}

const InOperation = ({ operationId }: { operationId: string }) => {
  const it = useRead("votes.operation", { operationId })
  return <Reading of={it}>{({ operation }) => <OfOperation of={operation} />}</Reading>
}

const OfOperation = ({ of }: { of: ReadOf<"votes.operation">["operation"] }) => {
  const choices = useChoices(of.body_id)
  return (
    <Reading of={choices}>
      {(data) => <New choices={data} bodyId={of.body_id} name={of.body_name} operation={of} />}
    </Reading>
  )
}

const New = ({
  choices,
  bodyId,
  name,
  operation,
}: {
  choices: ReadOf<"votes.choices">
  bodyId: string
  name: string
  operation?: ReadOf<"votes.operation">["operation"]
}) => {
  const t = useWords()
  const go = useGo()
  const { intitule, sieges, parite, personnes } = useAddress().values
  const initial = useMemo(
    () => ({
      kind: operation ? "candidates" : "yes_no",
      manner: operation ? "secret" : "named",
      seats: 1,
      method: "plurality",
      betweenEquals: "lot",
      rounds: "2",
      quorumKey: "none",
      ruleKey: choices.majorities[0]?.key ?? "simple",
      electorate: "rulebook",
      onDay: choices.today,
      ...(choices.call ? fromCall(choices.call) : {}),
      ...(choices.candidates.length > 0 ? fromAddress(choices.candidates, { intitule, sieges, parite }) : {}),
    }),
    [choices, operation, intitule, sieges, parite],
  )
  return (
    <Page
      title={t("votes.new")}
      lead={name}
      crumbs={[
        { words: t("votes.title"), to: "/votes" },
        ...(operation ? [{ words: operation.title, to: `/votes/operations/${operation.id}` }] : []),
        { words: t("votes.new") },
      ]}
    >
      <Sheet padded>
        <Form
          command="votes.prepare"
          draft={`votes.prepare.${choices.call?.call_id ?? personnes ?? operation?.id ?? bodyId}`}
          initial={initial}
          input={(values) => ({ bodyId, operationId: operation?.id ?? null, ...said(values, operation?.on_day) })}
          send={t("votes.prepare")}
          onDone={({ ballotId }) => go(`/votes/${ballotId}`)}
        >
          <BallotFields choices={choices} operation={operation?.id} bodyId={bodyId} />
        </Form>
      </Sheet>
    </Page>
  )
}

/** What a call for candidates already says: who stands in the order that was drawn, for what, and with what parity. */
const fromCall = ({ title, seats, function_id, parity, candidates }: NonNullable<ReadOf<"votes.choices">["call"]>) => ({
  title,
  kind: "candidates",
  seats,
  functionId: function_id ?? "",
  parity: parity !== "none",
  people: candidates.map(({ person_id, name }) => ({ picked: true, id: person_id, words: name })),
})

/** What a page that led here already knows: on whom, for how many seats, with what parity. */
const fromAddress = (
  candidates: ReadOf<"votes.choices">["candidates"],
  { intitule, sieges, parite }: Record<"intitule" | "sieges" | "parite", string | undefined>,
) => ({
  ...(intitule ? { title: intitule } : {}),
  kind: "candidates",
  seats: Number(sieges) || 1,
  parity: parite === "oui",
  people: candidates.map(({ id, name }) => ({ picked: true, id, words: name })),
})

/** The same, said again before it opens. */
export const ChangePage = () => {
  const it = useRead("votes.read", { ballotId: useParam("ballotId") })
  return <Reading of={it}>{(data) => <WithChoices of={data} />}</Reading>
}

const WithChoices = ({ of }: { of: ReadOf<"votes.read"> }) => {
  const choices = useRead("votes.choices", { bodyId: of.ballot.body_id })
  return <Reading of={choices}>{(data) => <Change of={of} choices={data} />}</Reading>
}

const Change = ({
  of: { ballot, papers },
  choices,
}: {
  of: ReadOf<"votes.read">
  choices: ReadOf<"votes.choices">
}) => {
  const t = useWords()
  const go = useGo()
  const initial = useMemo(() => ({ ...asValues(ballot), papers }), [ballot, papers])
  return (
    <Page
      title={t("votes.change")}
      lead={ballot.body_name}
      crumbs={[
        { words: t("votes.title"), to: "/votes" },
        { words: ballot.title, to: `/votes/${ballot.id}` },
        { words: t("votes.change") },
      ]}
    >
      <Sheet padded>
        <Form
          command="votes.change"
          initial={initial}
          input={(values) => ({ ballotId: ballot.id, ...said(values) })}
          send={t("votes.save")}
          onDone={() => go(`/votes/${ballot.id}`)}
        >
          <BallotFields choices={choices} operation={ballot.operation_id} bodyId={ballot.body_id} open />
        </Form>
      </Sheet>
    </Page>
  )
}

const asValues = (ballot: ReadOf<"votes.read">["ballot"]) => {
  const there = (at: string | null) => at && Temporal.Instant.from(at).toZonedDateTimeISO(ballot.zone)
  const [ends, latest] = [there(ballot.ends_at), there(ballot.latest_at)]
  return {
    ...ballot,
    seats: Math.max(1, ballot.seats),
    people: ballot.people.flatMap((id, at) => (id ? [{ picked: true, id, words: ballot.candidates[at]! }] : [])),
    candidates: ballot.candidates.filter((_, at) => !ballot.people[at]).join("\n"),
    functionId: ballot.function_id ?? "",
    ruleKey: ballot.rule_key ?? "simple",
    betweenEquals: ballot.between_equals,
    rounds: String(Math.max(2, ballot.rounds)),
    onDay: ballot.on_day,
    endsOn: ends ? ends.toPlainDate().toString() : "",
    quorumKey: ballot.quorum_key ?? "none",
    latestOn: latest ? latest.toPlainDate().toString() : "",
    latestAt: latest ? latest.toPlainTime().toString({ smallestUnit: "minute" }) : "",
    endsAt: ends ? ends.toPlainTime().toString({ smallestUnit: "minute" }) : "",
    ...Object.fromEntries(ballot.functions.map((key) => [`function ${key}`, true])),
  }
}
