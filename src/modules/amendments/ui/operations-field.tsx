import { useEffect, useRef, useState } from "react"
import type { Operation } from "../../../kernel/amending/operation.ts"
import { phraseOf, type Say, sayOnAmendment } from "../../../kernel/amending/phrase.ts"
import { endOfSection, placesOf } from "../../../kernel/amending/place.ts"
import { redlineWords } from "../../../kernel/redline/words.ts"
import { Field } from "../../../shell/field.tsx"
import { Pieces } from "../../../shell/redline.tsx"
import { TextLine, TextLines } from "../../../shell/text-lines.tsx"
import { type Translate, useWords } from "../../../shell/use-words.ts"
import type { Paragraph } from "./mend-list.tsx"

/** What is being done to the text: the paragraphs `from` to `to` become what is typed, a line for each; empty: they go. */
export type Typed = { from: number; to: number; text: string }
/** With the version it was typed on. */
export type Deeds = { version: number; list: readonly Typed[] }

export const putOf = ({ text }: Typed): string[] => text.split("\n").flatMap((line) => line.trim() || [])

/** The operations as the commands take them; insertions of nothing are left out. */
export const operationsOf = ({ list }: Deeds) =>
  list
    .map((one) => ({ from: one.from, to: one.to, put: putOf(one) }))
    .filter(({ from, to, put }) => from < to || put.length > 0)

/** The text, of which one taps a paragraph and writes how it should read; the sentence of the amendment makes itself. */
export const OperationsField = ({
  name,
  label,
  paragraphs,
  amendsName,
  at,
}: {
  name: string
  label: string
  paragraphs: readonly Paragraph[]
  /** The amendment whose text this is. */
  amendsName: string | null
  /** The paragraph one came for. */
  at: number | undefined
}) => (
  <Field name={name} label={label} required group check={(value) => (isEmpty(value as Deeds) ? " " : undefined)}>
    {({ value, set }) => (
      <Lines
        paragraphs={paragraphs}
        deeds={value as Deeds}
        amendsName={amendsName}
        at={at}
        onChange={(list) => set({ ...(value as Deeds), list })}
      />
    )}
  </Field>
)

const isEmpty = (deeds: Deeds) => operationsOf(deeds).length === 0

const Lines = ({
  paragraphs,
  deeds,
  amendsName,
  at,
  onChange,
}: {
  paragraphs: readonly Paragraph[]
  deeds: Deeds
  amendsName: string | null
  at: number | undefined
  onChange: (list: readonly Typed[]) => void
}) => {
  const t = useWords()
  const [open, setOpen] = useState<number | undefined>(at)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (at !== undefined) document.getElementById(`alinea-${at}`)?.scrollIntoView({ block: "center" })
  }, [at])
  const places = placesOf(paragraphs)
  const struck = (index: number) => deeds.list.find(({ from, to }) => from <= index && index < to)
  const inserted = (index: number) => deeds.list.find(({ from, to }) => from === to && from === index)
  const without = (typed: Typed | undefined) => deeds.list.filter((one) => one !== typed)
  const write = (old: Typed | undefined, next: Typed) => {
    const was = paragraphs.slice(next.from, next.to)
    const isSame = next.from < next.to && next.text === was.map(({ text }) => text).join("\n")
    onChange([...without(old), ...(isSame ? [] : [next])].toSorted((one, other) => one.from - other.from))
  }
  const editor = (index: number) => {
    const typed = struck(index)
    const { from, to } = typed ?? { from: index, to: index + 1 }
    const was = paragraphs.slice(from, to).map(({ text }) => text)
    const end = endOfSection(paragraphs, index)
    const isArticle = paragraphs[index]!.is === "article" && end > index + 1
    return (
      <div className="stack">
        <textarea
          className="input"
          aria-label={t("amendments.write.words")}
          rows={3}
          value={typed ? typed.text : was.join("\n")}
          onChange={(event) => write(typed, { from, to, text: event.target.value })}
        />
        {typed && <Phrases deeds={{ ...deeds, list: [typed] }} paragraphs={paragraphs} amendsName={amendsName} />}
        <div className="bar">
          <button type="button" className="button" onClick={() => write(typed, { from, to, text: "" })}>
            {t("amendments.write.delete")}
          </button>
          {isArticle && (
            <button
              type="button"
              className="button"
              onClick={() =>
                onChange([
                  ...deeds.list.filter((one) => one.to <= index || one.from >= end),
                  { from: index, to: end, text: "" },
                ])
              }
            >
              {t("amendments.write.delete_article")}
            </button>
          )}
          {!inserted(to) && (
            <button
              type="button"
              className="button"
              onClick={() => onChange([...deeds.list, { from: to, to, text: "" }])}
            >
              {t("amendments.write.insert")}
            </button>
          )}
          {typed && (
            <button type="button" className="button quiet" onClick={() => onChange(without(typed))}>
              {t("amendments.write.undo")}
            </button>
          )}
          <button type="button" className="button quiet" onClick={() => setOpen(undefined)}>
            {t("amendments.close")}
          </button>
        </div>
      </div>
    )
  }
  const added = (index: number) => {
    const typed = inserted(index)
    if (!typed) return null
    return (
      <TextLine key={`before-${index}`} n="+">
        <textarea
          className="input"
          aria-label={t("amendments.write.new_words")}
          rows={2}
          value={typed.text}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for a moment ago
          autoFocus={typed.text === ""}
          onChange={(event) => write(typed, { ...typed, text: event.target.value })}
        />
        <div className="bar">
          <button type="button" className="button quiet" onClick={() => onChange(without(typed))}>
            {t("amendments.write.undo")}
          </button>
        </div>
      </TextLine>
    )
  }
  return (
    <div ref={place} className="amending">
      <TextLines>
        {paragraphs.flatMap(({ is, text }, index) => {
          const typed = struck(index)
          return [
            added(index),
            <TextLine
              key={index}
              id={`alinea-${index}`}
              n={places[index]!.alinea}
              opens={is !== "paragraph"}
              below={open === index && editor(index)}
            >
              <button
                type="button"
                aria-expanded={open === index}
                onClick={() => setOpen(open === index ? undefined : index)}
              >
                {typed ? <Pieces of={redlineWords(text, shownFor(typed, index))} /> : text}
              </button>
            </TextLine>,
          ]
        })}
        {added(paragraphs.length)}
      </TextLines>
      <div className="stack" aria-live="polite">
        <h3>{t(amendsName ? "amendments.sub.says" : "amendments.write.says")}</h3>
        <Phrases deeds={deeds} paragraphs={paragraphs} amendsName={amendsName} />
      </div>
    </div>
  )
}

// What is typed stands beside the first paragraph it replaces; the others go.
const shownFor = (typed: Typed, index: number) => (index === typed.from ? putOf(typed).join(" / ") : "")

export const sayOf =
  (t: Translate): Say =>
  (key, values) =>
    t.named(key, values)

/** What the amendment will ask for, in the words of the trade. */
export const Phrases = ({
  deeds,
  paragraphs,
  amendsName,
}: {
  deeds: Deeds
  paragraphs: readonly Paragraph[]
  amendsName: string | null
}) => {
  const t = useWords()
  const operations = operationsOf(deeds).map((one): Operation => ({
    ...one,
    was: paragraphs.slice(one.from, one.to).map(({ text }) => text),
  }))
  if (operations.length === 0) return <p className="soft">{t("amendments.write.nothing")}</p>
  return (
    <div className="prose">
      {operations.flatMap((operation, index) =>
        phraseOf(operation, paragraphs, amendsName ? sayOnAmendment(sayOf(t), amendsName) : sayOf(t)).map(
          (line, place) => <p key={`${index}-${place}`}>{line}</p>,
        ),
      )}
    </div>
  )
}
