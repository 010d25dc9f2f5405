import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { useBody } from "../../../shell/body.ts"
import { refusalWords } from "../../../shell/fault.tsx"
import { Link, useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { foresee, type Foreseen, sendImport, type Wish } from "./import-file.ts"
import { ImportPreview } from "./import-preview.tsx"
import { ImportSource } from "./import-source.tsx"
import { MOST_BYTES, partFile, type Split, splitFile } from "./split-file.ts"

/** A file of people: chosen or pasted, looked at line by line, then written at once; a very large one part by part. */
export const ImportPage = () => {
  const t = useWords()
  const go = useGo()
  const client = useQueryClient()
  const { body } = useBody()
  const [wish, setWish] = useState<Wish>()
  const [done, setDone] = useState<readonly string[]>([])
  const [stage, setStage] = useState<Stage>("sending")
  const [share, setShare] = useState(0)
  const command = useRef(crypto.randomUUID())
  /** The parts to come are added without being looked at. */
  const onward = useRef(false)
  const hear = (next: Stage) => (of: number) => {
    setStage(of < 1 || next === "cutting" ? next : "reading")
    setShare(of)
  }
  const cutting = useMutation<Split | undefined, Error, Wish>({
    mutationFn: ({ file }) => splitFile(file, hear("cutting")),
    onSuccess: (split, whole) => {
      if (split || whole.file.size <= MOST_BYTES) lookAt(0, whole, split)
    },
  })
  const looking = useMutation<Foreseen, Error, Wish>({ mutationFn: (whole) => foresee(whole, hear("sending")) })
  const writing = useMutation<{ importId: string }, Error, Wish>({
    mutationFn: (whole) => sendImport(whole, command.current, hear("sending")),
    onSuccess: async ({ importId }, written) => {
      await client.invalidateQueries()
      if (parts <= 1) return go(`/personnes/importer/${importId}`)
      const next = [...done, importId]
      setDone(next)
      writing.reset()
      if (next.length === parts) return
      if (!onward.current) return lookAt(next.length, written, cutting.data)
      command.current = crypto.randomUUID()
      writing.mutate(partOf(next.length, written, cutting.data))
    },
    // A part that was not looked at is looked at once it fails.
    onError: (_error, failed) => {
      if (done.length > 0 && onward.current) look(failed)
    },
  })
  const parts = cutting.data?.parts.length ?? 1
  const look = (next: Wish) => {
    setWish(next)
    command.current = crypto.randomUUID()
    looking.mutate(next)
  }
  const whole = cutting.variables?.file
  const partOf = (index: number, like: Wish, split: Split | undefined): Wish => ({
    ...like,
    ...(split &&
      partFile(index === 0 ? like.file : (whole ?? like.file), split, index, looking.data?.heading !== undefined)),
    update: "none",
  })
  const lookAt = (index: number, like: Wish, split: Split | undefined) => look(partOf(index, like, split))
  const again = () => {
    setWish(undefined)
    setDone([])
    for (const one of [cutting, looking, writing]) one.reset()
  }
  if (!body) return <Page title={t("people.import")} />
  const error = cutting.error ?? looking.error ?? writing.error
  const isTooHeavy = cutting.isSuccess && !cutting.data && whole !== undefined && whole.size > MOST_BYTES
  const isGoing = cutting.isPending || looking.isPending || writing.isPending
  const isOver = parts > 1 && done.length === parts
  return (
    <Page
      title={t(isOver ? "people.import.done" : "people.import")}
      lead={body.name}
      crumbs={[{ words: t("people.title"), to: "/personnes" }, { words: t("people.import") }]}
    >
      {(error || isTooHeavy) && (
        <p className="summary" role="alert">
          {error ? refusalWords(error, t) : t("people.import.too_heavy")}
        </p>
      )}
      {isGoing && <Going stage={stage} share={share} />}
      {parts > 1 && cutting.data && (
        <Parts of={cutting.data} done={done} busy={writing.isPending} onOnward={(is) => (onward.current = is)} />
      )}
      {!isOver && looking.data && <Accents of={looking.data} />}
      {isOver || (writing.isPending && done.length > 0) ? null : wish && looking.data ? (
        <ImportPreview
          // Lines chosen in one part are not those of the next.
          key={done.length}
          of={looking.data}
          busy={isGoing}
          onColumns={(columns) => look({ ...wish, columns })}
          onImport={(update) => writing.mutate({ ...wish, columns: looking.data.columns, update })}
          onBack={again}
        />
      ) : (
        <Sheet padded>
          <ImportSource bodyId={body.id} busy={isGoing} onChosen={cutting.mutate} />
          <p className="soft">{t("people.import.privacy")}</p>
        </Sheet>
      )}
      <p>
        <Link to="/personnes">{t("people.import.back")}</Link>
      </p>
    </Page>
  )
}

type Stage = "cutting" | "sending" | "reading"

/** A file too large for one import: how many parts, which ones are done, and what each of them did. */
const Parts = ({
  of: { parts, lines },
  done,
  busy,
  onOnward,
}: {
  of: Split
  done: readonly string[]
  busy: boolean
  onOnward: (isOnward: boolean) => void
}) => {
  const t = useWords()
  return (
    <Sheet title={t("people.import.parts", { count: parts.length, lines })}>
      <div className="pad stack">
        <p className="soft">{t("people.import.parts.lead")}</p>
        {done.length < parts.length && (
          <label className="option">
            <input type="checkbox" onChange={(event) => onOnward(event.target.checked)} />
            <span>{t("people.import.parts.onward")}</span>
          </label>
        )}
      </div>
      <Rows>
        {parts.slice(0, done.length + 1).map(({ firstLine }, index) => {
          const last = (parts[index + 1]?.firstLine ?? lines + 1) - 1
          const words = t("people.import.part", { n: index + 1, from: firstLine, to: last })
          const importId = done[index]
          return (
            <Row
              key={firstLine}
              end={
                importId ? (
                  <Mark kind="good">{t("people.import.part.done")}</Mark>
                ) : (
                  <Mark kind="info">{t(busy ? "people.import.part.going" : "people.import.part.now")}</Mark>
                )
              }
            >
              {importId ? <Link to={`/personnes/importer/${importId}`}>{words}</Link> : words}
            </Row>
          )
        })}
        {parts.length > done.length + 1 && (
          <Row>
            <span className="soft">{t("people.import.parts.left", { count: parts.length - done.length - 1 })}</span>
          </Row>
        )}
      </Rows>
    </Sheet>
  )
}

/** The file cut, on its way, then what is made of it: a hundred thousand lines take some seconds. */
const Going = ({ stage, share }: { stage: Stage; share: number }) => {
  const t = useWords()
  const words = t(`people.import.${stage}`)
  return (
    <p>
      <output>
        {words} {stage === "reading" ? <progress aria-label={words} /> : <progress value={share} aria-label={words} />}
      </output>
    </p>
  )
}

const Accents = ({ of: { repaired, lost } }: { of: Foreseen }) => {
  const t = useWords()
  return (
    <>
      {repaired > 0 && (
        <p>
          <output>{t("people.import.repaired", { repaired })}</output>
        </p>
      )}
      {lost > 0 && (
        <p className="summary">
          <output>{t("people.import.lost", { lost })}</output>
        </p>
      )}
    </>
  )
}
