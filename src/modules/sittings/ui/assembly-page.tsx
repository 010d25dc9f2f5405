import { useMemo } from "react"
import { About } from "../../../shell/about.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { NumberField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

import { Groups } from "./assembly-groups.tsx"

type Data = ReadOf<"assemblies.read">

/** An assembly in which somebody of ours sits: what it is, and by which rules it works. */
export const AssemblyPage = () => {
  const t = useWords()
  const say = useFigures()
  return (
    <Reading of={useRead("assemblies.read", { assemblyId: useParam("assemblyId") })}>
      {(data) => {
        const { assembly, rules, may } = data
        const blank = rules.filter(({ words, ask }) => words === null && ask !== null)
        return (
          <Page
            title={assembly.name}
            crumbs={[{ words: t("sittings.place"), to: "/seances" }, { words: assembly.name }]}
            lead={t(`sittings.kind.${assembly.kind}`)}
            missing={
              blank.length > 0 && may["assemblies.answerRules"]
                ? [
                    {
                      words: t("sittings.rules.missing", { count: blank.length }),
                      to: `/seances/assemblees/${assembly.id}/reglement`,
                    },
                  ]
                : undefined
            }
            side={
              <Facts
                of={[
                  assembly.seats !== null && [t("sittings.assembly.seats"), say.number(assembly.seats)],
                  data.members.length > 0 && [t("sittings.assembly.members"), say.number(data.members.length)],
                  data.outside && [
                    t("sittings.assembly.outside"),
                    <Link key="outside" to={`/interlocuteurs/${data.outside.id}`}>
                      {data.outside.name}
                    </Link>,
                  ],
                ]}
              />
            }
            history={<About kind="assembly" id={assembly.id} />}
          >
            <Groups of={data} />
            <Rules of={data} />
            <Change of={data} />
          </Page>
        )
      }}
    </Reading>
  )
}

const Change = ({ of: { assembly, outside, may } }: { of: Data }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId: assembly.body_id, nature: "organisation" }), [assembly.body_id])
  if (!may["assemblies.change"]) return null
  return (
    <Sheet title={t("sittings.assembly.change")} padded>
      <Form
        command="assemblies.change"
        initial={{
          name: assembly.name,
          seats: assembly.seats,
          outside: outside ? { picked: true, id: outside.id, words: outside.name } : null,
        }}
        input={(values) => ({
          assemblyId: assembly.id,
          name: String(values["name"] ?? ""),
          seats: values["seats"] ?? null,
          ...(values["outside"] || outside ? { outsideId: values["outside"]?.id ?? null } : {}),
        })}
        send={t("sittings.save")}
        kind="plain"
        onDone={() => tell({ words: t("sittings.assembly.changed") })}
      >
        <TextField name="name" label={t("sittings.assembly.name")} required />
        <NumberField name="seats" label={t("sittings.assembly.seats")} min={1} />
        <PickField
          name="outside"
          label={t("sittings.assembly.outside")}
          hint={t("sittings.assembly.outside.hint")}
          read="counterparts.pick"
          more={more}
        />
      </Form>
    </Sheet>
  )
}

const Rules = ({ of: { assembly, rules, may } }: { of: Data }) => {
  const t = useWords()
  if (rules.length === 0) return null
  return (
    <Sheet
      title={t("sittings.rules")}
      aside={
        may["assemblies.answerRules"] && (
          <Link to={`/seances/assemblees/${assembly.id}/reglement`}>{t("sittings.rules.answer")}</Link>
        )
      }
    >
      <Rows>
        {rules.map(({ key, words, article, note, is_own, confidence }) => (
          <Row
            key={key}
            soft={[article, note].filter(Boolean).join(" · ") || undefined}
            end={
              words === null ? (
                <Mark kind="wait">{t("sittings.rules.unknown")}</Mark>
              ) : is_own ? (
                <Mark kind="info">{t("sittings.confidence.own")}</Mark>
              ) : confidence.startsWith("M") ? (
                <Mark>{t("sittings.confidence.memory")}</Mark>
              ) : undefined
            }
          >
            {t.named(`bodies.rule.${key.split(".").slice(2).join(".")}`)}
            {words !== null && <> · {words}</>}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
