import { module } from "../../kernel/module.ts"
import { changeBody } from "./bodies/change.ts"
import { closeBody } from "./bodies/close.ts"
import { createBody } from "./bodies/create.ts"
import { listBodies } from "./bodies/list.ts"
import { mergeBody } from "./bodies/merge.ts"
import { moveBody } from "./bodies/move.ts"
import { readBody } from "./bodies/read.ts"
import { splitBody } from "./bodies/split.ts"
import { readTree } from "./bodies/tree.ts"
import {
  bodiesMerged,
  bodyChanged,
  bodyCreated,
  bodyMoved,
  bodySplit,
  functionAdded,
  functionChanged,
  functionEnded,
  keyDateAdded,
  keyDateRemoved,
  ruleOverridden,
} from "./events.ts"
import { listKeyDates } from "./dates/list.ts"
import { addKeyDate, removeDate } from "./dates/set.ts"
import { addFunction } from "./functions/add.ts"
import { changeFunction } from "./functions/change.ts"
import { endFunction } from "./functions/end.ts"
import { listFunctions } from "./functions/list.ts"
import { foreseeRule } from "./rulebook/foresee.ts"
import { readRuleHistory } from "./rulebook/history.ts"
import { overrideRule } from "./rulebook/override.ts"
import { readRulebook } from "./rulebook/read.ts"

/** What a body settles for itself: its place in the tree, its rulebook, its functions. It stands above bodies and mandates. */
export const secretariat = module({
  name: "secretariat",
  layer: "foundation",
  at: import.meta.url,
  commands: [
    createBody,
    changeBody,
    closeBody,
    moveBody,
    mergeBody,
    splitBody,
    overrideRule,
    addFunction,
    changeFunction,
    endFunction,
    addKeyDate,
    removeDate,
  ],
  reads: [listBodies, readTree, readBody, readRulebook, foreseeRule, readRuleHistory, listFunctions, listKeyDates],
  events: [
    bodyCreated,
    bodyChanged,
    bodyMoved,
    bodiesMerged,
    bodySplit,
    ruleOverridden,
    functionAdded,
    functionChanged,
    functionEnded,
    keyDateAdded,
    keyDateRemoved,
  ],
})
