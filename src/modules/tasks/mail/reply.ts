import { record } from "../../../kernel/command.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { onReply, type ReplyHandler } from "../../post/contract.ts"
import { taskFinished, taskNoted } from "../events.ts"
import { close } from "../finish.ts"
import { addNote, findTaskToChange } from "../store.ts"

// « Fait », « c’est fait », « ok, fait », « terminé », "done" at the head of the answer: a word further down may say the contrary.
const DONE =
  /^\s*(?:ok|oui|voil[àa]|yes|bonjour)?[\s,.!:-]*(?:c['’ ]\s*est\s+|it\s*['’]?s\s+)?(?:tout\s+)?(?:fait|faite|termin[ée]e?|done)(?!\p{L})[\s.,;:!-]*/iu
const NOT = /^\s*(?:pas|rien|not)\b/iu

/** What an answer to a reminder says: done or not, and the words beside. */
export const understood = (text: string): { isDone: boolean; words: string } => {
  const found = DONE.exec(text)
  const rest = found ? text.slice(found[0].length).trim() : text.trim()
  return found && !NOT.test(rest) ? { isDone: true, words: rest } : { isDone: false, words: text.trim() }
}

/** "Fait" finishes the task; anything else is kept as a note of it. An absence message is neither. */
export const heard: ReplyHandler = async ({ sending, message }, given) => {
  if (message.kind !== "human" || !sending.task_id || !sending.person_id) return
  const mine: Circumstances = { ...given, actor: { ...given.actor, via: "link", personId: sending.person_id } }
  const task = await findTaskToChange(sending.task_id, mine)
  if (!task || (task.owner_id !== sending.person_id && !task.helpers.includes(sending.person_id))) return
  const { isDone, words } = understood(message.text)
  const word = words.slice(0, 2000)
  // Heard twice, it changes nothing the second time.
  if (isDone && task.state === "open") {
    await close(task, "done", word || null, mine)
    await record([taskFinished({ taskId: task.id, decisionId: task.decision_id })], mine)
  } else if (word && !(await isNoted(task.id, word, mine))) {
    await record([taskNoted({ taskId: task.id, noteId: await addNote(task, word, mine) })], mine)
  }
}

const isNoted = async (taskId: string, text: string, { db }: Circumstances): Promise<boolean> =>
  // Compared here, not in SQL: those of a confidential task rest encrypted, each time otherwise.
  (await db.selectFrom("task_notes").select("text").where("task_id", "=", taskId).execute()).some(
    (note) => note.text === text,
  )

onReply("task", heard)
onReply("task-given", heard)
