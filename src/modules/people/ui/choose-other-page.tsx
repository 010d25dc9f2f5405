import { useId, useState } from "react"
import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useLater } from "../../../shell/use-later.ts"
import { useWords } from "../../../shell/use-words.ts"

/** The other record of somebody, looked for by name: what no search of likeness would find, as a married name. */
export const ChooseOtherPage = () => {
  const personId = useParam("personId")
  return (
    <Reading of={useRead("people.read", { personId })}>{({ id, name }) => <Choosing id={id} name={name} />}</Reading>
  )
}

const Choosing = ({ id, name }: { id: string; name: string }) => {
  const t = useWords()
  const field = useId()
  const [typed, setTyped] = useState("")
  const q = useLater(typed.trim())
  const { data } = useRead("people.pick", { q }, { enabled: q.length > 0 })
  const others = (data ?? []).filter((one) => one.id !== id)
  return (
    <Page
      title={t("people.compare.choose")}
      lead={name}
      crumbs={[
        { words: t("people.title"), to: "/personnes" },
        { words: name, to: `/personnes/${id}` },
      ]}
    >
      <Sheet padded>
        <div className="field">
          <label htmlFor={field}>{t("people.compare.choose.name")}</label>
          <input
            id={field}
            type="search"
            className="input"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {q && data && others.length === 0 && <p className="soft">{t("people.compare.choose.nobody")}</p>}
        <Rows>
          {others.map((one) => (
            <Row key={one.id} soft={one.soft}>
              <Link to={`/personnes/${id}/comparer/${one.id}`}>{one.name}</Link>
            </Row>
          ))}
        </Rows>
      </Sheet>
    </Page>
  )
}
