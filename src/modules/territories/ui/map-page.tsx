import { useMemo, useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { type Area, AreaMap } from "../../../shell/area-map.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { PlacesList } from "./places-page.tsx"

type Map = ReadOf<"territories.map">
type Shape = Map["shapes"][number]

/** The bodies on a map: departments and provinces, or the communes of one. Beside it, the same as a list. */
export const MapPage = () => {
  const t = useWords()
  const { values, set } = useAddress()
  const within = values["dans"]
  const read = useRead("territories.map", within ? { within } : {}, { keepPrevious: true })
  const crumbs = [
    { words: t("secretariat.title"), to: "/secretariat" },
    ...(within ? [{ words: t("territories.map.title"), to: "/secretariat/carte" }] : []),
    { words: (within && read.data?.within) || t("territories.map.title") },
  ]
  return (
    <Reading of={read}>
      {(map) => (
        <Page
          title={map.within ? t("territories.map.of", { name: map.within }) : t("territories.map.title")}
          lead={t("territories.map.lead")}
          crumbs={crumbs}
          acts={
            <>
              {within && (
                <Link className="button quiet" to="/secretariat/carte">
                  {t("territories.map.whole")}
                </Link>
              )}
              <Link className="button quiet" to="/secretariat/territoires">
                {t("territories.title")}
              </Link>
            </>
          }
        >
          {map.shapes.length === 0 ? (
            <Nothing isWithin={within !== undefined} />
          ) : (
            <Drawn key={within} map={map} onOpen={(id) => set({ dans: id })} />
          )}
        </Page>
      )}
    </Reading>
  )
}

/** No outline was read here: says so, and lists by place all the same. */
const Nothing = ({ isWithin }: { isWithin: boolean }) => {
  const t = useWords()
  return (
    <>
      <Sheet>
        <Empty
          title={t(isWithin ? "territories.map.none.within" : "territories.map.none")}
          act={
            <Link className="button" to="/secretariat/territoires/fichiers">
              {t("territories.import.title")}
            </Link>
          }
        >
          {t("territories.map.none.lead")}
        </Empty>
      </Sheet>
      <PlacesList q="" />
    </>
  )
}

const Drawn = ({ map: { shapes, more, credits }, onOpen }: { map: Map; onOpen: (id: string) => void }) => {
  const t = useWords()
  const say = useFigures()
  const [shown, setShown] = useState<string>()
  const areas = useMemo(() => shapes.map((one) => asArea(one, t)), [shapes, t])
  const chosen = shapes.find(({ id }) => id === shown)
  const peopled = shapes.filter(({ bodies, below }) => bodies.length + below > 0)
  const opens = shapes.filter((one) => one.opens)
  return (
    <>
      <Sheet padded>
        <AreaMap areas={areas} label={t("territories.map.title")} shown={shown} onShow={setShown} />
        <div aria-live="polite">{chosen && <Chosen of={chosen} onOpen={onOpen} />}</div>
        {opens.length > 0 && (
          <div className="field">
            <label htmlFor="map-within">{t("territories.map.closer")}</label>
            <select id="map-within" className="input" value="" onChange={(event) => onOpen(event.target.value)}>
              <option value="">{t("territories.map.closer.choose")}</option>
              {opens.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <p className="soft">
          {t("territories.map.legend")}
          {more && ` ${t("territories.map.more")}`}
        </p>
        <p className="soft">
          {credits
            .map(({ credit, vintage }) => t("territories.map.credit", { credit, day: say.dayOnly(vintage) }))
            .join(" ")}
        </p>
      </Sheet>
      <Sheet title={t("territories.map.list")}>
        {peopled.length === 0 ? (
          <Empty title={t("territories.nowhere")}>{t("territories.nowhere.lead")}</Empty>
        ) : (
          <Rows>
            {peopled.map((one) => (
              <Row key={one.id} soft={<Bodies of={one} />}>
                {one.opens ? (
                  <Link to={`/secretariat/carte?dans=${encodeURIComponent(one.id)}`}>{one.name}</Link>
                ) : (
                  one.name
                )}
              </Row>
            ))}
          </Rows>
        )}
      </Sheet>
    </>
  )
}

const Chosen = ({ of, onOpen }: { of: Shape; onOpen: (id: string) => void }) => {
  const t = useWords()
  return (
    <p>
      <b>{of.name}</b> <span className="soft">{t(`territories.level.${of.level}`)}</span>
      <br />
      <Bodies of={of} />{" "}
      {of.opens && (
        <button type="button" className="linklike" onClick={() => onOpen(of.id)}>
          {t("territories.map.open")}
        </button>
      )}
    </p>
  )
}

const Bodies = ({ of: { bodies, below } }: { of: Shape }) => {
  const t = useWords()
  return (
    <>
      {bodies.map(({ id, name }, n) => (
        <span key={id}>
          {n > 0 && ", "}
          <Link to={`/secretariat/instances/${id}`}>{name}</Link>
        </span>
      ))}
      {bodies.length > 0 && below > 0 && " · "}
      {below > 0 && t("territories.map.below", { count: below })}
      {bodies.length + below === 0 && t("territories.map.nobody")}
    </>
  )
}

const asArea = ({ id, name, shape, bodies, below }: Shape, t: Translate): Area => ({
  id,
  shape,
  fill: bodies.length > 0 ? "full" : below > 0 ? "part" : "none",
  label: [
    name,
    bodies.length > 0
      ? bodies.map((one) => one.name).join(", ")
      : t(below > 0 ? "territories.map.below" : "territories.map.nobody", { count: below }),
  ].join("\u00a0: "),
})
