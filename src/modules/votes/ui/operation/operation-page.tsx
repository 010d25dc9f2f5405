import { Act } from "../../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../../shell/api.ts"
import { Reading } from "../../../../shell/fault.tsx"
import { Form } from "../../../../shell/form.tsx"
import { Link, useParam } from "../../../../shell/go.tsx"
import { Page } from "../../../../shell/page.tsx"
import { type Pick, PickField } from "../../../../shell/pick-field.tsx"
import { useSession } from "../../../../shell/session.tsx"
import { Empty, Facts, Mark, Row, Rows, Sheet } from "../../../../shell/sheet.tsx"
import { type Step, Steps } from "../../../../shell/steps.tsx"
import { useFigures, useWords } from "../../../../shell/use-words.ts"
import { MeetingProxies } from "./meeting-proxies.tsx"
import { OperationPrint } from "../print.tsx"
import { RehearsedWords } from "../secret/rehearsed.tsx"
import { LinksSheet } from "./links-sheet.tsx"
import { StateMark } from "../state-mark.tsx"

type It = ReadOf<"votes.operation">

/** A voting operation: what is next, its votes and rounds, its tellers, its proxies. */
export const OperationPage = () => {
  const it = useRead("votes.operation", { operationId: useParam("operationId") })
  return <Reading of={it}>{(data) => <One of={data} />}</Reading>
}

const One = ({ of }: { of: It }) => {
  const t = useWords()
  const { operation, may, is_teller } = of
  return (
    <Page
      title={operation.title}
      lead={operation.body_name}
      crumbs={[{ words: t("votes.title"), to: "/votes" }, { words: operation.title }]}
      acts={
        <>
          {is_teller && of.ballots.some(({ manner }) => manner === "secret") && (
            <Link className="button main" to={`/votes/operations/${operation.id}/urnes`}>
              {t("votes.urns.go")}
            </Link>
          )}
          {may["votes.changeOperation"] === true && !operation.roll_id && (
            <Link className="button" to={`/votes/operations/${operation.id}/modifier`}>
              {t("votes.operation.change")}
            </Link>
          )}
        </>
      }
    >
      {may["votes.nameTellers"] === true && <Next of={of} />}
      <Ballots of={of} />
      <Tellers of={of} />
      <Proxies of={of} />
      <OperationPrint of={of} />
      {may["votes.nameTellers"] === true && <LinksSheet operationId={operation.id} over={isOver(of.ballots)} />}
      <About of={of} />
    </Page>
  )
}

/** All is counted: what was done before is kept out of the way. */
const isOver = (ballots: It["ballots"]): boolean =>
  ballots.length > 0 && ballots.every(({ state }) => state === "closed" || state === "cancelled")

/** The way from the tellers to the count, for whoever holds the operation. */
const Next = ({ of: { ballots, tellers, few, voters } }: { of: It }) => {
  const t = useWords()
  const secret = ballots.filter(({ manner, state }) => manner === "secret" && state !== "cancelled")
  const done = [
    ballots.length > 0,
    secret.length === 0 || (tellers.length > 0 && tellers.every(({ key }) => key)),
    secret.every(({ urn, state }) => urn || state !== "prepared"),
    ballots.length > 0 && ballots.every(({ state }) => state !== "prepared"),
    ballots.length > 0 && ballots.every(({ state }) => state === "closed"),
  ]
  const now = done.indexOf(false)
  if (now === -1) return null
  const words = ["ballots", "keys", "urns", "open", "count"] as const
  const steps = words.map((key, at): Step => {
    const state = done[at] ? "done" : at === now ? "now" : "later"
    return { words: t(`votes.step.${key}`), state }
  })
  return (
    <Sheet title={t("votes.steps")} padded>
      <Steps of={steps} />
      {secret
        .filter(({ urn, state, rehearsed }) => urn && state === "prepared" && rehearsed.state !== "yes")
        .map(({ id, title, rehearsed }) => (
          <p key={id} role="note">
            {t("votes.rehearsed.of", { title })} <RehearsedWords of={rehearsed} />
          </p>
        ))}
      {few !== null && secret.length > 0 && <p role="note">{t("votes.secret.few", { entitled: voters ?? 0 })}</p>}
    </Sheet>
  )
}

const Ballots = ({ of: { operation, ballots, calls, may } }: { of: It }) => {
  const t = useWords()
  const add = may["votes.prepare"] === true && (
    <Link className="button" to={`/votes/nouveau?operation=${operation.id}`}>
      {t("votes.operation.add")}
    </Link>
  )
  return (
    <Sheet title={t("votes.operation.ballots")} aside={ballots.length > 0 ? add : undefined}>
      {ballots.length === 0 ? (
        <Empty title={t("votes.empty")} act={add}>
          {t("votes.operation.empty")}
        </Empty>
      ) : (
        <Rows>
          {ballots.map((ballot) => (
            <Row
              key={ballot.id}
              soft={`${t(`votes.manner.${ballot.manner}`)}${ballot.round > 1 ? `, ${t("votes.round", { n: ballot.round })}` : ""}`}
              below={ballot.rehearsed.state === "yes" && <RehearsedWords of={ballot.rehearsed} />}
              end={<StateMark state={ballot.state} />}
            >
              <Link to={`/votes/${ballot.id}`}>{ballot.title}</Link>
            </Row>
          ))}
        </Rows>
      )}
      {calls.length > 0 && (
        <details className="pad">
          <summary>{t("votes.operation.from_call")}</summary>
          <ul className="rows">
            {calls.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/votes/nouveau?operation=${operation.id}&appel=${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Sheet>
  )
}

const Tellers = ({ of: { operation, tellers, may, ballots } }: { of: It }) => {
  const t = useWords()
  const inUse = ballots.some(({ manner, state }) => manner === "secret" && (state === "open" || state === "ended"))
  const initial = { tellers: tellers.map(({ id, name }) => ({ picked: true, id, words: name })) }
  const names = may["votes.nameTellers"] === true && !inUse
  const form = (
    <Form
      command="votes.nameTellers"
      initial={initial}
      kind="plain"
      input={(values) => ({
        operationId: operation.id,
        tellerIds: ((values["tellers"] ?? []) as Pick[]).map(({ id }) => id),
      })}
      send={t("votes.tellers.name")}
    >
      <PickField
        name="tellers"
        label={t("votes.tellers.who")}
        hint={t("votes.tellers.hint")}
        more={{ bodyId: operation.body_id }}
        many
      />
    </Form>
  )
  return (
    <Sheet title={t("votes.tellers")} padded>
      <p className="soft">{t("votes.tellers.lead", { needed: operation.needed })}</p>
      <Rows>
        {tellers.map(({ id, name, key }) => (
          <Row
            key={id}
            end={
              key ? (
                <Mark kind="good">{t("votes.teller.key")}</Mark>
              ) : (
                <Mark kind="wait">{t("votes.teller.no_key")}</Mark>
              )
            }
          >
            {name}
          </Row>
        ))}
      </Rows>
      {names &&
        (isOver(ballots) ? (
          <details>
            <summary>{t("votes.tellers.change")}</summary>
            {form}
          </details>
        ) : (
          form
        ))}
    </Sheet>
  )
}

const Proxies = ({ of }: { of: It }) => {
  const { operation, proxies, may, is_teller } = of
  const t = useWords()
  const { person } = useSession()
  if (operation.proxies_each === 0) return null
  const notes = may["votes.nameTellers"] === true || is_teller
  const given = proxies.some(({ mine }) => mine)
  return (
    <Sheet title={t("votes.proxies")} padded>
      <p className="soft">{t("votes.proxies.lead", { most: operation.proxies_each })}</p>
      <Rows>
        {proxies.map((one) => (
          <Row
            key={one.giver_id}
            end={
              (notes || one.mine) && (
                <Act
                  command="votes.withdrawProxy"
                  input={{ operationId: operation.id, giverId: one.giver_id }}
                  done={t("votes.proxy.withdrawn")}
                >
                  {t("votes.proxy.withdraw")}
                </Act>
              )
            }
          >
            {t("votes.proxy.of", { giver: one.giver, holder: one.holder })}
          </Row>
        ))}
      </Rows>
      <MeetingProxies of={of} />
      {(notes || !given) && (
        <Form
          command="votes.giveProxy"
          kind="plain"
          input={(values) => ({
            operationId: operation.id,
            giverId: notes ? ((values["giver"] as Pick | null)?.id ?? "") : (person?.id ?? ""),
            holderId: (values["holder"] as Pick | null)?.id ?? "",
          })}
          send={notes ? t("votes.proxy.note") : t("votes.proxy.give")}
        >
          {notes && (
            <PickField name="giver" label={t("votes.proxy.giver")} more={{ bodyId: operation.body_id }} required />
          )}
          <PickField name="holder" label={t("votes.proxy.holder")} more={{ bodyId: operation.body_id }} required />
        </Form>
      )}
    </Sheet>
  )
}

const About = ({ of: { operation, meeting, voters } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={t("votes.operation")} padded>
      <Facts
        of={[
          [t("votes.field.electorate"), t(`votes.electorate.${operation.electorate}`)],
          voters !== null && [t("votes.entitled"), say.number(voters)],
          [t("votes.field.day"), say.day(operation.on_day)],
          meeting && [
            t("votes.operation.meeting"),
            <Link key="m" to={`/reunions/${meeting.id}`}>
              {meeting.title}
            </Link>,
          ],
          [t("votes.operation.proxies_each"), say.number(operation.proxies_each)],
          [t("votes.operation.needed"), say.number(operation.needed)],
          [t("votes.operation.challenge"), t("votes.operation.days", { count: operation.challenge_days })],
        ]}
      />
    </Sheet>
  )
}
