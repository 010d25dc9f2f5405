import { Act } from "../../../shell/act.tsx"
import type { ReadOf } from "../../../shell/api.ts"
import { ChangingRow } from "../../../shell/changing-row.tsx"
import { CheckField, ChoiceField, TextField } from "../../../shell/fields.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Empty, Mark, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { MemberRow, NewMember } from "./assembly-members.tsx"
import "./assembly.css"

type Data = ReadOf<"assemblies.read">
type Group = Data["groups"][number]

/** The groups of an assembly with who sits in each, the largest first; those of no group last. */
export const Groups = ({ of }: { of: Data }) => {
  const t = useWords()
  const { assembly, groups, members, may } = of
  const manages = Boolean(may["assemblies.change"])
  const alone = members.filter(({ group_id }) => !groups.some(({ id }) => id === group_id))
  return (
    <Sheet
      title={t("sittings.groups")}
      aside={
        manages && (
          <Link to={`/seances/assemblees/${assembly.id}/membres/importer`}>{t("sittings.members.import")}</Link>
        )
      }
    >
      {groups.length === 0 && members.length === 0 && (
        <Empty title={t("sittings.groups.none")}>{t("sittings.groups.none.lead")}</Empty>
      )}
      <Rows>
        {groups.map((group) => (
          <ChangingRow
            key={group.id}
            name={group.name}
            change={t("sittings.change")}
            mayChange={manages}
            soft={[
              t("sittings.group.members", { count: group.members }),
              group.side !== "unsaid" && t(`sittings.side.${group.side}`),
            ]
              .filter(Boolean)
              .join(" · ")}
            acts={
              group.members === 0 && (
                <Act command="assemblies.endGroup" input={{ groupId: group.id }} kind="quiet">
                  {t("sittings.group.end")}
                </Act>
              )
            }
            fields={(close) => <ChangeGroup of={group} onDone={close} />}
          >
            <Swatch of={group} /> {group.name} {group.is_ours && <Mark kind="info">{t("sittings.group.ours")}</Mark>}
          </ChangingRow>
        ))}
      </Rows>
      {groups.map((group) => {
        const seated = members.filter(({ group_id }) => group_id === group.id)
        return (
          seated.length > 0 && (
            <details key={group.id} className="pad" open={group.is_ours}>
              <summary>{t("sittings.group.seated", { name: group.short, count: seated.length })}</summary>
              <Rows>
                {seated.map((member) => (
                  <MemberRow key={member.id} of={member} groups={groups} manages={manages} />
                ))}
              </Rows>
            </details>
          )
        )
      })}
      {alone.length > 0 && (
        <details className="pad">
          <summary>{t("sittings.group.alone", { count: alone.length })}</summary>
          <Rows>
            {alone.map((member) => (
              <MemberRow key={member.id} of={member} groups={groups} manages={manages} />
            ))}
          </Rows>
        </details>
      )}
      {manages && (
        <>
          <details className="pad">
            <summary>{t("sittings.group.add")}</summary>
            <Form
              command="assemblies.addGroup"
              initial={{ side: "unsaid", tint: "grey" }}
              input={(values) => ({ assemblyId: assembly.id, ...groupOf(values) })}
              send={t("sittings.group.add")}
              kind="plain"
              onDone={() => tell({ words: t("sittings.group.added") })}
            >
              <GroupFields />
            </Form>
          </details>
          <NewMember assemblyId={assembly.id} groups={groups} />
        </>
      )}
    </Sheet>
  )
}

/** A colour with its short name inside: whoever does not see the one reads the other. */
export const Swatch = ({ of: { short, tint } }: { of: Pick<Group, "short" | "tint"> }) => (
  <span className={`swatch ${tint}`}>{short}</span>
)

const ChangeGroup = ({ of, onDone }: { of: Group; onDone: () => void }) => {
  const t = useWords()
  return (
    <Form
      command="assemblies.changeGroup"
      draft={`assemblies.changeGroup.${of.id}`}
      initial={{ name: of.name, short: of.short, side: of.side, tint: of.tint, isOurs: of.is_ours }}
      input={(values) => ({ groupId: of.id, ...groupOf(values) })}
      send={t("sittings.save")}
      kind="plain"
      onDone={onDone}
    >
      <GroupFields />
    </Form>
  )
}

const groupOf = (values: FormValues) => ({
  name: String(values["name"] ?? ""),
  short: String(values["short"] ?? ""),
  side: values["side"],
  tint: values["tint"],
  isOurs: Boolean(values["isOurs"]),
})

const sides = ["unsaid", "majority", "opposition", "minority"] as const
const tints = ["grey", "green", "pink", "red", "orange", "yellow", "blue", "purple", "brown"] as const

const GroupFields = () => {
  const t = useWords()
  return (
    <>
      <TextField name="name" label={t("sittings.group.name")} required />
      <TextField name="short" label={t("sittings.group.short")} hint={t("sittings.group.short.hint")} required />
      <ChoiceField
        name="side"
        label={t("sittings.group.side")}
        as="select"
        options={sides.map((value) => ({ value, words: t(`sittings.side.${value}`) }))}
      />
      <ChoiceField
        name="tint"
        label={t("sittings.group.tint")}
        as="select"
        options={tints.map((value) => ({ value, words: t(`sittings.tint.${value}`) }))}
      />
      <CheckField name="isOurs" label={t("sittings.group.is_ours")} />
    </>
  )
}
