import { useState } from "react"
import { useRead } from "../../../shell/api.ts"
import { Waiting } from "../../../shell/fault.tsx"
import { useField, useFormValues } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { Turns, useWho } from "./who.tsx"

/** Beside whoever is charged with a task: who could, by what they said they can do. Choosing somebody fills the field above. */
export const WhoForTask = ({ id: bodyId }: { id: string }) => {
  const t = useWords()
  const [skillId, setSkillId] = useState("")
  const { data } = useRead("skills.list", { bodyId })
  if (!data || data.rows.length === 0 || !data.reads_all) return null
  return (
    <details className="field">
      <summary>{t("skills.who")}</summary>
      <div className="stack">
        <div className="field">
          <label htmlFor="task-skill">{t("skills.who.skill")}</label>
          <select
            id="task-skill"
            className="input"
            value={skillId}
            onChange={(event) => setSkillId(event.target.value)}
          >
            <option value="">{t("skills.who.choose")}</option>
            {data.rows.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {skillId && <Found skillId={skillId} />}
      </div>
    </details>
  )
}

const Found = ({ skillId }: { skillId: string }) => {
  const t = useWords()
  const owner = useField("owner")
  const due = useFormValues()["due"]
  const { data } = useWho(skillId, typeof due === "string" ? due : "", "")
  if (!data) return <Waiting />
  return (
    <Turns people={data.people.slice(0, 8)}>
      {({ person_id, name }) => (
        <button
          type="button"
          className="button"
          aria-pressed={owner.value?.id === person_id}
          onClick={() => owner.set({ picked: true, id: person_id, words: name })}
        >
          {t(owner.value?.id === person_id ? "skills.chosen_one" : "skills.choose_one")}
          <span className="unseen">, {name}</span>
        </button>
      )}
    </Turns>
  )
}
