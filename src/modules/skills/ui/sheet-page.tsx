import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, DateField, LongTextField, NumberField } from "../../../shell/fields.tsx"
import { Form, useField, useFormValues, type FormValues } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { levels, parts, slots, weekdays } from "./orders.ts"

type SheetOf = ReadOf<"skills.sheet">

/** One's own sheet, or that of somebody who sent a paper or said it. */
export const SheetPage = () => {
  const personId = useParam("personId")
  const { body } = useBody()
  const sheet = useRead("skills.sheet", { bodyId: body?.id ?? "", personId }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Reading of={sheet}>
      {(found) => <One key={found.sheet?.confirmed_on ?? ""} bodyId={body.id} personId={personId} of={found} />}
    </Reading>
  )
}

const One = ({ bodyId, personId, of }: { bodyId: string; personId: string; of: SheetOf }) => {
  const t = useWords()
  const say = useFigures()
  const go = useGo()
  const { own, name, body_name, sheet, skills } = of
  const stands = sheet?.confirmed_on && !sheet.withdrawn_on ? sheet : null
  const back = own ? "/compte" : `/personnes/${personId}`
  return (
    <Page
      title={own ? t("skills.own.title") : t("skills.sheet.title", { name })}
      crumbs={
        own
          ? [{ words: t("skills.title"), to: "/competences" }, { words: t("skills.own.title") }]
          : [{ words: t("skills.people"), to: "/personnes" }, { words: name, to: back }, { words: t("skills.title") }]
      }
      lead={body_name}
    >
      <p className="soft">
        {!stands
          ? t(own ? "skills.own.lead" : "skills.type.lead")
          : stands.by_name
            ? t("skills.person.typed", { day: say.dayOnly(stands.confirmed_on!), by: stands.by_name })
            : t("skills.person.said", { day: say.dayOnly(stands.confirmed_on!) })}
      </p>
      <Form
        command="skills.say"
        draft={`skills.say.${bodyId}.${personId}`}
        initial={initialOf(of)}
        input={(values) => inputOf(values, of, { bodyId, personId })}
        send={t(own ? (stands ? "skills.answer.confirm" : "skills.answer.send") : "skills.save")}
        sticks
        onDone={() => {
          tell({ words: t("skills.saved") })
          go(back)
        }}
      >
        {[...Map.groupBy(skills, ({ theme_id }) => theme_id)].map(([themeId, those]) => (
          <Sheet key={themeId} title={those[0]!.theme}>
            <div className="skill-lines">
              {those.map(({ id, name: skill }) => (
                <SkillLine key={id} id={id} name={skill} />
              ))}
            </div>
          </Sheet>
        ))}
        <Sheet title={t("skills.time")} padded>
          <Week />
          <NumberField name="hours" label={t("skills.hours")} unit={t("skills.hours.unit")} min={0} max={200} />
          <DateField name="away" label={t("skills.away")} hint={t("skills.away.hint")} />
          <ChoiceField
            name="manner"
            label={t("skills.manner")}
            options={[
              { value: "", words: t("skills.manner.any") },
              { value: "phone", words: t("skills.manner.phone") },
              { value: "place", words: t("skills.manner.place") },
            ]}
          />
          <LongTextField name="note" label={t("skills.note")} rows={2} />
        </Sheet>
        <Sheet title={t("skills.seen")} padded>
          {!own && (
            <ChoiceField
              name="means"
              label={t("skills.means")}
              options={[
                { value: "paper", words: t("skills.means.paper") },
                { value: "spoken", words: t("skills.means.spoken") },
              ]}
              required
            />
          )}
          <p>{of.consent.alone}</p>
          <CheckField name="shared" label={t("skills.consent.shared", { body: body_name })} />
        </Sheet>
      </Form>
      {stands && (
        <div className="bar">
          <Act
            command="skills.withdraw"
            input={{ bodyId, personId }}
            kind="quiet"
            confirm={{ title: t("skills.withdraw"), words: <p>{t("skills.withdraw.lead")}</p> }}
            done={t("skills.answer.withdrawn")}
            onDone={() => go(back)}
          >
            {t("skills.withdraw")}
          </Act>
        </div>
      )}
    </Page>
  )
}

const initialOf = ({ sheet, skills }: SheetOf): FormValues => ({
  ...Object.fromEntries(
    skills.flatMap(({ id, level, wants }) => [
      [`s.${id}`, level ?? ""],
      [`w.${id}`, wants],
    ]),
  ),
  ...Object.fromEntries((sheet?.slots ?? []).map((slot) => [`a.${slot}`, true])),
  hours: sheet?.hours_month ?? null,
  away: sheet?.away_until ?? "",
  manner: sheet?.manner ?? "",
  note: sheet?.note ?? "",
  shared: sheet?.shared ?? false,
  means: "paper",
})

const inputOf = (values: FormValues, { skills }: SheetOf, who: { bodyId: string; personId: string }) => ({
  ...who,
  skills: skills
    .map(({ id }) => ({ skillId: id, level: values[`s.${id}`] || null, wants: values[`w.${id}`] === true }))
    .filter(({ level, wants }) => level ?? wants),
  slots: slots.filter((slot) => values[`a.${slot}`] === true),
  hoursMonth: values["hours"] === "" ? null : values["hours"],
  awayUntil: values["away"] || null,
  manner: values["manner"] || null,
  note: values["note"] || null,
  shared: values["shared"] === true,
  means: values["means"],
})

const SkillLine = ({ id, name }: { id: string; name: string }) => {
  const t = useWords()
  const level = useField(`s.${id}`)
  const wish = useField(`w.${id}`)
  return (
    <fieldset className="skill-line">
      <legend>{name}</legend>
      <span className="pills">
        {["", ...levels].map((one) => (
          <label key={one} className="pill">
            <input
              type="radio"
              name={level.id}
              value={one}
              checked={(level.value ?? "") === one}
              onChange={() => level.set(one)}
            />
            <span>{t.named(`skills.level.${one || "none"}.short`)}</span>
          </label>
        ))}
        <label className="pill wish">
          <input
            type="checkbox"
            value="1"
            checked={wish.value === true}
            onChange={(event) => wish.set(event.target.checked)}
          />
          <span>{t("skills.wants.short")}</span>
        </label>
      </span>
    </fieldset>
  )
}

const Week = () => {
  const t = useWords()
  return (
    <table className="week-slots">
      <caption>{t("skills.slots")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t("skills.day")}</span>
          </th>
          {parts.map((part) => (
            <th key={part} scope="col">
              {t(`skills.part.${part}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map((day) => (
          <tr key={day}>
            <th scope="row">{t(`skills.day.${day}`)}</th>
            {parts.map((part) => (
              <td key={part}>
                <Slot slot={`${day}${part}`} words={`${t(`skills.day.${day}`)}, ${t(`skills.part.${part}`)}`} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Slot = ({ slot, words }: { slot: string; words: string }) => {
  const { set } = useField(`a.${slot}`)
  const on = useFormValues()[`a.${slot}`] === true
  return (
    <label className="tick-box">
      <input type="checkbox" checked={on} onChange={(event) => set(event.target.checked)} />
      <span className="unseen">{words}</span>
    </label>
  )
}
