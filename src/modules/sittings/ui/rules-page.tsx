import { type ReadOf, useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { DateField, NumberField, TextField } from "../../../shell/fields.tsx"
import { Form, useField } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Rule = ReadOf<"assemblies.read">["rules"][number]

/** What only the assembly's own rules of procedure can say, asked once; what is left empty is asked again another day. */
export const RulesPage = () => {
  const t = useWords()
  const go = useGo()
  return (
    <Reading of={useRead("assemblies.read", { assemblyId: useParam("assemblyId") })}>
      {({ assembly, rules, may }) => {
        const asked = rules.filter(({ ask }) => ask !== null)
        if (!may["assemblies.answerRules"] || asked.length === 0) return <NotFound />
        const back = `/seances/assemblees/${assembly.id}`
        return (
          <Page
            title={t("sittings.rules.title")}
            lead={t("sittings.rules.lead")}
            crumbs={[
              { words: t("sittings.place"), to: "/seances" },
              { words: assembly.name, to: back },
              { words: t("sittings.rules") },
            ]}
          >
            <Sheet padded>
              <Form
                command="assemblies.answerRules"
                initial={{
                  ...Object.fromEntries(asked.map(({ key, value }) => [key, value])),
                  ...Object.fromEntries(asked.map(({ key, unit }) => [inUnit(key), unit])),
                  basis: firstBasis(asked),
                }}
                input={(values) => ({
                  assemblyId: assembly.id,
                  answers: asked.flatMap(({ key, value, unit, countedIn }) =>
                    typeof values[key] === "number" && (values[key] !== value || values[inUnit(key)] !== unit)
                      ? [{ key, value: values[key], ...(countedIn && { unit: values[inUnit(key)] }) }]
                      : [],
                  ),
                  basis: String(values["basis"] ?? ""),
                  source: values["source"] || null,
                  readOn: values["readOn"] || null,
                })}
                send={t("sittings.rules.save")}
                onDone={() => {
                  tell({ words: t("sittings.rules.saved") })
                  go(back)
                }}
              >
                {asked.map(({ key, ask, unit, countedIn }) =>
                  countedIn ? (
                    <NumberField
                      key={key}
                      name={key}
                      label={ask!}
                      min={0}
                      unit={<CountedIn name={inUnit(key)} ask={ask!} units={countedIn} />}
                    />
                  ) : (
                    <NumberField key={key} name={key} label={ask!} min={0} unit={t.named(`sittings.unit.${unit}`)} />
                  ),
                )}
                <TextField
                  name="basis"
                  label={t("sittings.rules.basis")}
                  hint={t("sittings.rules.basis.hint")}
                  required
                />
                <TextField name="source" label={t("sittings.rules.source")} />
                <DateField name="readOn" label={t("sittings.rules.read_on")} hint={t("sittings.rules.read_on.hint")} />
              </Form>
            </Sheet>
          </Page>
        )
      }}
    </Reading>
  )
}

/** In what the time is counted: their text says days, working days or hours, and each gives another day. */
const CountedIn = ({ name, ask, units }: { name: string; ask: string; units: NonNullable<Rule["countedIn"]> }) => {
  const t = useWords()
  const { id, value, set } = useField(name, anything)
  return (
    <select
      id={id}
      className="input unit"
      aria-label={t("sittings.unit.counted_in", { ask })}
      value={String(value ?? "")}
      onChange={(event) => set(event.target.value)}
    >
      {units.map((unit) => (
        <option key={unit} value={unit}>
          {t(`sittings.unit.${unit}`)}
        </option>
      ))}
    </select>
  )
}
const anything = { label: "", of: () => undefined }

const inUnit = (key: string) => `${key}.in`

const firstBasis = (asked: readonly Rule[]) => asked.find(({ is_own, article }) => is_own && article)?.article ?? ""
