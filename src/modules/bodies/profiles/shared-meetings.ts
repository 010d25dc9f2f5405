import { item, type ProfileItem, type ProfileMeetingType } from "./profile.ts"
import { anyOther, followUp } from "./shared-items.ts"

/** No rule applies: one does not count a quorum on a trip. */
export const free = { notice: null, items_until: null, quorum: null, majority: null, proxies: null }

/** The keys of a chapter's own rules by kind of meeting: `be.locale`, `fr.local`. */
export const chapterRules = (place: string) => {
  const assembly = {
    notice: `${place}.notice.assembly`,
    items_until: `${place}.items.assembly`,
    quorum: `${place}.quorum.assembly`,
    majority: `${place}.majority`,
    proxies: `${place}.proxies`,
  }
  return {
    assembly,
    statutory: { ...assembly, notice: `${place}.notice.statutory`, quorum: `${place}.quorum.statutory` },
    secretariat: {
      ...free,
      notice: `${place}.notice.secretariat`,
      items_until: `${place}.items.secretariat`,
      majority: `${place}.majority`,
    },
    working_group: { ...free, notice: `${place}.notice.secretariat` },
  }
}

/** A meeting that is not confidential, of those named one by one, under no rule, unless it says otherwise. */
export const meeting = (
  said: Pick<ProfileMeetingType, "key" | "name" | "duration_minutes" | "agenda"> & Partial<ProfileMeetingType>,
): ProfileMeetingType => ({ rules: free, electorate: "invited", functions: [], confidential: false, ...said })

export const workingGroup = (rules: ProfileMeetingType["rules"], toTheAssembly: ProfileItem) =>
  meeting({
    key: "working-group",
    name: { fr: "Groupe de travail", en: "Working group" },
    rules,
    duration_minutes: 120,
    agenda: [followUp, item(60, "discuss", "Travail sur le thème", "Work on the theme"), toTheAssembly, anyOther],
  })

export const actorMeeting = (
  exchange: ProfileItem,
  next = item(10, "decide", "Suites à donner, de part et d’autre", "What each side does next"),
) =>
  meeting({
    key: "actor-meeting",
    name: { fr: "Rencontre avec un acteur local", en: "Meeting with a local actor" },
    duration_minutes: 60,
    agenda: [item(10, "inform", "Présentations et objet de la rencontre", "Introductions and purpose"), exchange, next],
  })

export const seminar = (
  name: ProfileMeetingType["name"],
  middle: readonly ProfileItem[],
  last: readonly ProfileItem[] = [],
) =>
  meeting({
    key: "seminar",
    name,
    electorate: "members",
    duration_minutes: 420,
    agenda: [
      item(30, "inform", "Accueil et programme de la journée", "Welcome and programme of the day"),
      ...middle,
      item(60, "decide", "Objectifs, responsables et calendrier", "Objectives, people in charge and calendar"),
      ...last,
    ],
  })

export const fieldVisit = meeting({
  key: "trip",
  name: { fr: "Visite de terrain", en: "Field visit" },
  duration_minutes: 240,
  agenda: [
    item(15, "inform", "Rendez-vous, trajet et consignes", "Meeting point, journey and practical matters"),
    item(120, "inform", "Visite", "Visit"),
    item(30, "discuss", "Ce que nous en retenons", "What we take from it"),
  ],
})
