import { inOrganisation } from "../src/kernel/db.ts"
import { withIds } from "../src/kernel/id.ts"
import { refuse } from "../src/kernel/refusal.ts"
import type { OrganisationId } from "../src/kernel/rule.ts"
import {
  type ExampleProgress,
  type LoadExample,
  unfinishedExample,
  writeExample,
} from "../src/modules/accounts/contract.ts"
import { daysFrom } from "./calendar.ts"
import { playGroup } from "./group/group.ts"
import { idsOf } from "./ids.ts"
import { type Given, stageOf } from "./stage.ts"
import { playParty } from "./valmont/party.ts"

/** Puts the two organisations of the example in place, as of today. The visitor looks around as the secretary of Valmont. */
export const loadExample: LoadExample = (given, tell) =>
  loadExampleOf(given, Temporal.Now.zonedDateTimeISO("Europe/Brussels").toPlainDate(), tell)

/** The same example, letter for letter and id for id, for the same day. */
export const loadExampleOf = async (
  given: Given,
  today: Temporal.PlainDate,
  tell: (progress: ExampleProgress) => void = () => {},
) => {
  const months = inMonths(today, tell)
  return writeExample(given, async () => {
    const [party] = await together([
      (unlessBroken) =>
        asOrganisation(
          "Les Rives",
          "BE",
          "Europe/Brussels",
          { ...given, tell: unlessBroken(months()) },
          today,
          playParty,
        ),
      (unlessBroken) =>
        asOrganisation(
          "Groupe Les Rives",
          "FR",
          "Europe/Paris",
          { ...given, tell: unlessBroken(months()) },
          today,
          playGroup,
        ),
    ])
    return party!
  })
}

type Tell = (at: Temporal.Instant) => void

/** Both stories at once; when one breaks the other stops at its next scene, and nothing is written any more. */
const together = async <T>(stories: ((unlessBroken: (tell: Tell) => Tell) => Promise<T>)[]): Promise<T[]> => {
  let broken: { cause: unknown } | undefined
  const unlessBroken = (tell: Tell) => (at: Temporal.Instant) => {
    if (broken) throw broken.cause
    tell(at)
  }
  const told = await Promise.allSettled(
    stories.map((story) =>
      story(unlessBroken).catch((cause: unknown) => {
        broken ??= { cause }
        throw cause
      }),
    ),
  )
  if (broken) throw broken.cause
  return told.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
}

/** Both stories are told at once: the month that is told is that of the one which is behind. */
const inMonths = (today: Temporal.PlainDate, tell: (progress: ExampleProgress) => void) => {
  const first = daysFrom(today, "UTC").weekday(79, 1).with({ day: 1 })
  const last = today.with({ day: 1 })
  const of = first.until(last, { largestUnit: "months" }).months + 1
  const hours: Temporal.PlainDate[] = []
  let told = ""
  return () => {
    const own = hours.push(first) - 1
    return (at: Temporal.Instant) => {
      hours[own] = at.toZonedDateTimeISO("UTC").toPlainDate()
      const month = hours.reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b)).with({ day: 1 })
      if (month.toString() === told) return
      told = month.toString()
      tell({ month: told, done: Math.max(0, first.until(month, { largestUnit: "months" }).months), of })
    }
  }
}

type Play = (stage: ReturnType<typeof stageOf>, days: ReturnType<typeof daysFrom>) => Promise<string>

const asOrganisation = async (
  name: string,
  country: string,
  zone: string,
  given: Given & { tell: Tell },
  today: Temporal.PlainDate,
  play: Play,
) => {
  const ids = idsOf(name)
  const days = daysFrom(today, zone)
  ids.at(days.at(days.weekday(80, 1), "09:00"))
  const organisation = ids.next() as OrganisationId
  await inOrganisation(given.db, organisation, async (tx) => {
    if (await tx.selectFrom("organisations").select("id").executeTakeFirst()) refuse("accounts.example_is_here")
    const settings = JSON.stringify(unfinishedExample)
    await tx
      .insertInto("organisations")
      .values({ id: organisation, name, language: "fr", zone, country, settings })
      .execute()
  })
  const stage = stageOf(organisation, given, ids, zone, given.tell)
  const personId = await withIds(ids.next, () => play(stage, days))
  return { organisation, personId }
}
