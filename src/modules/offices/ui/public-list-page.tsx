import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField } from "../../../shell/fields.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

const parts = ["origin", "stance", "delegation"] as const

/** A page that anybody may read: opened, told what to show, and closed here. */
export const PublicListPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const register = useRead("offices.register", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  return (
    <Reading of={register}>
      {({ body: { id: bodyId, name }, list, may }) =>
        may["offices.record"] ? (
          <Page
            title={t("offices.public")}
            lead={name}
            crumbs={[{ words: t("offices.title"), to: "/mandats" }, { words: t("offices.public") }]}
          >
            <Sheet padded>
              <p>{t("offices.public.lead")}</p>
              <p className="soft">{t("offices.public.opinion")}</p>
              {list ? (
                <Facts
                  of={[
                    [
                      t("offices.public.address"),
                      <a key="address" href={list.address} target="_blank" rel="noreferrer">
                        {list.address}
                      </a>,
                    ],
                    [t("offices.field.since"), t("offices.public.since", { day: say.dayOnly(list.opened_at) })],
                  ]}
                />
              ) : (
                <p>{t("offices.public.is_closed")}</p>
              )}
              <Form
                command="offices.openList"
                draft={false}
                initial={Object.fromEntries(parts.map((one) => [one, list?.shows.includes(one) ?? false]))}
                input={(values: FormValues) => ({ bodyId, shows: parts.filter((one) => values[one]) })}
                kind={list ? "plain" : "main"}
                send={t(list ? "offices.public.change" : "offices.public.open")}
                onDone={() => tell({ words: t("offices.public.opened") })}
                {...(list
                  ? {
                      beside: (
                        <Act
                          command="offices.closeList"
                          input={{ bodyId }}
                          kind="danger"
                          confirm={{
                            title: t("offices.public.close.title"),
                            words: t("offices.public.close.words"),
                          }}
                          done={t("offices.public.closed")}
                        >
                          {t("offices.public.close")}
                        </Act>
                      ),
                    }
                  : {})}
              >
                <fieldset className="field">
                  <legend>{t("offices.public.shows")}</legend>
                  {parts.map((one) => (
                    <CheckField key={one} name={one} label={t(`offices.public.part.${one}`)} />
                  ))}
                </fieldset>
              </Form>
            </Sheet>
          </Page>
        ) : (
          <NotFound />
        )
      }
    </Reading>
  )
}
