import type { z } from "zod"
import type { Command } from "./kernel/command.ts"
import type { Json, Read } from "./kernel/read.ts"
import type { AccountActs, AccountReads } from "./modules/accounts/contract.ts"
import { accounts } from "./modules/accounts/module.ts"
import { counterparts } from "./modules/counterparts/module.ts"
import { documents } from "./modules/documents/module.ts"
import { calls } from "./modules/calls/module.ts"
import { consent } from "./modules/consent/module.ts"
import { decisions } from "./modules/decisions/module.ts"
import { designations } from "./modules/designations/module.ts"
import { matters } from "./modules/matters/module.ts"
import { members } from "./modules/members/module.ts"
import { meetings } from "./modules/meetings/module.ts"
import { offices } from "./modules/offices/module.ts"
import { post } from "./modules/post/module.ts"
import { welcome } from "./modules/welcome/module.ts"
import type { LinkActs, LinkReads } from "./modules/votes/links/secret-by-link.ts"
import { votes } from "./modules/votes/module.ts"
import { views } from "./modules/views/module.ts"
import { exported } from "./modules/exports/module.ts"
import { sight } from "./modules/sight/module.ts"
import { search } from "./modules/search/module.ts"
import { journal } from "./modules/journal/module.ts"
import { tasks } from "./modules/tasks/module.ts"
import { bodies } from "./modules/bodies/module.ts"
import { calendar } from "./modules/calendar/module.ts"
import { sittings } from "./modules/sittings/module.ts"
import { amendments } from "./modules/amendments/module.ts"
import { annotations } from "./modules/annotations/module.ts"
import { texts } from "./modules/texts/module.ts"
import { privacy } from "./modules/privacy/module.ts"
import { mandates } from "./modules/mandates/module.ts"
import { people } from "./modules/people/module.ts"
import { letters } from "./modules/letters/module.ts"
import { lists } from "./modules/lists/module.ts"
import { skills } from "./modules/skills/module.ts"
import { secretariat } from "./modules/secretariat/module.ts"
import { territories } from "./modules/territories/module.ts"
import { tally } from "./modules/tally/module.ts"
import { today } from "./modules/today/module.ts"

/** The table of contents of the product, in reading order: readers → work → foundation → kernel. */
export const modules = [
  people,
  bodies,
  mandates,
  offices,
  territories,
  secretariat,
  matters,
  counterparts,
  documents,
  meetings,
  sittings,
  annotations,
  texts,
  amendments,
  letters,
  decisions,
  calls,
  votes,
  consent,
  designations,
  tasks,
  members,
  welcome,
  skills,
  lists,
  post,
  accounts,
  privacy,
  journal,
  today,
  tally,
  calendar,
  search,
  sight,
  exported,
  views,
] as const

/** Readers import work, work imports foundation, never the other way: scripts/check-modules.mjs reads these two. @public */
export const layers = {
  foundation: [
    "people",
    "bodies",
    "mandates",
    "offices",
    "territories",
    "secretariat",
    "matters",
    "counterparts",
    "documents",
    "accounts",
    "post",
    "privacy",
  ],
  work: [
    "meetings",
    "sittings",
    "texts",
    "amendments",
    "letters",
    "annotations",
    "decisions",
    "tasks",
    "members",
    "welcome",
    "skills",
    "lists",
    "votes",
    "calls",
    "consent",
    "designations",
  ],
  readers: ["journal", "today", "tally", "calendar", "search", "sight", "exports", "views"],
} as const

/** Arrows allowed between work modules: who may import whose contract. @public */
export const edges: Record<string, readonly string[]> = {
  decisions: ["tasks"],
  // An amendment is a text of ours, on a text of their sitting.
  amendments: ["texts", "sittings"],
  // The minutes say what was decided and who is charged with what.
  meetings: ["decisions", "tasks"],
  // Notes on a paper follow it to its next version.
  annotations: ["sittings"],
  // A text is written for an item of a sitting.
  texts: ["sittings", "decisions"],
  // A letter is a text that leaves for somebody.
  letters: ["texts"],
  // An item of a sitting goes onto our agenda, and what is decided of it comes back; what is promised there becomes a task.
  sittings: ["meetings", "decisions", "tasks"],
  // A member is accepted by a decision, which says its day.
  members: ["decisions"],
  // A newcomer applies to be a member, and sees the meetings they are invited to.
  welcome: ["members", "meetings"],
  // Who may stand is read by the rules of the roll.
  calls: ["members"],
  // Who may vote is on the roll; what a vote decided stands in the register, and who leaves is asked to hand over.
  votes: ["members", "meetings", "calls", "decisions", "tasks"],
  // Those of the roll, or those in the room of the meeting, take part; who is elected is proclaimed as after a vote.
  consent: ["members", "meetings", "decisions", "votes"],
  // Who stands in a call or is elected is designated, by a vote or a decision.
  designations: ["calls", "votes", "decisions"],
  // Whom to ask depends on what they carry already.
  skills: ["tasks"],
}

type CommandOf<M> = M extends { commands: readonly (infer C)[] } ? C : never
type ReadOf<M> = M extends { reads: readonly (infer R)[] } ? R : never
type AnyCommand = Extract<CommandOf<(typeof modules)[number]>, Command<any, any, any, any>>
type AnyRead = Extract<ReadOf<(typeof modules)[number]>, Read<any, any, any, any>>

/** The typed client's view of every command and read: what goes in, and what comes out of JSON. */
export type Api = {
  commands: AccountActs &
    LinkActs & {
      [C in AnyCommand as C["name"]]: {
        input: z.input<C["input"]>
        output: C extends Command<any, any, any, infer Answer> ? Answer : never
      }
    }
  reads: AccountReads &
    LinkReads & {
      [R in AnyRead as R["name"]]: {
        input: z.input<R["input"]>
        output: R extends Read<any, any, any, infer Output> ? Json<Output> : never
      }
    }
}
