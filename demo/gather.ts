import { dayOf } from "../src/kernel/clock.ts"
import { json } from "../src/kernel/db.ts"
import { giveAccess } from "../src/modules/accounts/contract.ts"
import { foundBody, type ProfileKey } from "../src/modules/bodies/contract.ts"
import { foundFunctions, foundMandate } from "../src/modules/mandates/contract.ts"
import { changeMembership } from "../src/modules/mandates/memberships/change.ts"
import { joinAffiliation } from "../src/modules/mandates/affiliations/join.ts"
import { addAffiliation } from "../src/modules/mandates/affiliations/name.ts"
import { recordMandate } from "../src/modules/mandates/record.ts"
import { addPerson } from "../src/modules/people/add.ts"
import { addFounder } from "../src/modules/people/contract.ts"
import { streets } from "./valmont/cast.ts"
import type { Cast, Someone } from "./story.ts"
import type { Stage } from "./stage.ts"

/** What the regulations of a chapter say in place of its profile. */
export type OwnRule = { key: string; value: unknown; article: string }

export type Town = { name: string; postcode: string; country: "BE" | "FR"; domain: string }

/** A body with the functions of its profile, under another or at the top. Answers its id. */
export const found = (
  stage: Stage,
  it: {
    name: string
    code: string
    profile: ProfileKey
    kind?: string
    town?: string
    parent?: string
    rules?: OwnRule[]
  },
): Promise<string> =>
  stage.within(async (given) => {
    const parent = it.parent
      ? await given.db.selectFrom("bodies").select(["id", "line"]).where("id", "=", it.parent).executeTakeFirst()
      : undefined
    const bodyId = await foundBody({ ...it, parent }, given)
    await foundFunctions({ bodyId, profile: it.profile }, given)
    for (const { key, value, article } of it.rules ?? [])
      await given.db
        .updateTable("rules")
        .set({ value: json(value), legal_basis: `Règlement de la locale, ${article}`, confidence: "V", note: null })
        .where("body_id", "=", bodyId)
        .where("key", "=", key)
        .execute()
    return bodyId
  })

/** The first one, whom nobody could have entered: as whoever opens an installation. */
export const begin = async (stage: Stage, name: string, cast: Cast, bodyId: string, town: Town): Promise<void> => {
  const someone = cast[name]!
  const email = addressOf(someone, town)
  const functionKey = someone.functions?.[0] ?? ""
  const personId = await stage.within(async (given) => {
    const { given_name, family_name, form } = someone
    const id = await addFounder({ given_name, family_name, form, email }, given)
    await foundMandate({ personId: id, bodyId, functionKey }, given)
    await giveAccess({ organisation: stage.organisation, personId: id, email }, given.db)
    return id
  })
  stage.people.set(name, personId)
  const membershipId = await stage.within(async ({ db }) => {
    const mine = db.selectFrom("memberships").select("id").where("person_id", "=", personId)
    return (await mine.executeTakeFirstOrThrow()).id
  })
  const since = dayOf(stage.now())
  const paid = { since: since.toString(), dues_until: since.add({ months: 26 }).toString() }
  await stage.act(name, changeMembership, { membershipId, ring: "member", ...paid })
}

/** The others, entered by the first, each with what they hold. Those with an address may sign in. */
export const gather = async (
  stage: Stage,
  { by, cast, bodyId, town, since }: { by: string; cast: Cast; bodyId: string; town: Town; since: Temporal.PlainDate },
): Promise<void> => {
  const functions = await stage.within(({ db }) =>
    db.selectFrom("functions").select(["id", "key"]).where("body_id", "=", bodyId).execute(),
  )
  const known = Object.keys(cast).filter((name) => !stage.people.has(name))
  for (const [index, name] of known.entries()) {
    const someone = cast[name]!
    const { personId } = await stage.act(by, addPerson, enter(someone, bodyId, town, since, index))
    stage.people.set(name, personId!)
    for (const key of someone.functions ?? []) {
      const functionId = functions.find((one) => one.key === key)?.id
      const note = "Élection en assemblée"
      await stage.act(by, recordMandate, { personId, functionId, since: since.toString(), origin: "vote", note })
    }
    if (someone.sensibility) await joinSensibility(stage, { by, bodyId, since }, personId!, someone.sensibility)
    if (!someone.post)
      await stage.within(({ db }) =>
        giveAccess({ organisation: stage.organisation, personId: personId!, email: addressOf(someone, town) }, db),
      )
  }
  const { sensibility } = cast[by]!
  if (sensibility) await joinSensibility(stage, { by, bodyId, since }, stage.people.get(by)!, sensibility)
  const rest = cast[by]!.functions?.slice(1) ?? []
  if (rest.length > 0) throw new Error(`${by} holds one function, that of the foundation`)
}

// Named when its first member is entered.
const joinSensibility = async (
  stage: Stage,
  { by, bodyId, since }: { by: string; bodyId: string; since: Temporal.PlainDate },
  personId: string,
  name: string,
): Promise<void> => {
  const known = await stage.within(({ db }) =>
    db
      .selectFrom("affiliations")
      .select("id")
      .where("body_id", "=", bodyId)
      .where("name", "=", name)
      .executeTakeFirst(),
  )
  const affiliationId = known?.id ?? (await stage.act(by, addAffiliation, { bodyId, name })).affiliationId
  await stage.act(by, joinAffiliation, { affiliationId, personId, since: since.toString() })
}

const enter = (someone: Someone, bodyId: string, town: Town, since: Temporal.PlainDate, index: number) => {
  const { given_name, family_name, form, post, nowhere, months } = someone
  const begun = months ? since.add({ months: 18 }).subtract({ months }) : since.subtract({ months: 3 + (index % 40) })
  return {
    given_name,
    family_name,
    form,
    bodyId,
    email: post ? null : addressOf(someone, town),
    post_only: Boolean(post),
    phone: index % 3 === 0 ? `04${String(70_000_000 + index * 311_117).padStart(8, "0")}` : null,
    street: nowhere ? null : `${streets[index % streets.length]} ${(index * 7) % 90 || 1}`,
    postcode: nowhere ? null : town.postcode,
    town: nowhere ? null : town.name,
    country: nowhere ? null : town.country,
    membership: { ring: "member", since: begun.toString(), dues_until: since.add({ months: 26 }).toString() },
    sure: true,
  }
}

/** "Élodie Van den Broeck-Delattre" writes from elodie.vandenbroeck-delattre@lesrives.example. */
export const addressOf = ({ given_name, family_name }: Someone, { domain }: Town): string => {
  const plain = (name: string) =>
    name
      .normalize("NFD")
      .replace(/œ/g, "oe")
      .replace(/[^A-Za-z-]/g, "")
      .toLowerCase()
  return `${plain(given_name)}.${plain(family_name).slice(0, 40)}@${domain}`
}
