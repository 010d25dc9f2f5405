import { Act } from "../../../shell/act.tsx"
import { ChangingRow } from "../../../shell/changing-row.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Reading } from "../../../shell/fault.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Read = ReadOf<"affiliations.list">

/** The sensibilities of the body, each with who is of it. */
export const AffiliationsPage = () => {
  const t = useWords()
  const { body } = useBody()
  const read = useRead("affiliations.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  return (
    <Reading of={read}>
      {({ affiliations, may, body: { id, name } }) => (
        <Page
          title={t("secretariat.affiliations")}
          lead={name}
          crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("secretariat.affiliations") }]}
        >
          <Sheet>
            {affiliations.length === 0 ? (
              <Empty title={t("secretariat.affiliations.none")}>{t("secretariat.affiliations.purpose")}</Empty>
            ) : (
              <Rows>
                {affiliations.map((one) => (
                  <Affiliation key={one.id} of={one} mayChange={Boolean(may["affiliations.change"])} />
                ))}
              </Rows>
            )}
          </Sheet>
          {may["affiliations.add"] && (
            <Sheet title={t("secretariat.affiliations.add")} padded>
              <Form
                command="affiliations.add"
                initial={{ bodyId: id }}
                kind="plain"
                send={t("secretariat.affiliations.add")}
              >
                <TextField name="name" label={t("secretariat.affiliations.name")} required />
              </Form>
            </Sheet>
          )}
        </Page>
      )}
    </Reading>
  )
}

const Affiliation = ({ of, mayChange }: { of: Read["affiliations"][number]; mayChange: boolean }) => {
  const t = useWords()
  const { id, name, people } = of
  return (
    <ChangingRow
      soft={
        people.length === 0
          ? t("secretariat.affiliations.nobody")
          : people.map((one, at) => (
              <span key={one.id}>
                {at > 0 && ", "}
                <Link to={`/personnes/${one.id}`}>{one.name}</Link>
              </span>
            ))
      }
      name={name}
      change={t("secretariat.affiliations.change")}
      mayChange={mayChange}
      acts={
        <Act
          command="affiliations.end"
          input={{ affiliationId: id }}
          confirm={{
            title: t("secretariat.affiliations.end.title", { name }),
            words: t("secretariat.affiliations.end.words", { count: people.length }),
          }}
        >
          {t("secretariat.affiliations.end")}
          <span className="unseen">, {name}</span>
        </Act>
      }
      fields={(close) => (
        <Form
          command="affiliations.change"
          draft={false}
          initial={{ affiliationId: id, name }}
          kind="plain"
          send={t("secretariat.save")}
          onDone={close}
        >
          <TextField name="name" label={t("secretariat.affiliations.name")} required />
        </Form>
      )}
    >
      <b>{name}</b>{" "}
      {people.length > 0 && (
        <span className="soft">{t("secretariat.affiliations.count", { count: people.length })}</span>
      )}
    </ChangingRow>
  )
}
