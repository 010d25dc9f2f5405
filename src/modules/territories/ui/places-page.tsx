import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useLater } from "../../../shell/use-later.ts"
import { useWords } from "../../../shell/use-words.ts"

type Placed = ReadOf<"territories.bodies">["rows"][number]

/** The bodies by where they are at home, place by place. */
export const PlacesPage = () => {
  const t = useWords()
  const [typed, setTyped] = useState("")
  const q = useLater(typed.trim())
  return (
    <Page
      title={t("territories.title")}
      crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("territories.title") }]}
      acts={
        <>
          <Link className="button quiet" to="/secretariat/carte">
            {t("territories.map.title")}
          </Link>
          <Link className="button quiet" to="/secretariat/territoires/fichiers">
            {t("territories.import.title")}
          </Link>
        </>
      }
    >
      <div className="field">
        <label htmlFor="place-search">{t("territories.search")}</label>
        <input
          id="place-search"
          className="input"
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <PlacesList q={q} />
    </Page>
  )
}

/** Place by place, under the one above. */
export const PlacesList = ({ q }: { q: string }) => {
  const t = useWords()
  return (
    <Reading of={useRead("territories.bodies", { q }, { keepPrevious: true })}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Sheet>
            <Empty title={t("territories.nowhere")}>{t("territories.nowhere.lead")}</Empty>
          </Sheet>
        ) : (
          [...Map.groupBy(rows, ({ within }) => within ?? "")].map(([within, places]) => (
            <Within key={within} name={within} places={places} />
          ))
        )
      }
    </Reading>
  )
}

const Within = ({ name, places }: { name: string; places: readonly Placed[] }) => (
  <Sheet {...(name ? { title: name } : {})}>
    <Rows>
      {places.map(({ place, bodies }) => (
        <Row
          key={place}
          soft={bodies.map(({ id, name: body }, n) => (
            <span key={id}>
              {n > 0 && ", "}
              <Link to={`/secretariat/instances/${id}`}>{body}</Link>
            </span>
          ))}
        >
          {place}
        </Row>
      ))}
    </Rows>
  </Sheet>
)
