import { item } from "./profile.ts"

export const approveLast = item(
  5,
  "decide",
  "Approbation du procès-verbal précédent",
  "Approval of the last minutes",
  "approve-minutes",
)
/** The same for whoever calls them a record (compte rendu). */
export const approveRecord = {
  ...approveLast,
  title: { fr: "Approbation du compte rendu précédent", en: "Approval of the last minutes" },
}
export const followUp = item(
  10,
  "inform",
  "Suivi des décisions et des tâches",
  "Follow-up of decisions and tasks",
  "follow-up-tasks",
)
export const anyOther = item(5, "discuss", "Divers et prochaine date", "Any other business and next date")
