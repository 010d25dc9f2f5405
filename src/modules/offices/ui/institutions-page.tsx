import { Act } from "../../../shell/act.tsx"
import { ChangingRow } from "../../../shell/changing-row.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { InstitutionFields, institutionOf } from "./office-fields.tsx"

type Institution = ReadOf<"offices.register">["institutions"][number]

/** Where some of ours sit, with the seats that are ours and how many are held. */
export const InstitutionsPage = () => {
  const t = useWords()
  const { body } = useBody()
  const register = useRead("offices.register", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  return (
    <Reading of={register}>
      {({ body: { id: bodyId, name }, institutions, reads_file, may }) => (
        <Page
          title={t("offices.institutions")}
          lead={name}
          crumbs={[{ words: t("offices.title"), to: "/mandats" }, { words: t("offices.institutions") }]}
        >
          <Sheet>
            {institutions.length === 0 ? (
              <Empty title={t("offices.institution.none")}>{t("offices.institution.none.lead")}</Empty>
            ) : (
              <Rows>
                {institutions.map((one) => (
                  <One key={one.id} of={one} isLinked={reads_file} mayChange={Boolean(may["institutions.add"])} />
                ))}
              </Rows>
            )}
          </Sheet>
          {may["institutions.add"] && (
            <Sheet title={t("offices.institution.add")} padded>
              <Form
                command="institutions.add"
                draft={`institutions.add.${bodyId}`}
                initial={{ level: "local" }}
                input={(values: FormValues) => ({ bodyId, ...institutionOf(values) })}
                kind="plain"
                send={t("offices.institution.add")}
              >
                <InstitutionFields />
              </Form>
            </Sheet>
          )}
        </Page>
      )}
    </Reading>
  )
}

const One = ({ of, isLinked, mayChange }: { of: Institution; isLinked: boolean; mayChange: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const { id, outside_id, name, kind, level, seats, held, closed_on, note } = of
  return (
    <ChangingRow
      soft={[t(`offices.kind.${kind}`), t(`offices.level.${level}`), note].filter(Boolean).join(" · ")}
      name={name}
      change={t("offices.institution.change")}
      mayChange={mayChange && !closed_on}
      acts={
        <Act
          command="institutions.close"
          input={{ institutionId: id }}
          confirm={{
            title: t("offices.institution.close.title", { name }),
            words: t("offices.institution.close.words"),
          }}
          done={t("offices.institution.closed", { name })}
        >
          {t("offices.institution.close")}
          <span className="unseen">, {name}</span>
        </Act>
      }
      fields={(close) => (
        <Form
          command="institutions.change"
          draft={false}
          initial={{ name, kind, level, seats }}
          input={(values: FormValues) => ({ institutionId: id, note, ...institutionOf(values) })}
          kind="plain"
          send={t("offices.save")}
          onDone={close}
        >
          <InstitutionFields />
        </Form>
      )}
    >
      {isLinked ? <Link to={`/interlocuteurs/${outside_id}`}>{name}</Link> : <b>{name}</b>}{" "}
      {closed_on ? (
        <Mark>{t("offices.institution.closed_on", { day: say.dayOnly(closed_on) })}</Mark>
      ) : seats ? (
        <Mark kind={held < seats ? "wait" : "good"}>{t("offices.seats", { held, seats })}</Mark>
      ) : (
        <span className="soft">{t("offices.held", { held })}</span>
      )}
    </ChangingRow>
  )
}
