import { useMemo } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { asValues, DesignationFields, said, usual } from "./fields.tsx"

type Register = ReadOf<"offices.register">

/** A designation is prepared: where, as what, how many seats. The seats that are ours are counted next. */
export const NewPage = () => {
  const { body } = useBody()
  const register = useRead("offices.register", { bodyId: body?.id ?? "" }, { enabled: !!body })
  if (!body) return <NotFound />
  return (
    <Reading of={register}>{(data) => (data.may["offices.record"] ? <New register={data} /> : <NotFound />)}</Reading>
  )
}

const New = ({ register }: { register: Register }) => {
  const t = useWords()
  const go = useGo()
  const { id: bodyId, name } = register.body
  const initial = useMemo(() => usual(today()), [])
  return (
    <Page
      title={t("designations.new")}
      lead={name}
      crumbs={[{ words: t("designations.title"), to: "/designations" }, { words: t("designations.new") }]}
    >
      <p className="soft reading">{t("designations.new.lead")}</p>
      <Sheet padded>
        <Form
          command="designations.prepare"
          draft={`designations.prepare.${bodyId}`}
          initial={initial}
          input={(values) => ({ bodyId, ...said(values) })}
          send={t("designations.prepare")}
          onDone={({ designationId }) => go(`/designations/${designationId}`)}
        >
          <DesignationFields register={register} />
        </Form>
      </Sheet>
    </Page>
  )
}

/** The same, said again until somebody is designated. */
export const ChangePage = () => {
  const it = useRead("designations.read", { designationId: useParam("designationId") })
  return <Reading of={it}>{(data) => <WithRegister of={data} />}</Reading>
}

const WithRegister = ({ of }: { of: ReadOf<"designations.read"> }) => {
  const register = useRead("offices.register", { bodyId: of.designation.body_id })
  return <Reading of={register}>{(data) => <Change of={of} register={data} />}</Reading>
}

const Change = ({ of, register }: { of: ReadOf<"designations.read">; register: Register }) => {
  const t = useWords()
  const go = useGo()
  const { designation } = of
  const to = `/designations/${designation.id}`
  const initial = useMemo(() => asValues(of), [of])
  return (
    <Page
      title={t("designations.change")}
      lead={designation.body_name}
      crumbs={[
        { words: t("designations.title"), to: "/designations" },
        { words: designation.institution, to },
        { words: t("designations.change") },
      ]}
    >
      <Sheet padded>
        <Form
          command="designations.change"
          initial={initial}
          input={(values) => ({ designationId: designation.id, ...said(values) })}
          send={t("designations.save")}
          onDone={() => go(to)}
        >
          <DesignationFields register={register} />
        </Form>
      </Sheet>
    </Page>
  )
}
