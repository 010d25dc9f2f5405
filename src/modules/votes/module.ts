import "./links/letter.ts"
import "./tables.ts"
import { sql } from "kysely"
import { module } from "../../kernel/module.ts"
import { composes } from "../post/contract.ts"
import { cancelBallot } from "./cancel.ts"
import { castVote } from "./cast.ts"
import { changeBallot } from "./change.ts"
import { closeBallot } from "./close.ts"
import { decideTie } from "./decide-tie.ts"
import { contestBallot } from "./contest/contest.ts"
import { settleContest } from "./contest/settle.ts"
import { drawLot } from "./draw-lot.ts"
import * as events from "./events.ts"
import { extendBallot } from "./extend.ts"
import { held } from "./held.ts"
import { listBallots } from "./list.ts"
import { printCodes } from "./links/print-codes.ts"
import { readLinks } from "./links/read-links.ts"
import { linkRoutes } from "./links/routes.ts"
import { sendLinks } from "./links/send-links.ts"
import { withdrawLink } from "./links/withdraw-link.ts"
import { prepareNextRound } from "./next-round.ts"
import { openBallot } from "./open.ts"
import { changeOperation } from "./operation/change-operation.ts"
import { giveTellerKey } from "./operation/give-key.ts"
import { listOperations } from "./operation/list-operations.ts"
import { readMeetingProxies } from "./operation/meeting-proxies.ts"
import { nameTellers } from "./operation/name-tellers.ts"
import { prepareOperation } from "./operation/prepare-operation.ts"
import { giveVoteProxy, withdrawVoteProxy } from "./operation/proxies.ts"
import { readOperation } from "./operation/read-operation.ts"
import { takeOverProxies } from "./operation/take-over-proxies.ts"
import { prepareAccounts } from "./papers/prepare-accounts.ts"
import { ballotPaperDoor } from "./papers/papers.ts"
import { prepareBallot } from "./prepare.ts"
import { decideByBallot } from "./proclaim/decide.ts"
import { foreseeProclamation } from "./proclaim/foresee.ts"
import { electedLetter, notElectedLetter } from "./proclaim/letters.ts"
import { proclaimBallot } from "./proclaim/proclaim.ts"
import { readBallot } from "./read-ballot.ts"
import { readChoices } from "./read-choices.ts"
import { castSealed } from "./secret/cast-sealed.ts"
import { destroyUrn } from "./secret/destroy-urn.ts"
import { layUrn } from "./secret/lay-urn.ts"
import { beginOpening, giveOpened, passShares } from "./secret/openings.ts"
import { readCeremony } from "./secret/read-ceremony.ts"
import { beginRehearsal, endRehearsal, passTrialShares } from "./secret/rehearsals.ts"
import { readVoters } from "./secret/read-voters.ts"
import { signPaper } from "./secret/sign-paper.ts"
import { stopVoting } from "./stop.ts"
import { takeBallotBack } from "./take-back.ts"
import { typeFigures } from "./type-figures.ts"
import { printRoutes } from "./print/routes.ts"
import { urnRoutes } from "./urn.ts"
import { waiting } from "./waiting.ts"

composes("vote-elected", electedLetter)
composes("vote-not-elected", notElectedLetter)

/** Votes by name, by hand, on paper and in secret, from the question to the count that says why. The counting itself is kernel/counting. */
export const votes = module({
  name: "votes",
  layer: "work",
  at: import.meta.url,
  held,
  confided: [
    {
      table: "ballot_contests",
      key: "id",
      columns: { words: "text", outcome: "text" },
      isConfidential: sql<boolean>`true`,
    },
  ],
  commands: [
    prepareBallot,
    prepareAccounts,
    changeBallot,
    drawLot,
    openBallot,
    takeBallotBack,
    castVote,
    typeFigures,
    closeBallot,
    cancelBallot,
    stopVoting,
    prepareNextRound,
    extendBallot,
    decideTie,
    prepareOperation,
    changeOperation,
    nameTellers,
    giveTellerKey,
    giveVoteProxy,
    withdrawVoteProxy,
    takeOverProxies,
    layUrn,
    beginRehearsal,
    passTrialShares,
    endRehearsal,
    castSealed,
    signPaper,
    beginOpening,
    passShares,
    giveOpened,
    destroyUrn,
    decideByBallot,
    proclaimBallot,
    contestBallot,
    settleContest,
    sendLinks,
    printCodes,
    withdrawLink,
  ],
  reads: [
    listBallots,
    readBallot,
    readChoices,
    listOperations,
    readOperation,
    readMeetingProxies,
    readCeremony,
    readVoters,
    readLinks,
    foreseeProclamation,
  ],
  events: Object.values(events),
  doors: [ballotPaperDoor],
  routes: [...urnRoutes, ...printRoutes, ...linkRoutes],
  waiting,
})
