import { Act } from "../../../shell/act.tsx"
import { About } from "../../../shell/about.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Besides } from "../../../shell/besides.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Mark } from "../../../shell/sheet.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { Reach } from "./counterpart-reach.tsx"
import { Quick, Exchanges } from "./counterpart-exchanges.tsx"
import { Roles } from "./counterpart-roles.tsx"
import { KnownBy } from "./counterpart-known-by.tsx"
import { Conservation, Copying, Erasing } from "./counterpart-keeping.tsx"

type Answer = ReadOf<"counterparts.read">

/** One counterpart: how to reach them, what was said, who of ours knows them. */
export const CounterpartPage = () => (
  <Reading of={useRead("counterparts.read", { counterpartId: useParam("counterpartId") })}>
    {(of) => <One key={of.counterpart.id} of={of} />}
  </Reading>
)

const One = ({ of }: { of: Answer }) => {
  const t = useWords()
  const { counterpart: c, roles, may, is_stale } = of
  const now = roles.filter(({ until }) => !until || until >= today())
  return (
    <Page
      title={c.full_name}
      crumbs={[{ words: t("counterparts.place"), to: "/interlocuteurs" }, { words: c.full_name }]}
      lead={
        c.kind
          ? t(`counterparts.kind.${c.kind}`)
          : now.map(({ title, other_name }) => [title, other_name].filter(Boolean).join(", ")).join(" · ")
      }
      marks={
        <>
          {c.ended_on && <Mark>{t("counterparts.state.ended")}</Mark>}
          {c.forget_on && <Mark kind="wait">{t("counterparts.state.forgetting")}</Mark>}
          {is_stale && <Mark kind="wait">{t("counterparts.state.stale")}</Mark>}
        </>
      }
      acts={<Acts of={of} />}
      side={<Reach of={of} />}
      main={
        may["exchanges.log"] &&
        !c.ended_on && (
          <Link className="button" to={`/interlocuteurs/echange?avec=${c.id}`}>
            {t("exchanges.log")}
          </Link>
        )
      }
      beside={
        <>
          <KnownBy of={of} />
          <Besides of="counterpart" id={c.id} />
        </>
      }
      history={<About kind="counterpart" id={c.id} />}
    >
      <Conservation of={of} />
      {may["exchanges.log"] && !c.ended_on && <Quick of={of} />}
      <Exchanges of={of} />
      <Roles of={of} />
      {of.copies_to.length > 0 && <Copying of={of} />}
      {may["counterparts.erase"] && c.nature === "person" && c.name !== "—" && <Erasing of={of} />}
    </Page>
  )
}

const Acts = ({ of: { counterpart: c, may, is_stale } }: { of: Answer }) => {
  const t = useWords()
  const input = { counterpartIds: [c.id] }
  return (
    <>
      {is_stale && (
        <Act
          command="counterparts.check"
          input={input}
          may={may}
          kind="main"
          done={t("counterparts.checked", { count: 1 })}
        >
          {t("counterparts.check")}
        </Act>
      )}
      {may["counterparts.change"] && (
        <Link className="button" to={`/interlocuteurs/${c.id}/modifier`}>
          {t("counterparts.change")}
        </Link>
      )}
      {may["exchanges.log"] && c.kind === "public_service" && (
        <Link className="button" to={`/interlocuteurs/echange?avec=${c.id}&genre=request`}>
          {t("exchanges.ask")}
        </Link>
      )}
      {c.ended_on ? (
        <Act command="counterparts.takeBack" input={input} may={may}>
          {t("counterparts.take_back")}
        </Act>
      ) : (
        <Act
          command="counterparts.end"
          input={input}
          may={may}
          done={t("counterparts.ended", { count: 1 })}
          undo={() => ({ command: "counterparts.takeBack", input })}
        >
          {t("counterparts.end")}
        </Act>
      )}
    </>
  )
}
