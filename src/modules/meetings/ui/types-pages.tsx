import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Act } from "../../../shell/act.tsx"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, NumberField, TextField, TimeField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Link, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { TemplateField } from "./template-field.tsx"

type Type = ReadOf<"meetings.types">["rows"][number]
type Rule = ReadOf<"bodies.readRulebook">["rules"][number]
type Fn = ReadOf<"functions.list">["functions"][number]
const convenes = ["members", "members_up_to_date", "holders", "listed"] as const

/** The types of meeting of a body. */
export const TypesPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const read = useRead("meetings.types", { bodyId: body?.id ?? "" }, { enabled: body !== undefined })
  if (!body) return <NotFound />
  const add = (
    <Link className="button main" to="/secretariat/types/nouveau">
      {t("meetings.types.new")}
    </Link>
  )
  return (
    <Page
      title={t("meetings.types.title")}
      crumbs={[{ words: t("meetings.types.crumb"), to: "/secretariat" }]}
      lead={body.name}
      {...(read.data?.may["types.add"] ? { main: add } : {})}
    >
      <Reading of={read}>
        {({ rows }) => (
          <Sheet>
            {rows.length === 0 ? (
              <Empty title={t("meetings.types.empty")}>{t("meetings.types.empty.lead")}</Empty>
            ) : (
              <Rows>
                {rows.map((type) => (
                  <Row
                    key={type.id}
                    soft={[
                      t(`meetings.types.convenes.${type.convenes}`),
                      t("meetings.new.type.hint", { count: type.agenda.length, length: say.lasting(type.minutes) }),
                    ].join(" · ")}
                  >
                    <Link to={`/secretariat/types/${type.id}`}>{type.name}</Link>
                  </Row>
                ))}
              </Rows>
            )}
          </Sheet>
        )}
      </Reading>
    </Page>
  )
}

/** One type, or a new one. */
export const TypePage = () => {
  const typeId = useParam("typeId")
  const { body } = useBody()
  const here = { bodyId: body?.id ?? "" }
  const read = useRead("meetings.types", here, { enabled: body !== undefined })
  const rulebook = useRead("bodies.readRulebook", here, { enabled: body !== undefined })
  const functions = useRead("functions.list", here, { enabled: body !== undefined })
  if (!body) return <NotFound />
  return (
    <Reading of={read}>
      {({ rows, may }) => {
        const type = rows.find(({ id }) => id === typeId)
        if (typeId !== "nouveau" && !type) return <NotFound />
        return (
          <OneType
            key={typeId}
            bodyId={body.id}
            type={type}
            may={may}
            rules={rulebook.data?.rules ?? []}
            functions={functions.data?.functions ?? []}
          />
        )
      }}
    </Reading>
  )
}

const OneType = ({
  bodyId,
  type,
  may,
  rules,
  functions,
}: {
  bodyId: string
  type: Type | undefined
  may: ReadOf<"meetings.types">["may"]
  rules: readonly Rule[]
  functions: readonly Fn[]
}) => {
  const t = useWords()
  const go = useGo()
  const back = () => go("/secretariat/types")
  const done = () => {
    tell({ words: t("meetings.types.saved") })
    back()
  }
  return (
    <Page
      title={type?.name ?? t("meetings.types.new")}
      crumbs={[
        { words: t("meetings.types.crumb"), to: "/secretariat" },
        { words: t("meetings.types.title"), to: "/secretariat/types" },
      ]}
    >
      {type && may["types.change"] && (
        <Form
          command="types.change"
          draft={`types.change.${type.id}`}
          initial={valuesOf(type)}
          input={(values) => ({ typeId: type.id, ...fieldsOf(values, functions) })}
          send={t("meetings.item.save")}
          onDone={done}
          beside={
            <Act
              command="types.end"
              input={{ typeId: type.id }}
              may={may}
              confirm={{ title: t("meetings.types.end"), words: t("meetings.types.end.lead") }}
              onDone={back}
            >
              {t("meetings.types.end")}
            </Act>
          }
        >
          <Fields rules={rules} functions={functions} />
        </Form>
      )}
      {!type && may["types.add"] && (
        <Form
          command="types.add"
          draft={`types.add.${bodyId}`}
          initial={{ minutes: 120, convenes: "members", confidential: false, agenda: [] }}
          input={(values) => ({ bodyId, ...fieldsOf(values, functions) })}
          send={t("meetings.item.save")}
          onDone={done}
        >
          <Fields rules={rules} functions={functions} />
        </Form>
      )}
      {type && !may["types.change"] && (
        <Sheet title={t("meetings.prepare.agenda")}>
          <Rows numbered>
            {type.agenda.map(({ title, purpose }, index) => (
              <Row key={`${index} ${title}`} n={index + 1} soft={t(`meetings.purpose.${purpose}`)}>
                {title}
              </Row>
            ))}
          </Rows>
        </Sheet>
      )}
    </Page>
  )
}

const Fields = ({ rules, functions }: { rules: readonly Rule[]; functions: readonly Fn[] }) => {
  const t = useWords()
  const { convenes: who } = useFormValues()
  return (
    <>
      <TextField name="name" label={t("meetings.types.name")} required />
      <ChoiceField
        name="convenes"
        label={t("meetings.types.convenes")}
        required
        options={convenes.map((value) => ({ value, words: t(`meetings.types.convenes.${value}`) }))}
      />
      {who === "holders" && (
        <fieldset className="field">
          <legend>{t("meetings.types.functions")}</legend>
          <p className="hint">{t("meetings.types.functions.hint")}</p>
          {functions.map(({ id, key, name_n }) => (
            <CheckField key={id} name={`holder.${key}`} label={name_n} />
          ))}
        </fieldset>
      )}
      <TimeField name="startsAt" label={t("meetings.field.hour")} />
      <NumberField
        name="minutes"
        label={t("meetings.field.minutes")}
        unit={t("meetings.field.minutes.unit")}
        min={5}
        max={1440}
        required
      />
      <TextField name="place" label={t("meetings.field.place")} />
      <CheckField name="confidential" label={t("meetings.field.confidential")} />
      <h2>{t("meetings.types.rules")}</h2>
      <p className="soft">
        {t("meetings.types.rules.lead")} <Link to="/secretariat/reglement">{t("secretariat.rulebook")}</Link>
      </p>
      {ruleFields.map(([name, units]) => (
        <ChoiceField
          key={name}
          name={name}
          label={t(`meetings.types.rule.${name}`)}
          as="select"
          options={rules
            .filter(({ unit }) => units.includes(unit))
            .map(({ key, name: called, words }) => ({ value: key, words: words ? `${called} (${words})` : called }))}
        />
      ))}
      <TemplateField name="agenda" label={t("meetings.types.agenda")} hint={t("meetings.types.agenda.hint")} />
    </>
  )
}

const ruleFields: readonly (readonly [
  "notice_rule" | "items_rule" | "quorum_rule" | "majority_rule" | "proxy_rule",
  readonly string[],
])[] = [
  ["notice_rule", ["days", "clear_days"]],
  ["items_rule", ["days"]],
  ["quorum_rule", ["quorum"]],
  ["majority_rule", ["majority"]],
  ["proxy_rule", ["proxies"]],
]

const valuesOf = (type: Type) => ({
  ...Object.fromEntries(ruleFields.map(([name]) => [name, type[name] ?? ""])),
  ...Object.fromEntries(type.functions.map((key) => [`holder.${key}`, true])),
  name: type.name,
  convenes: type.convenes,
  startsAt: type.starts_at?.slice(0, 5) ?? "",
  minutes: type.minutes,
  place: type.place ?? "",
  confidential: type.confidential,
  agenda: type.agenda,
})

const fieldsOf = (values: Record<string, any>, functions: readonly Fn[]) => ({
  ...Object.fromEntries(ruleFields.map(([name]) => [name, values[name] || null])),
  functions: functions.map(({ key }) => key).filter((key) => values[`holder.${key}`] === true),
  name: values["name"],
  convenes: values["convenes"],
  startsAt: values["startsAt"] || null,
  minutes: values["minutes"],
  place: values["place"] || null,
  confidential: values["confidential"] === true,
  agenda: values["agenda"],
})
