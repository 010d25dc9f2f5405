import type { ReadOf } from "../../../shell/api.ts"
import { ChangingRow } from "../../../shell/changing-row.tsx"
import { ChoiceField, NumberField, TextField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Mark, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { type Translate, useWords } from "../../../shell/use-words.ts"
import { Budget } from "./item-prepare.tsx"

type Sitting = ReadOf<"sittings.read">
type Attendance = Sitting["attendances"][number]

const states = ["present", "commission", "excused", "replaced"] as const

/** Who of ours is where during the sitting, who stands in for whom, and whose proxy is held by whom. */
export const Attendances = ({ of: { sitting, attendances } }: { of: Sitting }) => {
  const t = useWords()
  if (attendances.length === 0) return null
  return (
    <Sheet title={t("sittings.attendances")}>
      <Rows>
        {attendances.map((one) => (
          <ChangingRow
            key={one.person_id}
            name={one.name}
            change={t("sittings.change")}
            mayChange={one.mayNote}
            soft={softOf(one, t)}
            fields={(close) => <Change of={one} attendances={attendances} sittingId={sitting.id} onDone={close} />}
          >
            {one.name}{" "}
            <Mark {...(one.state === "present" ? { kind: "good" } : one.state ? { kind: "info" } : {})}>
              {t(one.state ? `sittings.attendance.${one.state}` : "sittings.attendance.unsaid")}
            </Mark>
          </ChangingRow>
        ))}
      </Rows>
    </Sheet>
  )
}

const softOf = ({ stand_in, holder, note }: Attendance, t: Translate) =>
  [
    stand_in && t("sittings.attendance.stand_in", { name: stand_in }),
    holder && t("sittings.attendance.holder", { name: holder }),
    note,
  ]
    .filter(Boolean)
    .join(" · ") || undefined

const Change = ({
  of,
  attendances,
  sittingId,
  onDone,
}: {
  of: Attendance
  attendances: readonly Attendance[]
  sittingId: string
  onDone: () => void
}) => {
  const t = useWords()
  return (
    <Form
      command="sittings.noteAttendance"
      draft={`sittings.noteAttendance.${sittingId}.${of.person_id}`}
      initial={{
        state: of.state ?? "",
        replacedBy: of.replaced_by ? { picked: true, id: of.replaced_by, words: of.stand_in } : null,
        proxyToId: of.proxy_to ?? "",
        note: of.note ?? "",
      }}
      input={(values) => ({
        sittingId,
        personId: of.person_id,
        state: values["state"] || null,
        replacedById: values["replacedBy"]?.id ?? null,
        proxyToId: values["proxyToId"] || null,
        note: values["note"] || null,
      })}
      send={t("sittings.save")}
      kind="plain"
      onDone={onDone}
    >
      <Fields of={of} attendances={attendances} />
    </Form>
  )
}

const Fields = ({ of, attendances }: { of: Attendance; attendances: readonly Attendance[] }) => {
  const t = useWords()
  const state = useFormValues()["state"]
  return (
    <>
      <ChoiceField
        name="state"
        label={t("sittings.attendance.of", { name: of.name })}
        as="select"
        options={[
          { value: "", words: t("sittings.attendance.unsaid") },
          ...states.map((value) => ({ value, words: t(`sittings.attendance.${value}`) })),
        ]}
      />
      {state === "replaced" && <PickField name="replacedBy" label={t("sittings.attendance.replaced_by")} />}
      {state && state !== "present" && (
        <ChoiceField
          name="proxyToId"
          label={t("sittings.attendance.proxy_to")}
          as="select"
          options={[
            { value: "", words: t("sittings.attendance.no_proxy") },
            ...attendances
              .filter(({ person_id }) => person_id !== of.person_id)
              .map(({ person_id, name }) => ({ value: person_id, words: name })),
          ]}
        />
      )}
      <TextField name="note" label={t("sittings.attendance.note")} hint={t("sittings.attendance.note.hint")} />
    </>
  )
}

/** What the group may speak in this sitting; another time than the rule's may be said of it. */
export const Speaking = ({ of: { sitting, speaking, may } }: { of: Sitting }) => {
  const t = useWords()
  if (speaking.minutes === null && speaking.given === 0 && !may["sittings.setSpeakingTime"]) return null
  return (
    <Sheet title={t("sittings.speaking.title")} padded>
      <Budget of={speaking} />
      {may["sittings.setSpeakingTime"] && (
        <details>
          <summary>{t("sittings.speaking.other")}</summary>
          <Form
            command="sittings.setSpeakingTime"
            initial={{ minutes: sitting.speaking_minutes }}
            input={(values) => ({ sittingId: sitting.id, minutes: values["minutes"] ?? null })}
            send={t("sittings.save")}
            kind="plain"
            onDone={() => tell({ words: t("sittings.speaking.set") })}
          >
            <NumberField
              name="minutes"
              label={t("sittings.speaking.minutes")}
              hint={t("sittings.speaking.minutes.hint")}
              unit={t("sittings.unit.minutes")}
              min={1}
            />
          </Form>
        </details>
      )}
    </Sheet>
  )
}
