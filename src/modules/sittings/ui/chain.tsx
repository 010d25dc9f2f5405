import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Chain = ReadOf<"sittings.chain">
type Step = Chain["steps"][number]

/** The three weeks of a council: each step with its day and its rule, done or to be done. Nothing for another assembly. */
export const ChainSheet = ({ sittingId }: { sittingId: string }) => {
  const t = useWords()
  const { data } = useRead("sittings.chain", { sittingId })
  if (!data || data.steps.length === 0) return null
  return (
    <Sheet title={t("sittings.chain.title")}>
      <Rows>
        {data.steps.map((step) => (
          <StepRow key={step.step} of={step} sittingId={sittingId} chain={data} />
        ))}
      </Rows>
    </Sheet>
  )
}

const kinds = { done: "good", waiting: "info", late: "bad", unlawful: "bad", unsaid: "wait" } as const

// What is lodged for the sitting is written from its step.
const written = {
  added_item: { genre: "deliberation", words: "sittings.chain.write.added_item" },
  oral_question: { genre: "topical_question", words: "sittings.chain.write.oral_question" },
  interpellation: { genre: "interpellation", words: "sittings.chain.write.interpellation" },
} as const

const StepRow = ({
  of: { step, day, state, rule, task, bySaying },
  sittingId,
  chain: { assemblyId, questions, may },
}: {
  of: Step
  sittingId: string
  chain: Chain
}) => {
  const t = useWords()
  const say = useFigures()
  const toWrite =
    may.writes && (state === "waiting" || state === "unsaid") ? written[step as keyof typeof written] : undefined
  return (
    <Row
      soft={[
        day ? say.dayOfYear(day) : null,
        rule?.words,
        rule?.article,
        step === "oral_question" && questions && t("sittings.chain.questions", { count: questions.max }),
      ]
        .filter(Boolean)
        .join(" · ")}
      end={
        <span className="bar">
          <Mark kind={kinds[state]}>{t(`sittings.chain.state.${state}`)}</Mark>
          {bySaying && state !== "unsaid" && (
            <Act
              command="sittings.settleStep"
              input={{ sittingId, step: step as "meeting", done: state !== "done" }}
              may={may}
            >
              {t(state === "done" ? "sittings.chain.undo" : "sittings.chain.done")}
              <span className="unseen">, {t(`sittings.chain.step.${step}`)}</span>
            </Act>
          )}
        </span>
      }
      below={
        (state === "unlawful" || state === "unsaid" || toWrite || task) && (
          <>
            {state === "unlawful" && <p>{t("sittings.chain.unlawful", { notice: rule?.words ?? "" })}</p>}
            <span className="bar">
              {toWrite && (
                <Link to={`/textes/nouveau?genre=${toWrite.genre}&seance=${sittingId}`}>{t(toWrite.words)}</Link>
              )}
              {state === "unsaid" && (
                <Link to={`/seances/assemblees/${assemblyId}/reglement`}>{t("sittings.rules.answer")}</Link>
              )}
              {task && (
                <Link to={`/taches/${task.id}`}>
                  {task.owner_name ? t("sittings.chain.task.of", { name: task.owner_name }) : t("sittings.chain.task")}
                </Link>
              )}
            </span>
          </>
        )
      }
    >
      {t(`sittings.chain.step.${step}`)}
    </Row>
  )
}
