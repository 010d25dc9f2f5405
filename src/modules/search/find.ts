import { z } from "zod"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findCounterparts } from "../counterparts/contract.ts"
import { findPeople, sightOf } from "../people/contract.ts"
import { findOnTheWay } from "../welcome/contract.ts"
import { findSkills } from "../skills/contract.ts"
import { findWords, pathOf } from "./found.ts"
import { kinds } from "./tables.ts"

/** For Ctrl-K: people and those outside by their name, then things by their words, while the person types. */
export const findAnything = read({
  name: "search.find",
  input: z.object({ q: z.string().trim().max(200) }),
  allow: isSignedIn,
  async run({ input: { q }, ...given }) {
    if (q.length < 2) return []
    const { rows: people } = await findPeople({ q, limit: 4 }, await sightOf(given), given.db)
    const { rows: counterparts } = await findCounterparts({ q, limit: 4 }, given)
    const things = await findWords(
      { q, kinds: kinds.filter((kind) => kind !== "paper" && kind !== "minutes"), begins: true, limit: 8, offset: 0 },
      given,
    )
    const skills = await findSkills(q, given)
    return [
      ...people.map(({ id, name, functions, town }) => ({
        id,
        kind: "person" as const,
        title: name,
        detail: functions.join(", ") || town || null,
        to: `/personnes/${id}`,
      })),
      ...counterparts.map(({ id, name, roles, territory }) => ({
        id,
        kind: "counterpart" as const,
        title: name,
        detail: roles.join(" · ") || territory,
        to: `/interlocuteurs/${id}`,
      })),
      ...(await findOnTheWay(q, given)).map(({ id, name, step, body_name }) => ({
        id,
        kind: "newcomer" as const,
        title: name,
        detail: [step, body_name].filter(Boolean).join(" · "),
        to: `/arrivants/${id}`,
      })),
      ...skills.map(({ id, name, body_id, body_name }) => ({
        id,
        kind: "skill" as const,
        title: name,
        detail: body_name,
        to: `/competences?instance=${body_id}&competence=${id}`,
      })),
      ...things.map((hit) => ({
        id: hit.id,
        kind: hit.kind,
        title: hit.title,
        detail: hit.body_name,
        to: pathOf(hit),
      })),
    ]
  },
})
