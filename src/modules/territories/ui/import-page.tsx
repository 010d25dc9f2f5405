import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { refusalWords, Reading } from "../../../shell/fault.tsx"
import { CheckField, DateField, TextField } from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { ForeseenContours, ForeseenPlaces } from "./foreseen.tsx"

type Known = ReadOf<"territories.known">

/** Official files: which were read, and one more, seen before it is applied. */
export const ImportPage = () => {
  const t = useWords()
  return (
    <Page
      title={t("territories.import.title")}
      lead={t("territories.import.lead")}
      crumbs={[
        { words: t("secretariat.title"), to: "/secretariat" },
        { words: t("territories.title"), to: "/secretariat/territoires" },
        { words: t("territories.import.title") },
      ]}
    >
      <Reading of={useRead("territories.known", {})}>
        {(known) => (
          <>
            <KnownFiles of={known} />
            {known.keeperId ? (
              <Sheet title={t("territories.import.one")} padded>
                <Reader bodyId={known.keeperId} />
              </Sheet>
            ) : (
              <p className="soft">{t(known.keeps ? "territories.import.not_yours" : "territories.import.elsewhere")}</p>
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

const KnownFiles = ({ of: { levels, contours } }: { of: Known }) => {
  const t = useWords()
  const say = useFigures()
  if (levels.length + contours.length === 0) return null
  return (
    <Sheet title={t("territories.known")}>
      <Rows>
        {levels.map(({ country, level, count, ended, source, vintage }) => (
          <Row key={country + level} soft={t("territories.source", { source, day: say.dayOnly(vintage) })}>
            {country === "XX" ? t("territories.example") : say.country(country)}
            {" · "}
            {t(`territories.count.${level}`, { count })}
            {ended > 0 && <span className="soft"> · {t("territories.count.ended", { count: ended })}</span>}
          </Row>
        ))}
        {contours.map(({ country, level, count, credit, vintage }) => (
          <Row
            key={`contours${country}${level}`}
            soft={t("territories.source", { source: credit, day: say.dayOnly(vintage) })}
          >
            {country === "XX" ? t("territories.example") : say.country(country)}
            {" · "}
            {t("territories.contours.of", { places: t(`territories.count.${level}`, { count }) })}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const Reader = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const [done, setDone] = useState(0)
  return (
    <>
      <Where />
      <Form
        key={done}
        command="territories.import"
        draft={false}
        initial={{ endsMissing: true }}
        input={({ file, on, endsMissing, credit }) => ({
          fileId: file?.fileId,
          on,
          endsMissing: endsMissing === true,
          credit: credit || null,
        })}
        send={t("territories.import.apply")}
        onDone={({ kind, added, renamed, ended, contours }) => {
          tell({
            words:
              kind === "contours"
                ? t("territories.import.drawn", { count: contours })
                : t("territories.import.done", { added, renamed, ended }),
          })
          setDone(done + 1)
        }}
      >
        <FileField
          name="file"
          label={t("territories.import.file")}
          hint={t("territories.import.file.hint")}
          accept=".csv,.txt,.json,.geojson"
          bodyId={bodyId}
          required
        />
        <Foreseen />
      </Form>
    </>
  )
}

/** Where the official files are found: nobody knows the address by heart. */
const Where = () => {
  const t = useWords()
  return (
    <details>
      <summary>{t("territories.import.where")}</summary>
      <ul className="tight">
        {(["fr_codes", "fr_contours", "be_codes", "be_contours"] as const).map((one) => (
          <li key={one}>{t(`territories.import.where.${one}`)}</li>
        ))}
      </ul>
    </details>
  )
}

const Foreseen = () => {
  const t = useWords()
  const say = useFigures()
  const { file, on, endsMissing } = useFormValues()
  const fileId: string | undefined = file?.fileId
  const { data, error, isFetching } = useRead(
    "territories.foresee",
    { fileId: fileId ?? "", ...(on && { on }), endsMissing: endsMissing ? "yes" : "no" },
    { enabled: Boolean(fileId), keepPrevious: true },
  )
  if (!fileId) return null
  if (error) return <p className="error">{refusalWords(error, t)}</p>
  if (!data)
    return (
      <p className="soft" aria-live="polite">
        {t("territories.import.reading")}
      </p>
    )
  if (data.kind === null)
    return (
      <p className="error" role="alert">
        {t("refused.territories.unreadable", { reason: data.reason })}
      </p>
    )
  return (
    <>
      <Facts
        of={[
          [t("territories.import.kind"), t(`territories.file.${data.kind}`)],
          [t("territories.import.vintage"), say.dayOnly(on || data.vintage)],
        ]}
      />
      <DateField
        name="on"
        label={t("territories.import.on")}
        hint={t("territories.import.on.hint", { day: say.dayOnly(data.vintage) })}
        required
      />
      {data.places ? (
        <>
          {data.kind !== "fr_movements" && (
            <CheckField
              name="endsMissing"
              label={t("territories.import.missing")}
              hint={t("territories.import.missing.hint")}
            />
          )}
          <ForeseenPlaces of={data.places} unread={data.unread} busy={isFetching} />
        </>
      ) : (
        <>
          <TextField
            name="credit"
            label={t("territories.import.credit")}
            hint={t("territories.import.credit.hint")}
            required
          />
          {data.contours && <ForeseenContours of={data.contours} />}
        </>
      )}
      <p className="soft">
        {t("territories.import.all")} <Link to="/secretariat/carte">{t("territories.map.title")}</Link>
      </p>
    </>
  )
}
