import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** The letters one may do without, each with its switch. */
export const Letters = () => {
  const t = useWords()
  return (
    <Sheet title={t("people.letters")}>
      <Reading of={useRead("people.letters", {})}>
        {({ letters }) => (
          <Rows>
            {letters.map(({ kind, wanted }) => (
              <Row
                key={kind}
                end={
                  <Act command="people.chooseLetters" input={{ kind, wanted: !wanted }} kind="plain">
                    {t(wanted ? "people.letters.stop" : "people.letters.start")}
                    <span className="unseen">, {t(`people.letters.${kind}`)}</span>
                  </Act>
                }
              >
                {t(`people.letters.${kind}`)}{" "}
                <Mark kind={wanted ? "good" : "wait"}>{t(wanted ? "people.letters.on" : "people.letters.off")}</Mark>
              </Row>
            ))}
          </Rows>
        )}
      </Reading>
    </Sheet>
  )
}
