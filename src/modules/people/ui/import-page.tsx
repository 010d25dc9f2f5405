import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { useBody } from "../../../shell/body.ts"
import { refusalWords } from "../../../shell/fault.tsx"
import { Link, useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { foresee, type Foreseen, sendImport, type Wish } from "./import-file.ts"
import { ImportPreview } from "./import-preview.tsx"
import { ImportSource } from "./import-source.tsx"

/** A file of people: chosen or pasted, looked at line by line, then written at once. */
export const ImportPage = () => {
  const t = useWords()
  const go = useGo()
  const client = useQueryClient()
  const { body } = useBody()
  const [wish, setWish] = useState<Wish>()
  const command = useRef(crypto.randomUUID())
  const [share, setShare] = useState(0)
  const looking = useMutation<Foreseen, Error, Wish>({ mutationFn: (whole) => foresee(whole, setShare) })
  const writing = useMutation<{ importId: string }, Error, Wish>({
    mutationFn: (whole) => sendImport(whole, command.current, setShare),
    onSuccess: async ({ importId }) => {
      await client.invalidateQueries()
      go(`/personnes/importer/${importId}`)
    },
  })
  const look = (next: Wish) => {
    setWish(next)
    command.current = crypto.randomUUID()
    looking.mutate(next)
  }
  if (!body) return <Page title={t("people.import")} />
  const error = looking.error ?? writing.error
  return (
    <Page
      title={t("people.import")}
      lead={body.name}
      crumbs={[{ words: t("people.title"), to: "/personnes" }, { words: t("people.import") }]}
    >
      {error && (
        <p className="summary" role="alert">
          {refusalWords(error, t)}
        </p>
      )}
      {(looking.isPending || writing.isPending) && <Going share={share} />}
      {looking.data && <Accents of={looking.data} />}
      {wish && looking.data ? (
        <ImportPreview
          wish={wish}
          of={looking.data}
          busy={looking.isPending || writing.isPending}
          onColumns={(columns) => look({ ...wish, columns })}
          onImport={(update) => writing.mutate({ ...wish, columns: looking.data.columns, update })}
          onBack={() => {
            setWish(undefined)
            looking.reset()
            writing.reset()
          }}
        />
      ) : (
        <Sheet padded>
          <ImportSource bodyId={body.id} busy={looking.isPending} onChosen={look} />
          <p className="soft">{t("people.import.privacy")}</p>
        </Sheet>
      )}
      <p>
        <Link to="/personnes">{t("people.import.back")}</Link>
      </p>
    </Page>
  )
}

/** The file on its way, then what is made of it: a hundred thousand lines take some seconds. */
const Going = ({ share }: { share: number }) => {
  const t = useWords()
  const words = share < 1 ? t("people.import.sending") : t("people.import.reading")
  return (
    <p>
      <output>
        {words} {share < 1 ? <progress value={share} aria-label={words} /> : <progress aria-label={words} />}
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
