import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { type Translate, useWords } from "../../../shell/use-words.ts"

type Share = ReadOf<"sittings.share">
type Item = Share["items"][number]

/** Who reads what: one's own wishes in a minute, and for whoever prepares the sitting, the proposal to adjust and confirm. */
export const SharePage = () => {
  const t = useWords()
  return (
    <Reading of={useRead("sittings.share", { sittingId: useParam("sittingId") })}>
      {(data) => (
        <Page
          title={t("sittings.share.title")}
          lead={data.sitting.title}
          crumbs={[
            { words: t("sittings.place"), to: "/seances" },
            { words: data.sitting.title, to: `/seances/${data.sitting.id}` },
            { words: t("sittings.share.title") },
          ]}
        >
          {data.items.length === 0 ? (
            <Sheet>
              <Empty title={t("sittings.order.empty")}>{t("sittings.order.empty.lead")}</Empty>
            </Sheet>
          ) : (
            <>
              {data.may["sittings.shareOut"] && <Proposal of={data} />}
              {data.may["sittings.sayWishes"] && <Wishes of={data} />}
            </>
          )}
        </Page>
      )}
    </Reading>
  )
}

const Proposal = ({ of: { sitting, items, readers } }: { of: Share }) => {
  const t = useWords()
  const go = useGo()
  return (
    <Sheet title={t("sittings.share.proposal")} padded>
      <p className="soft">
        {t("sittings.share.said", { count: readers.filter(({ said }) => said).length, of: readers.length })}
      </p>
      <Form
        command="sittings.shareOut"
        draft={false}
        initial={Object.fromEntries(items.map((item) => [item.id, item.reader_id ?? item.proposal?.readerId ?? ""]))}
        input={(values) => ({
          sittingId: sitting.id,
          readers: items.map(({ id }) => ({ itemId: id, readerId: values[id] || null })),
        })}
        send={t("sittings.share.confirm")}
        onDone={() => {
          tell({ words: t("sittings.share.confirmed") })
          go(`/seances/${sitting.id}`)
        }}
      >
        {items.map((item) => (
          <ChoiceField
            key={item.id}
            name={item.id}
            label={[item.number, item.title].filter(Boolean).join(" · ")}
            hint={hintOf(item, t)}
            as="select"
            options={[
              { value: "", words: t("sittings.read_by.nobody") },
              ...readers.map(({ id, name, items: count }) => ({
                value: id,
                words: count > 0 ? t("sittings.share.loaded", { name, count }) : name,
              })),
              // Somebody who was given it and sits there no more.
              ...(item.reader_id && !readers.some(({ id }) => id === item.reader_id)
                ? [{ value: item.reader_id, words: t("sittings.share.other") }]
                : []),
            ]}
          />
        ))}
      </Form>
    </Sheet>
  )
}

const hintOf = ({ proposal, wanted, pages }: Item, t: Translate): string =>
  [
    proposal && t(`sittings.share.why.${proposal.why}`),
    wanted > 1 && t("sittings.share.wanted", { count: wanted }),
    pages > 0 && t("sittings.pages", { count: pages }),
  ]
    .filter(Boolean)
    .join(" · ")

const wishes = ["want", "could", "not"] as const

const Wishes = ({ of: { sitting, items, themes, ownThemes } }: { of: Share }) => {
  const t = useWords()
  return (
    <Sheet title={t("sittings.wishes")} padded>
      <Form
        command="sittings.sayWishes"
        initial={{
          ...Object.fromEntries(items.map(({ id, wish }) => [`item ${id}`, wish ?? ""])),
          ...Object.fromEntries(themes.map(({ id }) => [`theme ${id}`, ownThemes.includes(id)])),
        }}
        input={(values) => ({
          sittingId: sitting.id,
          wishes: items.map(({ id }) => ({ itemId: id, wish: values[`item ${id}`] || null })),
          themeIds: themes.filter(({ id }) => values[`theme ${id}`]).map(({ id }) => id),
        })}
        send={t("sittings.wishes.send")}
        kind="plain"
        onDone={() => tell({ words: t("sittings.wishes.said") })}
      >
        {items.map(({ id, number, title }) => (
          <ChoiceField
            key={id}
            name={`item ${id}`}
            label={t("sittings.wish.of", { title: [number, title].filter(Boolean).join(" · ") })}
            as="select"
            options={[
              { value: "", words: t("sittings.wish.none") },
              ...wishes.map((value) => ({ value, words: t(`sittings.wish.${value}`) })),
            ]}
          />
        ))}
        {themes.length > 0 && (
          <details>
            <summary>{t("sittings.wishes.themes")}</summary>
            {themes.map(({ id, name }) => (
              <CheckField key={id} name={`theme ${id}`} label={name} />
            ))}
          </details>
        )}
      </Form>
    </Sheet>
  )
}
