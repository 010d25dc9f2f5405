import "./designations.css"
import { useEffect, useMemo } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Form, type FormValues, useField, useFormValues } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { type Pick as Picked, PickField } from "../../../shell/pick-field.tsx"
import { Reorder } from "../../../shell/reorder.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useLater } from "../../../shell/use-later.ts"
import { useWords } from "../../../shell/use-words.ts"
import { Checks } from "./checks.tsx"

type It = ReadOf<"designations.read">
/** `component` undefined: nobody said, and the sensibility of the person is shown. */
type Put = { personId: string; name: string; seat: "full" | "substitute"; component?: string | null }

/** Who is put forward, in order; what there is to know of the list is told while it is made. */
export const ListPage = () => {
  const it = useRead("designations.read", { designationId: useParam("designationId") })
  return <Reading of={it}>{(data) => <Listing of={data} />}</Reading>
}

const Listing = ({ of }: { of: It }) => {
  const t = useWords()
  const go = useGo()
  const { designation, people, ours, components_key: key } = of
  const to = `/designations/${designation.id}`
  const initial = useMemo(
    () => ({
      people: people.map(({ person_id, name, seat, component }): Put => ({
        personId: person_id,
        name,
        seat,
        component,
      })),
    }),
    [people],
  )
  return (
    <Page
      title={t("designations.list.set")}
      lead={designation.institution}
      crumbs={[
        { words: t("designations.title"), to: "/designations" },
        { words: designation.institution, to },
        { words: t("designations.people") },
      ]}
    >
      <p className="soft reading">
        {t("designations.list.lead", { seats: ours ?? 0, substitutes: designation.substitutes })}
      </p>
      <Sheet padded>
        <Form
          command="designations.setList"
          initial={initial}
          input={(values) => ({ designationId: designation.id, people: sent(values) })}
          send={t("designations.list.save")}
          onDone={() => go(to)}
          sticks
        >
          <ListFields
            designationId={designation.id}
            components={key?.lines.map(({ name }) => name) ?? []}
            hasSubstitutes={designation.substitutes > 0}
            seats={ours ?? 0}
          />
        </Form>
      </Sheet>
    </Page>
  )
}

const sent = (values: FormValues) =>
  ((values["people"] as Put[] | undefined) ?? []).map(({ personId, seat, component }) => ({
    personId,
    seat,
    component: component ?? null,
  }))

type Made = { designationId: string; components: readonly string[]; hasSubstitutes: boolean; seats: number }

const ListFields = ({ designationId, components, hasSubstitutes, seats }: Made) => {
  const t = useWords()
  const values = useFormValues()
  const list = useField("people")
  const people = (list.value as Put[] | undefined) ?? []
  const asked = useLater(JSON.stringify(sent(values)))
  const { data } = useRead("designations.check", { designationId, people: asked }, { keepPrevious: true })
  useAdding(people, { hasSubstitutes, seats })
  useAffiliations(people, data?.affiliations)
  const put = (personId: string, part: Partial<Put>) =>
    list.set(people.map((one) => (one.personId === personId ? { ...one, ...part } : one)))
  return (
    <>
      {people.length > 0 && (
        <div className="sheet">
          <Reorder
            items={people}
            idOf={({ personId }) => personId}
            nameOf={({ name }) => name}
            onMove={(order) => list.set(order.flatMap((id) => people.filter(({ personId }) => personId === id)))}
          >
            {(one) => (
              <Line
                of={one}
                {...{ components, hasSubstitutes }}
                onChange={(part) => put(one.personId, part)}
                onDrop={() => list.set(people.filter(({ personId }) => personId !== one.personId))}
              />
            )}
          </Reorder>
        </div>
      )}
      <PickField name="adding" label={t("designations.list.add")} hint={t("designations.list.add.hint")} />
      {people.length > 0 && data && <Checks of={data.checks} />}
    </>
  )
}

/** A person of the file who is picked stands on the list at once, and the field is free for the next. */
const useAdding = (people: readonly Put[], { hasSubstitutes, seats }: Pick<Made, "hasSubstitutes" | "seats">) => {
  const { set } = useField("people")
  const { value, set: free } = useField("adding")
  const picked = value as Picked | null | undefined
  useEffect(() => {
    if (!picked) return
    free(null)
    if (people.some(({ personId }) => personId === picked.id)) return
    const full = people.filter(({ seat }) => seat === "full").length
    const seat = full < seats || !hasSubstitutes ? "full" : "substitute"
    set([...people, { personId: picked.id, name: picked.words, seat }])
  }, [picked, people, set, free, seats, hasSubstitutes])
}

/** Whoever is of a sensibility that the key counts is put forward by it, unless somebody says otherwise. */
const useAffiliations = (people: readonly Put[], known: readonly { person_id: string; name: string }[] | undefined) => {
  const { set } = useField("people")
  useEffect(() => {
    const of = (one: Put) => known?.find(({ person_id }) => person_id === one.personId)?.name
    if (people.some((one) => one.component === undefined && of(one)))
      set(people.map((one) => (one.component === undefined && of(one) ? { ...one, component: of(one)! } : one)))
  }, [people, known, set])
}

const Line = ({
  of: { name, seat, component },
  components,
  hasSubstitutes,
  onChange,
  onDrop,
}: {
  of: Put
  components: readonly string[]
  hasSubstitutes: boolean
  onChange: (part: Partial<Put>) => void
  onDrop: () => void
}) => {
  const t = useWords()
  const known = component && !components.includes(component) ? [component, ...components] : components
  return (
    <div className="listed">
      <strong>{name}</strong>
      <span className="bar">
        {hasSubstitutes && (
          <select
            aria-label={t("designations.seat.of", { name })}
            className="input fit"
            value={seat}
            onChange={({ target }) => onChange({ seat: target.value as "full" })}
          >
            {(["full", "substitute"] as const).map((one) => (
              <option key={one} value={one}>
                {t(`designations.seat.${one}`)}
              </option>
            ))}
          </select>
        )}
        {known.length > 0 && (
          <select
            aria-label={t("designations.component.of", { name })}
            className="input fit"
            value={component ?? ""}
            onChange={({ target }) => onChange({ component: target.value || null })}
          >
            <option value="">{t("designations.component.none")}</option>
            {known.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        )}
        <button type="button" className="button quiet" onClick={onDrop}>
          {t("designations.list.drop")}
          <span className="unseen">, {name}</span>
        </button>
      </span>
    </div>
  )
}
