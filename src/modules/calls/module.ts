import "./tables.ts"
import { module } from "../../kernel/module.ts"
import { composes } from "../post/contract.ts"
import { cancelCall } from "./cancel.ts"
import { admitCandidacy } from "./candidacies/admit.ts"
import { changeCandidacy } from "./candidacies/change.ts"
import { enterCandidacy } from "./candidacies/enter.ts"
import { photoDoor } from "./candidacies/photo.ts"
import { refuseCandidacy } from "./candidacies/refuse.ts"
import { stand } from "./candidacies/stand.ts"
import { withdrawCandidacy } from "./candidacies/withdraw.ts"
import { changeCall } from "./change.ts"
import { closeCall } from "./close.ts"
import * as events from "./events.ts"
import { extendCall } from "./extend.ts"
import { held } from "./held.ts"
import { answerLetter, callLetter } from "./letters.ts"
import { listCalls } from "./list.ts"
import { publishCall } from "./publish.ts"
import { answerQuestion } from "./questions/answer.ts"
import { askCandidates } from "./questions/ask.ts"
import { letQuestionThrough } from "./questions/let-through.ts"
import { listQuestions } from "./questions/list.ts"
import { setQuestionAside } from "./questions/set-aside.ts"
import { reactions } from "./reactions.ts"
import { readCall } from "./read-call.ts"
import { readChoices } from "./read-choices.ts"
import { readModel } from "./read-model.ts"
import { waiting } from "./waiting.ts"
import { writeCall } from "./write.ts"

/** Calls for candidates, from the text to the order that is drawn: who may stand and why, who does, what they are asked. */
export const calls = module({
  name: "calls",
  layer: "work",
  at: import.meta.url,
  held,
  commands: [
    writeCall,
    changeCall,
    publishCall,
    stand,
    enterCandidacy,
    changeCandidacy,
    withdrawCandidacy,
    admitCandidacy,
    refuseCandidacy,
    extendCall,
    closeCall,
    cancelCall,
    askCandidates,
    letQuestionThrough,
    setQuestionAside,
    answerQuestion,
  ],
  reads: [listCalls, readCall, readChoices, readModel, listQuestions],
  events: Object.values(events),
  reactions,
  doors: [photoDoor],
  waiting,
})

composes("calls-open", callLetter)
composes("calls-extended", callLetter)
composes("calls-answered", answerLetter)
