import { inOrganisation } from "../../../kernel/db.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Actor, Circumstances } from "../../../kernel/rule.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { holds } from "../../mandates/contract.ts"
import type { Meeting } from "../meeting.ts"
import { readMeeting } from "../read-meeting.ts"
import { findSeenMeeting, readsConfidential } from "../seen.ts"
import { conveneMeeting } from "./convene.ts"
import { compose, saidIn } from "./letters.ts"
import { agendaFile, type Occasion, occasionOf, withoutWords } from "./paper.ts"
import { lettersFile } from "./postal.ts"
import { proxyCap } from "./plan.ts"

/** What leaves, as it will look: the mail, the agenda in PDF, the letters to print. For who convenes; the agenda for who sees the meeting. */
export const previewRoutes: Route[] = [
  {
    method: "GET",
    path: "/reunions/:meetingId/ordre-du-jour.pdf",
    limit: 60,
    standsFor: readMeeting,
    handle: (request) =>
      shown(request, false, (occasion, given) => pdf(agendaFile(occasion, given.actor.language, given.now))),
  },
  {
    method: "GET",
    path: "/reunions/:meetingId/courriel",
    limit: 60,
    standsFor: conveneMeeting,
    handle: (request) => shown(request, true, (occasion, given) => mail(occasion, given)),
  },
  {
    method: "GET",
    path: "/reunions/:meetingId/lettres.pdf",
    limit: 20,
    standsFor: conveneMeeting,
    handle: (request) =>
      shown(request, true, async (occasion, given) => {
        const letters = await lettersFile(occasion, given)
        return letters ? pdf(letters) : () => refuse("not_found", {}, 404)
      }),
  },
]

/** Reads in one transaction, and makes what is slow after it. */
const shown = async (
  { actor, db, equipment, params }: Request,
  isForConvening: boolean,
  prepare: (occasion: Occasion, given: Circumstances) => Promise<() => Promise<Reply>> | (() => Promise<Reply>),
): Promise<Reply> => {
  const who = (await actor()) ?? refuse("not_signed_in", {}, 401)
  const meetingId = params["meetingId"]!
  const make = await inOrganisation(db, who.organisation, async (tx) => {
    const given: Circumstances = { ...equipment, actor: who, db: tx, now: Temporal.Now.instant() }
    const meeting = who.personId ? await findSeenMeeting(meetingId, given) : undefined
    if (!meeting || (isForConvening && !(await holds("meetings.convene")(meeting, given)))) return undefined
    const occasion = await occasionOf(meetingId, given)
    // The letter itself says all, for it goes to those convened; who may not read confidential words sees only that they are there.
    const mayRead = !meeting.confidential || (await readsConfidential(meeting, given))
    return prepare(mayRead ? occasion : withoutWords(occasion), given)
  })
  return make ? make() : refuse("not_found", {}, 404)
}

const pdf = (file: { filename: string; make: () => Promise<Uint8Array> }) => async (): Promise<Reply> => ({
  type: "application/pdf",
  headers: {
    "cache-control": "no-store",
    "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
  },
  body: await file.make(),
})

/** The letter as the reader would get it; its links answer for nobody. */
const mail = async ({ meeting, ...rest }: Occasion, given: Circumstances): Promise<() => Promise<Reply>> => {
  const me = await reader(given.actor, given)
  const occasion = { ...rest, meeting: { ...meeting, state: "convened" } as Meeting }
  const said = saidIn(languageOf(me.language), occasion, given.now)
  const written = { occasion, said, person: { ...me, id: meeting.id }, sending: { address: "" } }
  const { html } = compose("convocation", { ...written, cap: await proxyCap(meeting, given) }, given)
  return async () => ({ type: "text/html; charset=utf-8", headers: { "cache-control": "no-store" }, body: html! })
}

const reader = async ({ personId }: Actor, { db }: Circumstances) => {
  const person = await db
    .selectFrom("people")
    .select(["given_name", "family_name", "form", "language"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow()
  return { ...person, person_id: personId!, voting: true }
}
