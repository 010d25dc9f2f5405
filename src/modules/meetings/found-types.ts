import { json } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBody, type Profile, profiles } from "../bodies/contract.ts"
import { approvalFirst } from "./agenda/template.ts"
import type { Convenes, TemplateItem } from "./tables.ts"

/** Copies the types of meeting of a profile into a new body, with their agendas; the body then owns them. Once: a type it has stays. */
export const foundMeetingTypes = async (bodyId: string, { actor, db }: Circumstances): Promise<void> => {
  const body = await findBody(bodyId, db)
  const profile = profiles[body?.profile as keyof typeof profiles]
  if (!body || !profile) return
  const { language } = await db.selectFrom("organisations").select("language").executeTakeFirstOrThrow()
  const spoken = language === "en" ? "en" : "fr"
  await db
    .insertInto("meeting_types")
    .values(
      profile.meeting_types.map((type) => ({
        organisation_id: actor.organisation,
        id: newId(),
        body_id: bodyId,
        key: type.key,
        name: type.name[spoken],
        convenes: convenes[type.electorate],
        functions: type.functions,
        notice_rule: type.rules.notice,
        items_rule: type.rules.items_until,
        quorum_rule: type.rules.quorum,
        majority_rule: type.rules.majority,
        proxy_rule: type.rules.proxies,
        confidential: type.confidential,
        place: null,
        starts_at: null,
        minutes: type.duration_minutes,
        agenda: json(approvalFirst(type.agenda.map((item) => templateItem(item, spoken)))),
        ended_on: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(["organisation_id", "body_id", "key"]).doNothing())
    .execute()
}

/** An item of a profile in the words of the organisation. */
export const templateItem = (item: ProfileItem, spoken: "fr" | "en"): TemplateItem => ({
  title: item.title[spoken],
  purpose: item.purpose,
  minutes: item.minutes,
  automatic: item.automatic === "follow-up-tasks" ? "follow-up" : item.automatic,
  confidential: item.confidential ?? false,
})

type ProfileItem = Profile["meeting_types"][number]["agenda"][number]

const convenes: Record<Profile["meeting_types"][number]["electorate"], Convenes> = {
  members: "members",
  members_up_to_date: "members_up_to_date",
  functions: "holders",
  invited: "listed",
}
