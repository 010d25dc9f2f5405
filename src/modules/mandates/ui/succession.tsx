import { useEffect } from "react"
import type { ReadOf } from "../../../shell/api.ts"
import { useField } from "../../../shell/form.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Foreseen = ReadOf<"mandates.foresee">
type Holder = Foreseen["holders"][number]

/** Whose mandate ends as this one begins, and which rights end with it. Proposed where the function has no place for one more. */
export const Succession = ({
  holders,
  isFull,
  since,
  endsOn,
}: {
  holders: readonly Holder[]
  isFull: boolean
  since: string
  endsOn: string
}) => {
  const t = useWords()
  if (holders.length === 0) return null
  return (
    <fieldset className="field">
      <legend>{t("mandates.succession")}</legend>
      {holders.map((one) => (
        <Ending key={one.mandate_id} of={one} isProposed={isFull} since={since} endsOn={endsOn} />
      ))}
    </fieldset>
  )
}

const Ending = ({
  of,
  isProposed,
  since,
  endsOn,
}: {
  of: Holder
  isProposed: boolean
  since: string
  endsOn: string
}) => {
  const t = useWords()
  const say = useFigures()
  const { id, value, set, propose } = useField(endsName(of.mandate_id))
  useEffect(() => {
    if (value === undefined) propose(isProposed)
  }, [value, isProposed, propose])
  const { name, loses } = of
  return (
    <>
      <label className="option" htmlFor={id}>
        <input id={id} type="checkbox" checked={value === true} onChange={(event) => set(event.target.checked)} />
        <span>
          {t("mandates.succession.end", { name: `${name}, ${of.function_name}`, day: say.dayOnly(endsOn) })}
          {value === true && (
            <span className="soft under" aria-live="polite">
              {loses.length > 0
                ? t("mandates.succession.loses", {
                    name,
                    day: say.dayOnly(since),
                    what: loses.map((one) => t(`capability.${one}`)).join(", "),
                  })
                : t("mandates.succession.keeps", { name })}
            </span>
          )}
        </span>
      </label>
    </>
  )
}

const endsName = (mandateId: string) => `ends.${mandateId}`

/** Those that were ticked, of the holders of the function that was chosen last. */
export const endsOf = (values: Record<string, unknown>, holders: readonly Holder[]): string[] =>
  holders.map(({ mandate_id }) => mandate_id).filter((mandateId) => values[endsName(mandateId)] === true)

/** All that is ticked, whichever function it was ticked for: the server minds only those of the function asked about. */
export const tickedIn = (values: Record<string, unknown>): string[] =>
  Object.keys(values).flatMap((name) => (name.startsWith("ends.") && values[name] === true ? [name.slice(5)] : []))
