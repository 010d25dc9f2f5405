import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField, DateField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

/** The letters to be printed together, folded and posted; and the day on which they were. */
export const PrintPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const reading = useRead("letters.listToPrint", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Page
      title={t("letters.to_print")}
      lead={body.name}
      crumbs={[{ words: t("letters.place"), to: "/courrier" }, { words: t("letters.to_print") }]}
    >
      <Reading of={reading}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t("letters.to_print.none")}>{t("letters.to_print.none.lead")}</Empty>
          ) : (
            <Sheet
              title={t("letters.to_print.count", { count: rows.length })}
              padded
              aside={
                <a className="button" href={`/api/letters/${body.id}/a-imprimer.pdf`} target="_blank" rel="noreferrer">
                  {t("letters.to_print.pdf")}
                </a>
              }
            >
              <p className="soft">{t("letters.to_print.lead")}</p>
              <Form
                key={rows.map(({ id }) => id).join()}
                command="letters.post"
                draft={false}
                initial={{ on: today(), ...Object.fromEntries(rows.map(({ id }) => [id, true])) }}
                input={(values) => ({
                  bodyId: body.id,
                  textIds: rows.filter(({ id }) => values[id] === true).map(({ id }) => id),
                  on: values["on"] || null,
                })}
                send={t("letters.posted")}
                onDone={() => tell({ words: t("letters.posted.done") })}
              >
                {rows.map(({ id, title, reference, address, since }) => (
                  <div key={id}>
                    <CheckField
                      name={id}
                      label={[reference, title].filter(Boolean).join(" · ")}
                      hint={[address.slice(0, 2).join(", "), say.ago(since)].join(" · ")}
                    />
                    <Link to={`/textes/${id}`}>{t("letters.open")}</Link>
                  </div>
                ))}
                <DateField name="on" label={t("letters.posted.on")} max={today()} required />
              </Form>
            </Sheet>
          )
        }
      </Reading>
    </Page>
  )
}
