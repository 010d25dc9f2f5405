/** How the example is told: plain facts, which `play.ts` turns into commands given at the hours they happened. */
export type Cast = Record<string, Someone>

export type Someone = {
  given_name: string
  family_name: string
  form: "m" | "f" | "n"
  /** Functions held, by their key in the profile. */
  functions?: string[]
  /** No e-mail: letters go by the post. */
  post?: true
  /** Not even a postal address, yet. */
  nowhere?: true
  /** Joined so many months ago; three years and more when left out. */
  months?: number
  /** Left so many weeks ago. */
  left?: number
  /** The sensibility, in a plural group. */
  sensibility?: string
}

export type Votes = { for: number; against: number; abstained: number }

export type TaskTold = {
  what: string
  who: string
  /** Days after the meeting. */
  by: number
  /** Done so many days after the meeting; left out: still to do. */
  done?: number
  word?: string
  dropped?: string
}

export type ItemTold = {
  title: string
  purpose?: "inform" | "discuss" | "decide"
  minutes?: number
  by?: string
  confidential?: true
  matter?: string
  /** What the secretariat wrote of it on the agenda. */
  about?: string
  notes?: string
  decision?: { text: string; votes?: Votes | "secret"; proposed?: true; review?: number }
  tasks?: TaskTold[]
  /** Left for the next meeting. */
  postponed?: true
}

export type MeetingTold = {
  /** Weeks before today; a negative number is to come. */
  weeks: number
  /** 1 is Monday. */
  weekday: number
  at: string
  type: string
  title?: string
  /** Convened again because the number lacked: decided is what stood on the agenda the first time, whatever the number. */
  again?: true
  place?: string
  chair?: string
  scribe?: string
  /** Who was there; those convened answer beforehand accordingly. */
  present?: string[]
  late?: [who: string, minutes: number][]
  proxies?: [giver: string, holder: string][]
  proposals?: { by: string; title: string; about?: string; refused?: string; waiting?: true }[]
  items?: ItemTold[]
  cancelled?: string
  /** Asked for after the minutes went round; declined when there is an answer. */
  correction?: { by: string; text: string; answer?: string }
}

export type MatterTold = {
  key: string
  title: string
  standing: string
  lead: string
  weeks: number
  confidential?: true
  closed?: number
  /** The name of its theme in the list proposed to bodies of its kind. */
  theme?: string
  state?: "watching" | "active" | "waiting"
  /** What comes next, and in how many days from today. */
  next?: readonly [step: string, days: number]
}
