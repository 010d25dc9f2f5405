import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { type May, type ReadOf, useCommand } from "../../../shell/api.ts"
import { refusalWords } from "../../../shell/fault.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Theme = ReadOf<"themes.list">["rows"][number]

/**
 * The tree in reading order. Each theme is moved by four buttons, or by Alt and the arrows from anything within its line: up and
 * down among those beside it, right under the one above, left out of the one it is under.
 */
export const ThemeTree = ({ rows, may }: { rows: readonly Theme[]; may: May }) => {
  const t = useWords()
  const { send, error } = useCommand("themes.move")
  const [said, setSaid] = useState("")
  const beside = (theme: Theme) => rows.filter(({ parent_id }) => parent_id === theme.parent_id)
  const move = async (theme: Theme, to: Target) => {
    try {
      await send({ themeId: theme.id, underId: to.under?.id ?? null, place: to.place })
    } catch {
      return // Drawn from `error`.
    }
    const under = to.under ? t("matters.themes.below", { name: to.under.name }) : t("matters.themes.at_top")
    setSaid(t("matters.themes.moved", { name: theme.name, place: to.place + 1, count: to.count, under }))
  }
  const targets = (theme: Theme): Record<Way, Target | undefined> => {
    const those = beside(theme)
    const at = those.indexOf(theme)
    const above = those[at - 1]
    const parent = rows.find(({ id }) => id === theme.parent_id)
    const below = above ? rows.filter(({ parent_id }) => parent_id === above.id) : []
    const uncles = parent ? beside(parent) : []
    return {
      up: above && { under: parent, place: at - 1, count: those.length },
      down: those[at + 1] && { under: parent, place: at + 1, count: those.length },
      in: above && { under: above, place: below.length, count: below.length + 1 },
      out: parent && {
        under: rows.find(({ id }) => id === parent.parent_id),
        place: uncles.indexOf(parent) + 1,
        count: uncles.length + 1,
      },
    }
  }
  return (
    <>
      <ul className="rows themes">
        {rows.map((theme) => {
          const to = targets(theme)
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Alt and arrows, from any control inside
            <li
              key={theme.id}
              style={{ paddingInlineStart: `calc(var(--s5) + ${theme.depth} * 1.5rem)` }}
              onKeyDown={(event) => {
                const way = event.altKey ? keys[event.key] : undefined
                if (!way || !may["themes.move"]) return
                event.preventDefault()
                const target = to[way]
                if (target) void move(theme, target)
              }}
            >
              <span>{may["themes.rename"] ? <Renaming theme={theme} /> : theme.name}</span>
              {may["themes.move"] && (
                <span className="order-buttons">
                  {ways.map(({ way, sign }) => (
                    <button
                      key={way}
                      type="button"
                      aria-label={t(`matters.themes.${way}`, {
                        name: theme.name,
                        under:
                          (way === "in" ? to.in?.under?.name : rows.find(({ id }) => id === theme.parent_id)?.name) ??
                          "",
                      })}
                      aria-disabled={!to[way] || undefined}
                      onClick={() => {
                        const target = to[way]
                        if (target) void move(theme, target)
                      }}
                    >
                      {sign}
                    </button>
                  ))}
                </span>
              )}
              <Act
                command="themes.end"
                input={{ themeId: theme.id }}
                may={may}
                kind="quiet"
                done={t("matters.themes.ended", { name: theme.name })}
                undo={() => ({ command: "themes.reopen", input: { themeId: theme.id } })}
              >
                {t("matters.themes.end")}
                <span className="unseen">, {theme.name}</span>
              </Act>
            </li>
          )
        })}
      </ul>
      {error && (
        <p className="act-error pad" role="alert">
          {refusalWords(error, t)}
        </p>
      )}
      <span className="unseen" aria-live="assertive">
        {said}
      </span>
    </>
  )
}

type Way = "up" | "down" | "in" | "out"
type Target = { under: Theme | undefined; place: number; count: number }

const ways: readonly { way: Way; sign: string }[] = [
  { way: "up", sign: "↑" },
  { way: "down", sign: "↓" },
  { way: "out", sign: "←" },
  { way: "in", sign: "→" },
]
const keys: Record<string, Way> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in" }

const Renaming = ({ theme: { id, name } }: { theme: Theme }) => {
  const t = useWords()
  return (
    <details>
      <summary>{name}</summary>
      <Form
        command="themes.rename"
        draft={false}
        initial={{ name }}
        input={(values) => ({ themeId: id, name: values["name"] })}
        send={t("matters.themes.rename")}
        kind="plain"
      >
        <TextField name="name" label={t("matters.themes.name")} required />
      </Form>
    </details>
  )
}
