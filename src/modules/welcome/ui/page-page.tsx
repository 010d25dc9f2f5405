import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { useWelcomeCrumbs } from "./crumbs.ts"

/** The page open to all: its words, its address, and what is printed for a stand. */
export const PagePage = () => {
  const t = useWords()
  const crumbs = useWelcomeCrumbs()
  const { body } = useBody()
  const read = useRead("welcome.readPage", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Reading of={read}>
      {({ page, address }) => (
        <Page
          title={t("welcome.page.setting")}
          lead={t("welcome.page.setting.lead", { body: body.name })}
          crumbs={crumbs}
          marks={
            <Mark {...(page.open ? { kind: "good" as const } : {})}>
              {t(page.open ? "welcome.page.open" : "welcome.page.closed")}
            </Mark>
          }
        >
          {page.written && (
            <Sheet title={t("welcome.page.stand")}>
              <Rows>
                {page.open && (
                  <Row soft={t("welcome.page.address.soft")}>
                    <a href={address}>{address}</a>
                  </Row>
                )}
                <Row soft={t("welcome.poster.soft")}>
                  <a href={`/arrivants/affiche.pdf?bodyId=${body.id}`} target="_blank" rel="noreferrer">
                    {t("welcome.poster")}
                  </a>
                </Row>
                <Row soft={t("welcome.paper.soft")}>
                  <a href={`/arrivants/bulletin.pdf?bodyId=${body.id}`} target="_blank" rel="noreferrer">
                    {t("welcome.paper")}
                  </a>
                </Row>
              </Rows>
            </Sheet>
          )}
          <Sheet title={t("welcome.page.words")} padded>
            <Form
              command="welcome.setPage"
              draft={`welcome.setPage ${body.id}`}
              initial={{ slug: page.slug, offer: page.offer, dataWords: page.data_words, open: page.open }}
              input={(values) => ({
                bodyId: body.id,
                slug: values["slug"] ?? "",
                offer: values["offer"] ?? "",
                dataWords: values["dataWords"] ?? "",
                open: values["open"] === true,
              })}
              send={t("welcome.save")}
              onDone={() => tell({ words: t("welcome.saved") })}
              sticks
            >
              <LongTextField
                name="offer"
                label={t("welcome.page.offer")}
                hint={t("welcome.page.offer.hint")}
                rows={6}
                required
              />
              <LongTextField
                name="dataWords"
                label={t("welcome.page.data")}
                hint={t("welcome.page.data.hint")}
                rows={6}
                required
              />
              <TextField
                name="slug"
                label={t("welcome.page.slug")}
                hint={t("welcome.page.slug.hint")}
                autoComplete="off"
                required
              />
              <CheckField name="open" label={t("welcome.page.open.act")} hint={t("welcome.page.open.hint")} />
            </Form>
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}
