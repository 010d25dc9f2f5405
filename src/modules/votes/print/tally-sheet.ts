import { isRanked } from "../../../kernel/counting/fitting.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { PaperFact } from "../../../kernel/typeset/paper-head.ts"
import type { TallySheet } from "../../../kernel/typeset/voting-papers.ts"
import { number } from "../../../kernel/words/numbers.ts"
import { format, type Values } from "../../../kernel/words/words.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import type { Ballot } from "../ballot.ts"
import { ruleOfMajority } from "../open.ts"
import { findOperation } from "../operation/operation.ts"
import { isNumbered, mostNames, roundOf, voters } from "./ballot-papers.ts"

type Words = (key: string, values?: Values) => string

const IN_A_LINE = 25

/** The sheet on which papers are counted, square by square, as the page asks for their figures afterwards. */
export const tallySheetOf = async (ballot: Ballot, given: Circumstances): Promise<TallySheet> => {
  const { language } = given.actor
  const t: Words = (key, values) => format(language, key, values)
  const body = (await findBodyEvenClosed(ballot.body_id, given.db))!
  const entitled = await voters(ballot, body, given)
  const operation = ballot.operation_id ? await findOperation(ballot.operation_id, given) : undefined
  const rule = await ruleOfMajority(ballot, given)
  const facts: (PaperFact | false)[] = [
    [
      t("votes.field.method"),
      rule ? valueInWords(language, { unit: "majority", value: rule }) : t(`votes.method.${ballot.method}`),
    ],
    ballot.seats > 0 && [t("votes.field.seats"), number(language, ballot.seats)],
    ballot.roll_id !== null && [t("votes.record.enrolled"), number(language, entitled)],
    isNumbered(ballot) && [t(`votes.record.what.${ballot.kind}`), numberedNames(ballot).join(" · ")],
  ]
  return {
    body: body.name,
    title: ballot.title,
    date: ballot.on_day.toString(),
    lang: language,
    kind: t("votes.print.tally.kind"),
    over: [operation?.title, roundOf(ballot, language)].filter(Boolean).join(", "),
    facts: facts.filter((one) => one !== false),
    lines: Math.min(ballot.candidates.length > 20 ? 2 : 4, Math.ceil(entitled / IN_A_LINE)),
    groups: groupsOf(ballot, t),
    columns: { name: "", squares: t("votes.print.tally.squares"), total: t("votes.print.tally.total") },
    totals: [
      t("votes.record.signed.paper"),
      t("votes.record.found"),
      t("votes.figure.blank"),
      t("votes.figure.void"),
      t("votes.record.expressed"),
    ],
    closing: t("votes.print.tally.closing"),
    signatures: [1, 2].map(() => ({ role: t("votes.record.teller", { form: "n" }), name: "" })),
  }
}

const numberedNames = ({ candidates }: Ballot) => candidates.map((name, at) => `${at + 1}. ${name}`)

/** Voices by answer or by name; papers that say the same, where a paper says more than one name. */
const groupsOf = (ballot: Ballot, t: Words): TallySheet["groups"] => {
  const spoilt = [t("votes.figure.blank"), t("votes.figure.void")]
  const voices = { heading: t("votes.print.tally.voices") }
  if (ballot.kind === "yes_no")
    return [
      {
        ...voices,
        rows: [...(["for", "against", "abstained"] as const).map((key) => t(`votes.figure.${key}`)), ...spoilt],
      },
    ]
  const packets = { heading: t("votes.print.tally.packets") }
  const written = (count: number) => Array.from({ length: count }, () => "")
  if (isNumbered(ballot)) {
    const lead = t(isRanked(ballot.method) ? "votes.print.tally.ranked" : "votes.print.tally.graded")
    return [{ ...packets, lead, rows: [...written(10), ...spoilt] }]
  }
  if (mostNames(ballot) === 1) return [{ ...voices, rows: [...ballot.candidates, ...spoilt] }]
  return [
    { ...voices, lead: t("votes.print.tally.many"), rows: [...numberedNames(ballot), ...spoilt] },
    { ...packets, lead: t("votes.print.tally.packets.lead"), rows: written(8) },
  ]
}
