import { useId, useRef, useState } from "react"
import { Act } from "./act.tsx"
import { useBody } from "./body.ts"
import { plain } from "./plain.ts"
import { useSession } from "./session.tsx"
import { useFigures, useWords } from "./use-words.ts"

/** The body the pages are about, and a way to take another, or another organisation. A person with one body sees its name only. */
export const BodySwitch = ({ short = false }: { short?: boolean }) => {
  const t = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const { organisation, bodies = [], elsewhere = [] } = useSession()
  const { body } = useBody()
  const name = body?.name ?? organisation?.name ?? t("shell.product")
  const under = [organisation?.name, body?.parent_name].filter((part) => part && part !== name)
  const label = (
    <>
      <b>{name}</b>
      {!short && under.length > 0 && <small>{[...new Set(under)].join(" · ")}</small>}
    </>
  )
  if (bodies.length + elsewhere.length < 2) return <div className="body-switch">{label}</div>
  return (
    <>
      <button className="body-switch" type="button" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {label}
        <span className="unseen">{t("shell.body.choose")}</span>
      </button>
      <dialog ref={dialog} className="dialog" aria-label={t("shell.body.choose")}>
        <Bodies onChosen={() => dialog.current?.close()} />
        {elsewhere.length > 0 && <Elsewhere />}
        <form method="dialog">
          <button className="button">{t("shell.close")}</button>
        </form>
      </dialog>
    </>
  )
}

const Bodies = ({ onChosen }: { onChosen: () => void }) => {
  const t = useWords()
  const say = useFigures()
  const id = useId()
  const [wanted, setWanted] = useState("")
  const { bodies = [] } = useSession()
  const { body, choose } = useBody()
  const shown = bodies.filter(({ name }) => plain(name).includes(plain(wanted)))
  return (
    <>
      <h2>{t("shell.body.choose")}</h2>
      {bodies.length > 7 && (
        <p className="field">
          <label htmlFor={id}>{t("shell.body.search")}</label>
          <input
            id={id}
            className="input"
            type="search"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </p>
      )}
      <ul className="choices">
        {shown.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              aria-current={each.id === body?.id ? "true" : undefined}
              onClick={() => {
                choose(each.id)
                onChosen()
              }}
            >
              <b>{each.name}</b>
              <span className="soft">
                {[
                  each.closed_on && t("shell.body.closed", { day: say.dayOnly(each.closed_on) }),
                  each.parent_name,
                  ...each.functions,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The walls between organisations stand: the whole page begins anew, as another person. */
const Elsewhere = () => {
  const t = useWords()
  const { elsewhere = [] } = useSession()
  return (
    <>
      <h3>{t("shell.body.elsewhere")}</h3>
      <ul className="choices">
        {elsewhere.map(({ id, name }) => (
          <li key={id}>
            <Act
              command="accounts.changePlace"
              input={{ organisationId: id }}
              kind="quiet"
              onDone={() => location.assign("/")}
            >
              {name}
            </Act>
          </li>
        ))}
      </ul>
    </>
  )
}
