import { About } from "../../../shell/about.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Data = ReadOf<"assemblies.read">

/** An assembly in which somebody of ours sits: what it is, and by which rules it works. */
export const AssemblyPage = () => {
  const t = useWords()
  const say = useFigures()
  return (
    <Reading of={useRead("assemblies.read", { assemblyId: useParam("assemblyId") })}>
      {(data) => {
        const { assembly, rules, may } = data
        const blank = rules.filter(({ words, ask }) => words === null && ask !== null)
        return (
          <Page
            title={assembly.name}
            crumbs={[{ words: t("sittings.place"), to: "/seances" }, { words: assembly.name }]}
            lead={t(`sittings.kind.${assembly.kind}`)}
            missing={
              blank.length > 0 && may["assemblies.answerRules"]
                ? [
                    {
                      words: t("sittings.rules.missing", { count: blank.length }),
                      to: `/seances/assemblees/${assembly.id}/reglement`,
                    },
                  ]
                : undefined
            }
            side={
              <Facts of={[assembly.seats !== null && [t("sittings.assembly.seats"), say.number(assembly.seats)]]} />
            }
            history={<About kind="assembly" id={assembly.id} />}
          >
            <Rules of={data} />
          </Page>
        )
      }}
    </Reading>
  )
}

const Rules = ({ of: { assembly, rules, may } }: { of: Data }) => {
  const t = useWords()
  if (rules.length === 0) return null
  return (
    <Sheet
      title={t("sittings.rules")}
      aside={
        may["assemblies.answerRules"] && (
          <Link to={`/seances/assemblees/${assembly.id}/reglement`}>{t("sittings.rules.answer")}</Link>
        )
      }
    >
      <Rows>
        {rules.map(({ key, words, article, note, is_own, confidence }) => (
          <Row
            key={key}
            soft={[article, note].filter(Boolean).join(" · ") || undefined}
            end={
              words === null ? (
                <Mark kind="wait">{t("sittings.rules.unknown")}</Mark>
              ) : is_own ? (
                <Mark kind="info">{t("sittings.confidence.own")}</Mark>
              ) : confidence.startsWith("M") ? (
                <Mark>{t("sittings.confidence.memory")}</Mark>
              ) : undefined
            }
          >
            {t.named(`secretariat.rule.${key.split(".").slice(2).join(".")}`)}
            {words !== null && <> · {words}</>}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
