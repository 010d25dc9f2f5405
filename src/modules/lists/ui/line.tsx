import { type ReactNode, useState } from "react"
import { Act } from "../../../shell/act.tsx"
import type { ReadOf } from "../../../shell/api.ts"
import { LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type It = ReadOf<"lists.read">
type Person = It["rows"][number]

const usual = ["reached", "message", "no_answer"] as const
const rare = ["wrong", "no_more"] as const
const kinds = { reached: "good", message: "info", no_answer: "wait", wrong: "bad", no_more: "bad" } as const

/** One person of a list: how to reach them, what became of it, what they said. */
export const Line = ({ of, list, may }: { of: Person; list: It["list"]; may: It["may"] }) => {
  const t = useWords()
  const say = useFigures()
  const [writing, setWriting] = useState(false)
  const key = { listId: list.id, personId: of.person_id }
  return (
    <li className="row stacked">
      <div>
        <strong>{may["lists.change"] ? <Link to={`/personnes/${of.person_id}`}>{of.name}</Link> : of.name}</strong>{" "}
        {of.outcome && <Mark kind={kinds[of.outcome]}>{t(`lists.outcome.${of.outcome}`)}</Mark>}
      </div>
      <div className="bar">
        {of.phone && (
          <a className="button" href={`tel:${of.phone.replaceAll(/[^+\d]/g, "")}`}>
            {of.phone}
          </a>
        )}
        {of.email && <a href={`mailto:${of.email}`}>{of.email}</a>}
        {of.address && <span style={{ whiteSpace: "pre-line" }}>{of.address}</span>}
        {!of.phone && !of.email && !of.address && <span className="soft">{t("lists.unreachable")}</span>}
      </div>
      {of.note && <p style={{ whiteSpace: "pre-line" }}>{of.note}</p>}
      {of.noted_at && (
        <p className="soft">{t("lists.noted", { by: of.noted_by ?? "", day: say.moment(of.noted_at) })}</p>
      )}
      {may["lists.note"] && !of.outcome && (
        <>
          <Outcomes of={of} list={list} which={usual} />
          <details>
            <summary>{t("lists.otherwise")}</summary>
            <Outcomes of={of} list={list} which={rare}>
              {may["lists.change"] && (
                <Act
                  command="lists.remove"
                  input={key}
                  done={t("lists.removed", { name: of.name })}
                  undo={() => ({ command: "lists.add", input: { listId: list.id, personIds: [of.person_id] } })}
                >
                  {t("lists.remove")}
                </Act>
              )}
            </Outcomes>
          </details>
        </>
      )}
      {may["lists.note"] && of.outcome && (
        <div className="bar">
          <button type="button" className="button quiet" aria-expanded={writing} onClick={() => setWriting(!writing)}>
            {t("lists.write")}
          </button>
          <Act command="lists.note" input={{ ...key, outcome: null }}>
            {t("lists.again")}
          </Act>
        </div>
      )}
      {writing && of.outcome && (
        <Form
          command="lists.note"
          draft={`lists.note.${list.id}.${of.person_id}`}
          initial={{ ...key, outcome: of.outcome, note: of.note ?? "" }}
          kind="plain"
          send={t("lists.save")}
          onDone={() => setWriting(false)}
        >
          <LongTextField name="note" label={t("lists.note")} rows={2} />
        </Form>
      )}
    </li>
  )
}

const Outcomes = ({
  of,
  list,
  which,
  children,
}: {
  of: Person
  list: It["list"]
  which: readonly NonNullable<Person["outcome"]>[]
  children?: ReactNode
}) => {
  const t = useWords()
  const key = { listId: list.id, personId: of.person_id }
  return (
    <div className="bar">
      {which.map((outcome) => (
        <Act
          key={outcome}
          command="lists.note"
          input={{ ...key, outcome }}
          kind="plain"
          done={t("lists.noted.done", { name: of.name, outcome: t(`lists.outcome.${outcome}`) })}
          undo={() => ({ command: "lists.note", input: { ...key, outcome: null } })}
        >
          {t(`lists.outcome.${outcome}`)}
        </Act>
      ))}
      {children}
    </div>
  )
}
