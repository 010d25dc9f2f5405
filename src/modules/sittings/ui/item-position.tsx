import type { ReadOf } from "../../../shell/api.ts"
import { ChoiceField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Mark, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Data = ReadOf<"sittings.readItem">

const stances = ["for", "against", "abstain", "apart", "free"] as const

/** How the group votes, and where that was decided; to say it stands open until it is decided. */
export const Position = ({ of }: { of: Data }) => {
  const t = useWords()
  const { item, decision, may } = of
  const isDecided = Boolean(item.stance && item.stance_decided_at)
  return (
    <Sheet
      title={t("sittings.position")}
      padded
      aside={item.since_position && <Mark kind="wait">{t("sittings.since.position")}</Mark>}
    >
      {(item.stance || !may["sittings.takePosition"]) && (
        <div>
          <p>
            <b>{t(item.stance ? `sittings.stance.${item.stance}` : "sittings.stance.none")}</b>
            {item.stance_condition && `, ${item.stance_condition}`}
          </p>
          {item.stance_note && <p className="prose pre">{item.stance_note}</p>}
          {item.stance && !isDecided && (
            <p className="soft">{t("sittings.position.proposed_by", { name: item.stance_by_name ?? "" })}</p>
          )}
        </div>
      )}
      {decision && (
        <p>
          {t(decision.adopted ? "sittings.brought.decided" : "sittings.brought.rejected")}{" "}
          <Link to={`/decisions/${decision.id}`}>
            {decision.reference} · {decision.title}
          </Link>
        </p>
      )}
      {decision?.adopted && !item.stance && <p>{t("sittings.position.to_note")}</p>}
      {may["sittings.takePosition"] &&
        (isDecided ? (
          <details>
            <summary>{t("sittings.live.change")}</summary>
            <Take of={of} />
          </details>
        ) : (
          <Take of={of} />
        ))}
    </Sheet>
  )
}

const Take = ({ of: { item } }: { of: Data }) => {
  const t = useWords()
  return (
    <Form
      command="sittings.takePosition"
      initial={{ stance: item.stance ?? "", condition: item.stance_condition ?? "", note: item.stance_note ?? "" }}
      input={(values) => ({
        itemId: item.id,
        stance: values["stance"] || null,
        condition: values["condition"] || null,
        note: values["note"] || null,
      })}
      send={t("sittings.position.take")}
      onDone={() => tell({ words: t("sittings.position.taken") })}
    >
      <ChoiceField
        name="stance"
        label={t("sittings.position.how")}
        options={[
          { value: "", words: t("sittings.stance.none") },
          ...stances.map((value) => ({ value, words: t(`sittings.stance.${value}`) })),
        ]}
      />
      <TextField
        name="condition"
        label={t("sittings.position.condition")}
        hint={t("sittings.position.condition.hint")}
      />
      <LongTextField name="note" label={t("sittings.position.note")} rows={2} />
    </Form>
  )
}
