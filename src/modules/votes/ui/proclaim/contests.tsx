import type { ReadOf } from "../../../../shell/api.ts"
import { LongTextField } from "../../../../shell/fields.tsx"
import { Form } from "../../../../shell/form.tsx"
import { Mark, Sheet } from "../../../../shell/sheet.tsx"
import { tell } from "../../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../../shell/use-words.ts"

type It = ReadOf<"votes.read">

/** What was said against the vote and what was answered; and, as long as it is time, a place to say it. */
export const Contests = ({ of: { ballot, contests, contested_until, may } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  const isTime =
    contested_until !== null &&
    Temporal.Instant.compare(Temporal.Now.instant(), Temporal.Instant.from(contested_until)) < 0
  const waits = contests.some(({ mine, settled_at }) => mine && settled_at === null)
  const mayContest = ballot.closed_at !== null && isTime && may["votes.contest"] && !waits
  return (
    <>
      {ballot.manner === "paper" &&
        (isTime || contests.some(({ settled_at }) => settled_at === null)) &&
        may["votes.settleContest"] && <p role="note">{t("votes.contest.keep_papers")}</p>}
      {contests.length > 0 && (
        <Sheet title={t("votes.contests")} padded>
          {contests.map((one) => (
            <Contest key={one.id} of={one} maySettle={may["votes.settleContest"] && !one.mine} />
          ))}
        </Sheet>
      )}
      {mayContest && (
        <details>
          <summary>{t("votes.contest")}</summary>
          <div className="stack">
            <p className="soft">
              {t("votes.contest.lead", { at: say.moment(contested_until), manner: ballot.manner })}
            </p>
            <Form
              command="votes.contest"
              draft={`votes.contest.${ballot.id}`}
              initial={{ ballotId: ballot.id }}
              kind="plain"
              send={t("votes.contest.send")}
              onDone={() => tell({ words: t("votes.contest.noted") })}
            >
              <LongTextField name="words" label={t("votes.contest.words")} required />
            </Form>
          </div>
        </details>
      )}
    </>
  )
}

const Contest = ({ of, maySettle }: { of: It["contests"][number]; maySettle: boolean }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <section className="stack">
      <h3>
        {t("votes.contest.by", { name: of.name, at: say.moment(of.noted_at) })}{" "}
        {of.settled_at === null && <Mark kind="wait">{t("votes.contest.waits")}</Mark>}
      </h3>
      <p className="reading lines">{of.words}</p>
      {of.settled_at !== null && (
        <>
          <h4>{t("votes.contest.answered", { name: of.settled_by ?? "", at: say.moment(of.settled_at) })}</h4>
          <p className="reading lines">{of.outcome}</p>
        </>
      )}
      {of.settled_at === null && maySettle && (
        <Form
          command="votes.settleContest"
          draft={`votes.settleContest.${of.id}`}
          initial={{ contestId: of.id }}
          kind="plain"
          send={t("votes.contest.settle")}
          onDone={() => tell({ words: t("votes.contest.settled") })}
        >
          <LongTextField name="outcome" label={t("votes.contest.outcome")} required />
        </Form>
      )}
    </section>
  )
}
