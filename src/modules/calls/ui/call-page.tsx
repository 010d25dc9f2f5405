import "./calls.css"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Candidates } from "./candidates.tsx"
import { EnterForm } from "./enter-form.tsx"
import { Managed } from "./managed.tsx"
import { Mine } from "./mine.tsx"
import { Questions } from "./questions.tsx"
import { StateMark } from "./state-mark.tsx"
import { TooFew } from "./too-few.tsx"

export type It = ReadOf<"calls.read">

/** One call: what it asks, oneself in it, and those who stand. */
export const CallPage = () => {
  const it = useRead("calls.read", { callId: useParam("callId") })
  return <Reading of={it}>{(data) => <One of={data} />}</Reading>
}

const One = ({ of }: { of: It }) => {
  const t = useWords()
  const { call, managed } = of
  // Whoever may answer reads first; whoever manages it comes for those who did.
  const isRead = call.state === "draft" || (call.state === "open" && !managed)
  const isOver = call.state === "closed" || call.state === "cancelled"
  return (
    <Page
      title={call.title}
      lead={call.body_name}
      marks={<StateMark state={call.state} />}
      crumbs={[{ words: t("calls.title"), to: "/appels" }, { words: call.title }]}
      acts={<Acts of={of} />}
      side={<About of={of} />}
    >
      {call.state === "draft" && <p className="soft">{t("calls.draft.lead")}</p>}
      {call.state === "closed" && <Candidates of={of} />}
      <TooFew of={of} />
      {isRead && <Text of={of} />}
      <Mine of={of} />
      {managed && !isOver && call.state !== "draft" && <Managed of={of} />}
      {managed && !isOver && call.state !== "draft" && <EnterForm of={of} />}
      {call.state !== "closed" && !managed && <Candidates of={of} />}
      {of.shows && <Questions of={of} />}
      {!isRead && <Text of={of} />}
      {managed && call.state === "closed" && <Managed of={of} />}
    </Page>
  )
}

const Text = ({ of: { call } }: { of: It }) => {
  const t = useWords()
  return (
    <Sheet title={t("calls.text")} padded>
      <p className="reading call-text">{call.text}</p>
    </Sheet>
  )
}

/** What it is for, how many, who may stand, until when. */
const About = ({ of: { call, extensions } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  const isMember = call.who === "members" || call.who === "members_up_to_date"
  return (
    <Facts
      of={[
        [t("calls.for"), call.what],
        [t("calls.field.seats"), say.number(call.seats)],
        [t("calls.until"), say.dayAndHour(call.ends)],
        ...extensions.map(
          ({ was_until, because }) =>
            [t("calls.extended"), t(`calls.extended.${because}`, { until: say.moment(was_until, call.zone) })] as const,
        ),
        [t("calls.field.who"), call.who === "holders" ? call.holders.join(", ") : t(`calls.who.${call.who}`)],
        isMember &&
          call.min_months > 0 && [t("calls.field.months"), t("calls.months.count", { months: call.min_months })],
        [
          t("calls.field.parity"),
          call.parity === "least"
            ? t("calls.parity.least.of", { least: call.least })
            : t(`calls.parity.${call.parity}`),
        ],
        [t("calls.field.shown"), t(`calls.shown.${call.shown}`)],
        !!call.closed_at && [t("calls.closed.on"), say.moment(call.closed_at)],
      ]}
    />
  )
}

const Acts = ({ of: { call, may, shortage, managed } }: { of: It }) => {
  const t = useWords()
  const key = { callId: call.id }
  return (
    <>
      {call.state === "draft" && (
        <>
          <Act
            command="calls.publish"
            input={key}
            may={may}
            kind="main"
            confirm={{ title: t("calls.publish.title"), words: t("calls.publish.words") }}
          >
            {t("calls.publish")}
          </Act>
          {may["calls.change"] && (
            <Link className="button" to={`/appels/${call.id}/modifier`}>
              {t("calls.change")}
            </Link>
          )}
        </>
      )}
      {call.state === "ended" && !shortage && (
        <Act
          command="calls.close"
          input={key}
          may={may}
          kind="main"
          confirm={{ title: t("calls.close.title"), words: t("calls.close.words") }}
        >
          {t("calls.close")}
        </Act>
      )}
      {call.state === "closed" && managed && (
        <Link className="button" to={`/votes/nouveau?appel=${call.id}`}>
          {t("calls.to_vote")}
        </Link>
      )}
      {call.state !== "closed" && call.state !== "cancelled" && (
        <Act
          command="calls.cancel"
          input={key}
          may={may}
          kind="danger"
          confirm={{ title: t("calls.cancel.title"), words: t("calls.cancel.words") }}
        >
          {t("calls.cancel")}
        </Act>
      )}
    </>
  )
}
