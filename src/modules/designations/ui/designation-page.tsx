import "./designations.css"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { Steps } from "../../../shell/steps.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Abandon } from "./abandon.tsx"
import { Decision } from "./decision.tsx"
import { Designate } from "./designate.tsx"
import { People } from "./people.tsx"
import { Seats } from "./seats.tsx"
import { StepMark } from "./step-mark.tsx"
import { Vacancies } from "./vacancies.tsx"

export type It = ReadOf<"designations.read">

const steps = ["prepare", "seats", "people", "decision", "designation"] as const

/** One designation, in the order it is lived: the seats, the list, what decides, and the act that seats them. */
export const DesignationPage = () => {
  const it = useRead("designations.read", { designationId: useParam("designationId") })
  return <Reading of={it}>{(data) => <One of={data} />}</Reading>
}

const One = ({ of }: { of: It }) => {
  const t = useWords()
  const { designation, may } = of
  const { step } = designation
  const isOver = step === "designated" || step === "abandoned"
  return (
    <Page
      title={t("designations.of", { institution: designation.institution })}
      lead={designation.body_name}
      marks={<StepMark step={step} />}
      crumbs={[{ words: t("designations.title"), to: "/designations" }, { words: designation.institution }]}
      acts={
        <>
          <a
            className="button"
            href={`/api/designations/${designation.id}/designation.pdf`}
            target="_blank"
            rel="noreferrer"
          >
            {t("designations.paper")}
          </a>
          {may["designations.change"] && !isOver && (
            <Link className="button" to={`/designations/${designation.id}/modifier`}>
              {t("designations.change")}
            </Link>
          )}
        </>
      }
    >
      {step !== "abandoned" && <Chain step={step} />}
      {designation.abandoned_reason && (
        <Sheet title={t("designations.step.abandoned")} padded>
          <p>{designation.abandoned_reason}</p>
        </Sheet>
      )}
      <Vacancies of={of} />
      <About of={of} />
      <Seats of={of} />
      <People of={of} />
      <Decision of={of} />
      <Designate of={of} />
      <Abandon of={of} />
    </Page>
  )
}

const Chain = ({ step }: { step: It["designation"]["step"] }) => {
  const t = useWords()
  const at = step === "designated" ? steps.length : steps.indexOf(step as (typeof steps)[number])
  return (
    <Steps
      of={steps.map((one, nth) => ({
        words: t(`designations.step.${one}`),
        state: nth < at ? ("done" as const) : nth === at ? ("now" as const) : ("later" as const),
      }))}
    />
  )
}

/** Where, as what, from which day to which, by whose choice. */
const About = ({ of: { designation: it, matter } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={t("designations.about")} padded>
      <Facts
        of={[
          [t("designations.where"), it.institution],
          [t("designations.role"), it.title ?? t(`offices.role.${it.role}`, { form: "n", country: it.country })],
          [t("designations.field.seats"), say.number(it.seats)],
          it.substitutes > 0 && [t("designations.field.substitutes"), say.number(it.substitutes)],
          [
            t("designations.term"),
            t("designations.span", {
              since: say.dayOnly(it.since),
              until: it.until ? say.dayOnly(it.until) : "",
              open: String(!it.until),
            }),
          ],
          [t("designations.field.origin"), it.sent_by_name ?? t(`designations.origin.${it.origin}`)],
          !!it.basis && [t("designations.basis"), it.basis],
          !!matter && [
            t("designations.matter"),
            <Link key="matter" to={`/dossiers/${matter.id}`}>
              {matter.title}
            </Link>,
          ],
          it.parity !== "none" && [
            t("designations.parity"),
            [t(`designations.parity.${it.parity}`), it.first && t(`designations.first.${it.first}`)]
              .filter(Boolean)
              .join(", "),
          ],
          !!it.designated_at && [t("designations.step.designated"), say.moment(it.designated_at)],
          !!it.despite && [t("designations.despite"), it.despite],
        ]}
      />
    </Sheet>
  )
}
