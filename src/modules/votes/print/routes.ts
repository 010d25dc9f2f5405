import { permits, weakOf } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import type { Named } from "../../../kernel/limit.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { votingRecordDocx } from "../../../kernel/typeset/docx-voting-record.ts"
import { letterPdf } from "../../../kernel/typeset/letter-paper.ts"
import {
  ballotPapersPdf,
  signingListPdf,
  tallySheetPdf,
  votingRecordPdf,
} from "../../../kernel/typeset/voting-papers.ts"
import type { Ballot } from "../ballot.ts"
import { findOperation, type Operation } from "../operation/operation.ts"
import { readOperation } from "../operation/read-operation.ts"
import { lettersOnPaper } from "../proclaim/letters-on-paper.ts"
import { proclaimBallot } from "../proclaim/proclaim.ts"
import { readBallot } from "../read-ballot.ts"
import { readVoters } from "../secret/read-voters.ts"
import { ballotsOf, findBallot } from "../seen.ts"
import { papersFor } from "./ballot-papers.ts"
import { keepsVotes } from "./keeps-votes.ts"
import { inRounds } from "./in-rounds.ts"
import { recordOf, recordOfVote } from "./record.ts"
import { signingListOf } from "./signing-list.ts"
import { tallySheetOf } from "./tally-sheet.ts"

/** The record, as it is signed and as it is worked on. */
const records = (
  [
    ["proces-verbal.pdf", votingRecordPdf],
    ["proces-verbal.docx", votingRecordDocx],
  ] as const
).flatMap(([name, make]) => [
  ofOperation(name, readOperation, async (operation, given) => {
    const keeps = await permits({ name: readOperation.name, allow: keepsVotes }, operation, given)
    if (!keeps) isCounted(await ballotsOf(operation.id, given))
    const paper = await recordOf(operation, { keeps }, given)
    return () => make(paper)
  }),
  ofBallot(
    name,
    async (ballot, given) => {
      // A vote of an operation is in its record.
      if (ballot.operation_id || ballot.cancelled_at) refuse("not_found", {}, 404)
      const keeps = await permits({ name: readVoters.name, allow: keepsVotes }, ballot, given)
      if (!keeps) isCounted([ballot])
      const paper = await recordOfVote(ballot, given)
      return () => make(paper)
    },
    readBallot,
  ),
])

/** Once all is counted, what a record says is on the pages of those who see the votes. */
const isCounted = (votes: readonly Ballot[]) => {
  if (votes.length === 0 || votes.some(({ closed_at }) => !closed_at)) refuse("votes.record_not_yet", {}, 403)
}

/** What a vote needs on paper: read in one transaction, made after it. */
export const printRoutes: Route[] = [
  ofBallot("bulletins.pdf", async (ballot, given, { query }) => {
    const papers = await papersFor(ballot, query["exemplaires"], given)
    return () => ballotPapersPdf(papers)
  }),
  ofBallot("depouillement.pdf", async (ballot, given) => {
    const sheet = await tallySheetOf(ballot, given)
    return () => tallySheetPdf(sheet)
  }),
  ofBallot("emargement.pdf", async (ballot, given) => {
    const list = await signingListOf(ballot, [ballot], given)
    return () => signingListPdf(list)
  }),
  ofOperation("emargement.pdf", readVoters, async (operation, given) => {
    await mustKeep(operation, given)
    const list = await signingListOf(operation, inRounds(await ballotsOf(operation.id, given)), given)
    return () => signingListPdf(list)
  }),
  ofBallot(
    "lettres.pdf",
    async (ballot, given) => {
      if (!(await permits(proclaimBallot, ballot, given))) refuse("not_found", {}, 404)
      const paper = (await lettersOnPaper(ballot, given)) ?? refuse("not_found", {}, 404)
      return () => letterPdf(paper)
    },
    proclaimBallot,
  ),
  ...records,
]

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

type Make = () => Promise<Uint8Array>

/** A paper of one vote, for those who hold it; or for those who may see what it stands for. */
function ofBallot(
  name: string,
  prepare: (ballot: Ballot, given: Circumstances, request: Request) => Promise<Make>,
  standsFor: Named = readVoters,
): Route {
  return {
    method: "GET",
    path: `/api/votes/:id/${name}`,
    limit: 60,
    standsFor,
    handle: (request) =>
      printed(request, name, async (id, given) => {
        const ballot = (await findBallot(id, given)) ?? refuse("not_found", {}, 404)
        if (standsFor === readVoters) await mustKeep(ballot, given)
        return prepare(ballot, given, request)
      }),
  }
}

/** A paper of a whole operation, for those who see it. */
function ofOperation(
  name: string,
  standsFor: Named,
  prepare: (operation: Operation, given: Circumstances) => Promise<Make>,
): Route {
  return {
    method: "GET",
    path: `/api/votes/operations/:id/${name}`,
    limit: 60,
    standsFor,
    handle: (request) =>
      printed(request, name, async (id, given) =>
        prepare((await findOperation(id, given)) ?? refuse("not_found", {}, 404), given),
      ),
  }
}

const mustKeep = async (it: Pick<Ballot, "body_id" | "operation_id">, given: Circumstances) => {
  if (!(await permits({ name: readVoters.name, allow: keepsVotes }, it, given))) refuse("not_found", {}, 404)
}

const printed = async (
  { params, actor: whoAsks, db, equipment }: Request,
  name: string,
  prepare: (id: string, given: Circumstances) => Promise<Make>,
): Promise<Reply> => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  const id = params["id"] ?? ""
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return refuse("not_found", {}, 404)
  const make = await inOrganisation(
    db,
    actor.organisation,
    (tx) => prepare(id, { ...equipment, actor, db: tx, now: Temporal.Now.instant() }),
    weakOf(actor),
  )
  return {
    type: name.endsWith(".docx") ? word : "application/pdf",
    headers: {
      "content-disposition": `${name.endsWith(".docx") ? "attachment" : "inline"}; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
    body: await make(),
  }
}
