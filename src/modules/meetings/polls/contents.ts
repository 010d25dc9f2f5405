import { composes } from "../../post/contract.ts"
import { answerPoll } from "./answer.ts"
import { pollRoutes } from "./answer-page.ts"
import { choosePollDate, closePoll } from "./choose.ts"
import { askByLetter, pollLetter } from "./letter.ts"
import { openPoll } from "./open.ts"
import { listPolls, readPoll } from "./reads.ts"

export const pollCommands = [openPoll, answerPoll, choosePollDate, closePoll] as const
export const pollReads = [listPolls, readPoll] as const
export const pollReactions = [askByLetter]
export { pollRoutes }

composes("poll", pollLetter)
