import { useState } from "react"
import { CheckField, ChoiceField, LongTextField, NumberField } from "../../../../shell/fields.tsx"
import { LocalForm } from "../../../../shell/form.tsx"
import { Mark, Row, Rows } from "../../../../shell/sheet.tsx"
import { useFigures, useLanguage, useWords } from "../../../../shell/use-words.ts"
import { type CountedLists, countLists, type ListWay, listWays } from "./count-lists.ts"
import { readLists } from "./read-lists.ts"
import { Found } from "./found.tsx"
import { Trace } from "./trace.tsx"

/** Seats of lists, out of their votes. */
export const ListsForm = () => {
  const t = useWords()
  const language = useLanguage()
  const [counted, setCounted] = useState<CountedLists>()
  return (
    <>
      <LocalForm
        initial={{ way: "dhondt" }}
        send={t("votes.count.lists.send")}
        act={(values) => {
          setCounted(undefined)
          const how = {
            seats: Number(values["seats"]),
            way: values["way"] as ListWay,
            byVotes: values["byVotes"] === true,
          }
          setCounted(countLists(readLists(String(values["lists"])), how, language))
        }}
      >
        <LongTextField
          name="lists"
          label={t("votes.count.lists.field")}
          hint={<span className="lines">{t("votes.count.lists.field.hint")}</span>}
          rows={6}
          required
        />
        <NumberField name="seats" label={t("votes.field.seats")} min={1} max={1000} required />
        <ChoiceField
          name="way"
          label={t("votes.field.method")}
          required
          as="select"
          options={listWays.map((value) => ({ value, words: t(`votes.method.${value}`) }))}
        />
        <CheckField name="byVotes" label={t("votes.count.by_votes")} hint={t("votes.count.by_votes.hint")} />
      </LocalForm>
      {counted && <Result of={counted} />}
    </>
  )
}

const Result = ({ of: { lists, open, trace } }: { of: CountedLists }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Found title={t("votes.result")}>
      <output>
        {t(
          lists.some(({ seats }) => seats === null)
            ? "votes.count.second_round"
            : open
              ? "votes.count.open"
              : "votes.count.shared",
        )}
      </output>
      <Rows>
        {lists.map(({ name, votes, seats, who }) => (
          <Row
            key={name}
            end={
              seats === null
                ? t("votes.count.votes", { votes: say.number(Number(votes)) })
                : t("votes.lists.seats", { seats })
            }
          >
            {name}
            {who.length > 0 && <span className="soft under">{who.join(", ")}</span>}
          </Row>
        ))}
      </Rows>
      {open && <Mark kind="wait">{t("votes.result.is_open")}</Mark>}
      <Trace of={trace.map((one) => [one])} />
    </Found>
  )
}
