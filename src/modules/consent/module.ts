import "./tables.ts"
import { module } from "../../kernel/module.ts"
import { composes } from "../post/contract.ts"
import { changeElection } from "./change.ts"
import { closeElection } from "./close.ts"
import * as events from "./events.ts"
import { held } from "./held.ts"
import { listElections } from "./list.ts"
import { changeNomination } from "./nominations/change-nomination.ts"
import { closeChanges } from "./nominations/close-changes.ts"
import { keepNomination } from "./nominations/keep-nomination.ts"
import { nominate } from "./nominations/nominate.ts"
import { openChanges } from "./nominations/open-changes.ts"
import { revealNominations } from "./nominations/reveal.ts"
import { openElection } from "./open.ts"
import { prepareElection } from "./prepare.ts"
import { decideByConsent } from "./proclaim/decide.ts"
import { foreseeElection } from "./proclaim/foresee.ts"
import { electedLetter, notElectedLetter } from "./proclaim/letters.ts"
import { proclaimElection } from "./proclaim/proclaim.ts"
import { answerProposal } from "./proposals/answer.ts"
import { elect } from "./proposals/elect.ts"
import { goOn } from "./proposals/go-on.ts"
import { propose } from "./proposals/propose.ts"
import { reactions } from "./reactions.ts"
import { readChoices } from "./read-choices.ts"
import { readElection } from "./read-election.ts"
import { waiting } from "./waiting.ts"

composes("consent-elected", electedLetter)
composes("consent-not-elected", notElectedLetter)

/** Elections without candidate: each names whom they see in a role and why, may change once, and all consent to one person. */
export const consent = module({
  name: "consent",
  layer: "work",
  at: import.meta.url,
  held,
  commands: [
    prepareElection,
    changeElection,
    openElection,
    nominate,
    revealNominations,
    openChanges,
    changeNomination,
    keepNomination,
    closeChanges,
    propose,
    answerProposal,
    goOn,
    elect,
    closeElection,
    decideByConsent,
    proclaimElection,
  ],
  reads: [listElections, readElection, readChoices, foreseeElection],
  events: Object.values(events),
  reactions,
  waiting,
})
