import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { ChoiceField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { Titles } from "./titles.tsx"

/** The paper of the body: what stands under its name, at the foot, and where its envelopes have their window. */
export const LetterheadPage = () => {
  const t = useWords()
  const { body } = useBody()
  const reading = useRead("letterheads.read", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Page
      title={t("letters.letterhead")}
      lead={body.name}
      crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("letters.letterhead") }]}
    >
      <Reading of={reading}>
        {({ letterhead, town, may }) =>
          may["letterheads.set"] ? (
            <>
              <Sheet padded>
                <Form
                  command="letterheads.set"
                  initial={{
                    lines: letterhead.lines.join("\n"),
                    foot: letterhead.foot,
                    town: letterhead.town ?? town,
                    side: letterhead.side,
                  }}
                  input={(values) => ({
                    bodyId: body.id,
                    lines: String(values["lines"] ?? ""),
                    foot: String(values["foot"] ?? ""),
                    town: values["town"] || null,
                    side: values["side"] ?? "country",
                  })}
                  send={t("letters.letterhead.save")}
                  onDone={() => tell({ words: t("letters.letterhead.done") })}
                >
                  <LongTextField
                    name="lines"
                    label={t("letters.letterhead.lines")}
                    hint={t("letters.letterhead.lines.hint")}
                    rows={5}
                  />
                  <TextField
                    name="town"
                    label={t("letters.letterhead.town")}
                    hint={t("letters.letterhead.town.hint")}
                  />
                  <LongTextField
                    name="foot"
                    label={t("letters.letterhead.foot")}
                    hint={t("letters.letterhead.foot.hint")}
                    rows={2}
                  />
                  <ChoiceField
                    name="side"
                    label={t("letters.letterhead.side")}
                    options={(["country", "right", "left"] as const).map((value) => ({
                      value,
                      words: t(`letters.letterhead.side.${value}`),
                    }))}
                  />
                </Form>
              </Sheet>
              <Titles bodyId={body.id} />
            </>
          ) : (
            <NotFound />
          )
        }
      </Reading>
    </Page>
  )
}
