import type { ReadOf } from "../../../shell/api.ts"
import { NumberField } from "../../../shell/fields.tsx"
import { type Packet, PapersField } from "./papers-field.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type It = ReadOf<"votes.read">

/** The figures of a show of hands, or of paper typed by two who do not see each other’s. */
export const FiguresForm = ({ of: { ballot, typings } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  if (!typings) return null
  const names = ballot.kind === "yes_no" ? (["for", "against", "abstained"] as const) : []
  const byHand = ballot.manner === "hand"
  const isFull = !typings.mine && typings.by.length >= (byHand ? 1 : 2)
  const inPackets = !byHand && ballot.kind !== "yes_no"
  const initial = typings.mine
    ? { ...typings.mine, ...Object.fromEntries(typings.mine.voices.map((voices, at) => [`c${at}`, voices])) }
    : {}
  return (
    <Sheet title={t("votes.figures")} padded>
      <p className="soft">{t(`votes.figures.${byHand ? "hand" : "paper"}`)}</p>
      {typings.by.map(({ name, typed_at }) => (
        <p key={typed_at}>{t("votes.typed", { name, at: say.moment(typed_at) })}</p>
      ))}
      {typings.differ.length > 0 && (
        <p role="alert">
          {t("votes.differ", { where: typings.differ.map((one) => nameOf(one, ballot, t)).join(", ") })}
        </p>
      )}
      {!isFull && (
        <Form
          command="votes.typeFigures"
          initial={initial}
          input={(values) => ({
            ballotId: ballot.id,
            voters: Number(values["voters"] ?? 0),
            ...Object.fromEntries([...names, "blank", "void"].map((one) => [one, Number(values[one] || 0)])),
            ...(inPackets
              ? { papers: (values["papers"] ?? []) as Packet[] }
              : { voices: ballot.candidates.map((_, at) => Number(values[`c${at}`] || 0)) }),
          })}
          kind="plain"
          send={t("votes.figures.send")}
        >
          <NumberField
            name="voters"
            label={t(byHand ? "votes.figure.voters" : "votes.figure.papers")}
            min={0}
            required
          />
          {names.map((one) => (
            <NumberField key={one} name={one} label={t(`votes.figure.${one}`)} min={0} required />
          ))}
          {inPackets ? (
            <PapersField ballot={ballot} />
          ) : (
            ballot.candidates.map((name, at) => (
              <NumberField key={name} name={`c${at}`} label={name} min={0} required />
            ))
          )}
          <NumberField name="blank" label={t("votes.figure.blank")} min={0} />
          {!byHand && <NumberField name="void" label={t("votes.figure.void")} min={0} />}
        </Form>
      )}
    </Sheet>
  )
}

const nameOf = (one: string, { candidates }: It["ballot"], t: ReturnType<typeof useWords>): string =>
  /^\d+$/.test(one) ? (candidates[Number(one)] ?? one) : t(`votes.figure.${one as "voters"}`)
