import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { ChoiceField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { ExchangeRows } from "./exchange-rows.tsx"
import { exchangeKinds } from "./kinds.ts"

type Answer = ReadOf<"counterparts.read">

/** Two gestures: say it, note it. The day is today, and we are who was there. */
export const Quick = ({ of: { counterpart: c } }: { of: Answer }) => {
  const t = useWords()
  const { person } = useSession()
  if (!person) return null
  return (
    <Sheet title={t("exchanges.log")} padded>
      <Form
        command="exchanges.log"
        draft={`exchanges.quick.${c.id}`}
        initial={{ kind: "meeting" }}
        input={(values) => ({
          bodyId: c.body_id,
          theirsIds: [c.id],
          oursIds: [person.id],
          kind: values["kind"],
          on: today(),
          about: values["about"] ?? "",
        })}
        send={t("exchanges.log_it")}
        onDone={() => tell({ words: t("exchanges.logged") })}
        beside={
          <Link className="button quiet" to={`/interlocuteurs/echange?avec=${c.id}`}>
            {t("exchanges.more")}
          </Link>
        }
      >
        <TextField name="about" label={t("exchanges.field.about")} required />
        <ChoiceField
          name="kind"
          label={t("exchanges.field.kind")}
          as="radio"
          required
          options={exchangeKinds
            .filter((value) => value !== "request" && value !== "other")
            .map((value) => ({ value, words: t(`exchanges.kind.${value}`) }))}
        />
      </Form>
    </Sheet>
  )
}

/** What was said with them, the last first. */
export const Exchanges = ({ of: { counterpart: c } }: { of: Answer }) => {
  const t = useWords()
  const [limit, setLimit] = useState(15)
  return (
    <Sheet title={t("exchanges.place")}>
      <Reading of={useRead("exchanges.list", { counterpartId: c.id, limit }, { keepPrevious: true })}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Empty title={t("exchanges.none")} />
          ) : (
            <>
              <ExchangeRows rows={rows} without={c.full_name} />
              {next && (
                <p className="pad">
                  <button type="button" className="button" onClick={() => setLimit(Math.min(200, limit + 50))}>
                    {t("exchanges.older")}
                  </button>
                </p>
              )}
            </>
          )
        }
      </Reading>
    </Sheet>
  )
}
