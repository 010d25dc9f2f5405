import type { Circumstances } from "../../../kernel/rule.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { Ballot } from "../ballot.ts"
import { roomOnPaper } from "../meeting-room.ts"
import { outcomeInWords } from "../outcome-in-words.ts"
import { roomToTell } from "./decision-of.ts"
import { electedOf } from "./elected.ts"
import { houseLanguage } from "./house-language.ts"

/** What the register will say of a closed vote, until somebody says it better: who is elected to what, by how many votes, in which round, by which rule. */
export const decisionSaid = async (ballot: Ballot, given: Circumstances): Promise<string> => {
  const language = await houseLanguage(given)
  const room = roomOnPaper(await roomToTell(ballot, given), language)
  if (ballot.kind === "yes_no") return [ballot.question || ballot.title, room].filter(Boolean).join("\n\n")
  const came =
    ballot.kind === "candidates"
      ? await electionSaid(ballot, language, given)
      : outcomeInWords(ballot, ballot.result!, language).sentence
  const { voters, blank, void: spoilt, quorum } = ballot.result!
  return [
    came,
    say(language, "votes.said.rule", {
      rule: lower(say(language, `votes.method.${ballot.method}`)),
      parity: String(ballot.parity),
    }),
    say(language, "votes.said.turnout", { voters, entitled: ballot.entitled ?? 0, blank, void: spoilt }),
    ...(quorum ? [say(language, "votes.said.quorum", { required: quorum.required })] : []),
    ...(room ? [room] : []),
  ].join(" ")
}

const electionSaid = async (ballot: Ballot, language: Language, given: Circumstances): Promise<string> => {
  const elected = electedOf(ballot)
  const form = formOf(elected)
  const names = elected.map(({ name, votes }) =>
    votes === null ? name : say(language, "votes.said.one", { name, votes: Number(votes) }),
  )
  return say(language, "votes.said.elected", {
    form,
    count: elected.length,
    what: capitalised((await functionName(ballot.function_id, form, given)) ?? ballot.title),
    names: new Intl.ListFormat(language, { type: "conjunction" }).format(names),
    round: ballot.round,
    rounds: ballot.rounds,
  })
}

/** All women, all men, or neither. */
const formOf = (people: readonly { form: "m" | "f" | "n" }[]): "m" | "f" | "n" => {
  const forms = new Set(people.map(({ form }) => form))
  return forms.size === 1 ? [...forms][0]! : "n"
}

export const functionName = async (
  function_id: string | null,
  form: "m" | "f" | "n",
  { db }: Pick<Circumstances, "db">,
): Promise<string | undefined> => {
  if (!function_id) return undefined
  const named = await db
    .selectFrom("functions")
    .select(["name_m", "name_f", "name_n"])
    .where("id", "=", function_id)
    .executeTakeFirstOrThrow()
  return named[`name_${form}`]
}

const lower = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1)
const capitalised = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)
