import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { useAddress, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Pieces } from "../../../shell/redline.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { TextLine, TextLines } from "../../../shell/text-lines.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { nameOf } from "./names.tsx"

type Consolidated = ReadOf<"amendments.consolidated">

/** What the text becomes with the amendments that were adopted, or with those one ticks. */
export const ConsolidatedPage = () => {
  const t = useWords()
  const baseId = useParam("baseId")
  const { values, set } = useAddress()
  const [chosen, setChosen] = useState<readonly string[] | undefined>(undefined)
  const isClean = values["vue"] === "propre"
  const read = useRead(
    "amendments.consolidated",
    { baseId, ...(chosen ? { chosen: [...chosen] } : {}) },
    { keepPrevious: true },
  )
  return (
    <Reading of={read}>
      {(of) => (
        <Page
          title={t("amendments.consolidated")}
          lead={of.title}
          crumbs={[
            { words: t("amendments.place"), to: "/amendements" },
            { words: of.title, to: `/amendements/${baseId}` },
            { words: t("amendments.consolidated") },
          ]}
          acts={
            <>
              {(["redline", "clean"] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  className={isClean === (one === "clean") ? "button on" : "button quiet"}
                  aria-pressed={isClean === (one === "clean")}
                  onClick={() => set({ vue: one === "clean" ? "propre" : undefined })}
                >
                  {t(`amendments.view.${one}`)}
                </button>
              ))}
              <a href={`/api/amendments/bases/${baseId}/suivi.docx${chosen ? `?choisis=${chosen.join(",")}` : ""}`}>
                {t("amendments.export.tracked")}
              </a>
            </>
          }
          side={<Choice of={of} chosen={chosen} onChange={setChosen} />}
        >
          {of.left_out.length > 0 && <LeftOut of={of} />}
          <Sheet>
            {of.rows.length === 0 ? <Empty title={t("amendments.text.none")} /> : <Text of={of} isClean={isClean} />}
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}

const Text = ({ of, isClean }: { of: Consolidated; isClean: boolean }) => {
  const t = useWords()
  const names = new Map(of.amendments.map((one) => [one.id, nameOf(one, t)]))
  return (
    <TextLines>
      {of.rows.map(({ is, pieces, by }, index) => {
        const shown = isClean
          ? pieces.filter((piece) => piece.is !== "removed").map((piece) => ({ ...piece, is: "kept" as const }))
          : pieces
        if (shown.length === 0) return null
        return (
          <TextLine
            key={index}
            opens={is !== "paragraph"}
            margin={
              by.length > 0 &&
              by.map((id) => (
                <span key={id} className="soft">
                  {names.get(id)}
                </span>
              ))
            }
          >
            <p>
              <Pieces of={shown} />
            </p>
          </TextLine>
        )
      })}
    </TextLines>
  )
}

const Choice = ({
  of,
  chosen,
  onChange,
}: {
  of: Consolidated
  chosen: readonly string[] | undefined
  onChange: (chosen: readonly string[] | undefined) => void
}) => {
  const t = useWords()
  const taken = chosen ?? of.amendments.filter((one) => one.taken).map(({ id }) => id)
  return (
    <fieldset className="field">
      <legend>{t("amendments.consolidated.which")}</legend>
      {of.amendments.length === 0 && <p className="soft">{t("amendments.none")}</p>}
      {of.amendments.map((one) => (
        <label key={one.id} className="option">
          <input
            type="checkbox"
            checked={taken.includes(one.id)}
            onChange={(event) => onChange(event.target.checked ? withOne(one, taken) : withoutOne(one, of, taken))}
          />
          <span>{nameOf(one, t)}</span>
        </label>
      ))}
      {chosen && (
        <button type="button" className="button quiet" onClick={() => onChange(undefined)}>
          {t("amendments.consolidated.adopted")}
        </button>
      )}
    </fieldset>
  )
}

// A sub-amendment comes with its amendment, and goes with it.
type One = Consolidated["amendments"][number]
const withOne = ({ id, amends_id }: One, taken: readonly string[]) => [
  ...new Set([...taken, ...(amends_id ? [amends_id] : []), id]),
]
const withoutOne = (one: One, of: Consolidated, taken: readonly string[]) => {
  const gone = new Set([one.id, ...of.amendments.filter(({ amends_id }) => amends_id === one.id).map(({ id }) => id)])
  return taken.filter((id) => !gone.has(id))
}

const LeftOut = ({ of }: { of: Consolidated }) => {
  const t = useWords()
  const named = (id: string) => {
    const one = of.amendments.find((each) => each.id === id)
    return one ? nameOf(one, t) : ""
  }
  return (
    <div className="summary">
      {of.left_out.map(({ id, because }) => (
        <p key={id}>{t("amendments.left_out", { name: named(id), other: named(because) })}</p>
      ))}
    </div>
  )
}
