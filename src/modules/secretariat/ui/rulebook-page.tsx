import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Rule = ReadOf<"bodies.readRulebook">["rules"][number]

/** Every rule of the body: its value, its article, where it was read and how surely; first what nobody has said yet. */
export const RulebookPage = () => {
  const t = useWords()
  const { body } = useBody()
  const rulebook = useRead("bodies.readRulebook", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  return (
    <Reading of={rulebook}>
      {({ rules, may, body: { name } }) => {
        const mayWrite = may["rules.override"]
        const open = rules.filter(({ words }) => words === null)
        const known = rules.filter(({ words }) => words !== null)
        return (
          <Page
            title={t("secretariat.rulebook")}
            lead={name}
            crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("secretariat.rulebook") }]}
            {...(mayWrite && open.length > 0
              ? {
                  main: (
                    <Link className="button main" to="/secretariat/reglement/questions">
                      {t("secretariat.rulebook.questions.begin")}
                    </Link>
                  ),
                }
              : {})}
          >
            {open.length > 0 && <Questions of={open} known={known.length} mayWrite={mayWrite} />}
            <Rules
              title={t("secretariat.rulebook.own")}
              of={known.filter((one) => one.overridden_by)}
              mayWrite={mayWrite}
            />
            <Rules
              title={t("secretariat.rulebook.law")}
              of={known.filter((one) => !one.overridden_by)}
              mayWrite={false}
            />
          </Page>
        )
      }}
    </Reading>
  )
}

/** What only the body can say: how much is already known, and the questions folded until they are wanted. */
const Questions = ({ of, known, mayWrite }: { of: readonly Rule[]; known: number; mayWrite: boolean }) => {
  const t = useWords()
  return (
    <Sheet title={t("secretariat.rulebook.questions")} padded>
      <p>{t("secretariat.rulebook.questions.lead", { count: of.length, known })}</p>
      <p className="soft">{t("secretariat.rulebook.questions.none_blocks")}</p>
      <details>
        <summary>{t("secretariat.rulebook.questions.see")}</summary>
        <Rows>
          {of.map(({ key, ask, name }) => (
            <Row
              key={key}
              end={
                mayWrite && (
                  <Link className="button quiet" to={`/secretariat/reglement/${key}`}>
                    {t("secretariat.rulebook.answer")}
                    <span className="unseen">, {ask ?? name}</span>
                  </Link>
                )
              }
            >
              {ask ?? name}
            </Row>
          ))}
        </Rows>
      </details>
    </Sheet>
  )
}

const Rules = ({ title, of, mayWrite }: { title: string; of: readonly Rule[]; mayWrite: boolean }) => {
  const t = useWords()
  if (of.length === 0) return null
  return (
    <Sheet title={title}>
      <Rows>
        {of.map((rule) => (
          <Row
            key={rule.key}
            soft={<Origin of={rule} />}
            end={
              mayWrite && (
                <Link className="button quiet" to={`/secretariat/reglement/${rule.key}`}>
                  {t("secretariat.rulebook.change")}
                  <span className="unseen">, {rule.name}</span>
                </Link>
              )
            }
          >
            {rule.name}
            {" : "}
            <b>{rule.words}</b>{" "}
            {rule.count_basis && <span className="soft">{t(`secretariat.rulebook.basis.${rule.count_basis}`)}</span>}{" "}
            {rule.is_own && <Mark kind="good">{t("secretariat.rulebook.is_own")}</Mark>}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const Origin = ({ of }: { of: Rule }) => {
  const t = useWords()
  const say = useFigures()
  const { legal_basis, source, read_on, confidence, from, replaces, valid_from, against_the_law, note } = of
  const parts = [
    legal_basis,
    t.named(`secretariat.confidence.${confidence}`),
    source && source !== "Permanence" && source,
    read_on && t("secretariat.rulebook.read_on", { day: say.dayOnly(read_on) }),
    valid_from && t("secretariat.rulebook.since", { day: say.dayOnly(valid_from) }),
    from && t("secretariat.rulebook.from", { body: from }),
    replaces?.words && t("secretariat.rulebook.replaces", { value: replaces.words }),
  ]
  return (
    <>
      {parts.filter(Boolean).join(" · ")}
      {note && confidence !== "M" && <span className="under">{note}</span>}
      {against_the_law && <span className="under">{t("secretariat.rulebook.against")}</span>}
    </>
  )
}
