import type { ReadOf } from "../../../shell/api.ts"
import { ChangingRow } from "../../../shell/changing-row.tsx"
import { ChoiceField, DateField, NumberField, TextField } from "../../../shell/fields.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Data = ReadOf<"assemblies.read">
type Member = Data["members"][number]
type Groups = Data["groups"]

export const MemberRow = ({ of, groups, manages }: { of: Member; groups: Groups; manages: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const name = [of.given_name, of.family_name].filter(Boolean).join(" ")
  return (
    <ChangingRow
      name={name}
      change={t("sittings.change")}
      mayChange={manages}
      soft={
        [
          of.role,
          of.seat !== null && t("sittings.member.in_seat", { seat: of.seat }),
          of.until !== null && t("sittings.member.until", { day: say.dayOnly(of.until) }),
        ]
          .filter(Boolean)
          .join(" · ") || undefined
      }
      fields={(close) => (
        <Form
          command="assemblies.changeMember"
          draft={`assemblies.changeMember.${of.id}`}
          initial={{
            givenName: of.given_name,
            familyName: of.family_name,
            groupId: of.group_id ?? "",
            role: of.role,
            seat: of.seat,
            since: of.since,
            until: of.until,
            person: of.person_id ? { picked: true, id: of.person_id, words: name } : null,
          }}
          input={(values) => ({ memberId: of.id, ...memberOf(values) })}
          send={t("sittings.save")}
          kind="plain"
          onDone={close}
        >
          <MemberFields groups={groups} />
        </Form>
      )}
    >
      {name}
    </ChangingRow>
  )
}

export const NewMember = ({ assemblyId, groups }: { assemblyId: string; groups: Groups }) => {
  const t = useWords()
  return (
    <details className="pad">
      <summary>{t("sittings.member.add")}</summary>
      <Form
        command="assemblies.addMember"
        initial={{ groupId: groups.find(({ is_ours }) => is_ours)?.id ?? "" }}
        input={(values) => ({ assemblyId, ...memberOf(values) })}
        send={t("sittings.member.add")}
        kind="plain"
        onDone={() => tell({ words: t("sittings.member.added") })}
      >
        <MemberFields groups={groups} />
      </Form>
    </details>
  )
}

const memberOf = (values: FormValues) => ({
  givenName: values["givenName"] || null,
  familyName: String(values["familyName"] ?? ""),
  groupId: values["groupId"] || null,
  role: values["role"] || null,
  seat: values["seat"] ?? null,
  since: values["since"] || null,
  until: values["until"] || null,
  personId: values["person"]?.id ?? null,
})

const MemberFields = ({ groups }: { groups: Groups }) => {
  const t = useWords()
  return (
    <>
      <TextField name="givenName" label={t("sittings.member.given")} />
      <TextField name="familyName" label={t("sittings.member.family")} required />
      <ChoiceField
        name="groupId"
        label={t("sittings.member.group")}
        as="select"
        options={[
          { value: "", words: t("sittings.member.no_group") },
          ...groups.map(({ id, name }) => ({ value: id, words: name })),
        ]}
      />
      <TextField name="role" label={t("sittings.member.role")} hint={t("sittings.member.role.hint")} />
      <NumberField name="seat" label={t("sittings.member.seat")} min={1} />
      <DateField name="since" label={t("sittings.member.since")} />
      <DateField name="until" label={t("sittings.member.last_day")} />
      <PickField name="person" label={t("sittings.member.person")} hint={t("sittings.member.person.hint")} />
    </>
  )
}
