import { useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

/** On a person's page: from which door they came, when, and who welcomed them. */
export const Arrival = ({ id: personId }: { id: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("newcomers.ofPerson", { personId })
  return data?.rows.map((one) => (
    <Sheet
      key={one.id}
      title={data.rows.length > 1 ? `${t("welcome.arrival")} · ${one.body_name}` : t("welcome.arrival")}
      padded
    >
      <Facts
        of={[
          [
            t("welcome.arrival.door"),
            [t.named(`welcome.source.${one.source}`), one.recorded].filter(Boolean).join(" · "),
          ],
          [t("welcome.arrival.came"), say.dayOnly(one.came_on)],
          one.welcomer !== null && [t("welcome.arrival.by"), one.welcomer],
          [
            t("welcome.arrival.state"),
            [t(`welcome.state.${one.state}`), one.ended_on && say.dayOnly(one.ended_on)].filter(Boolean).join(", "),
          ],
        ]}
      />
      {one.sees && <Link to={`/arrivants/${one.id}`}>{t("welcome.arrival.see")}</Link>}
    </Sheet>
  ))
}
