import { RichText, type RichDoc } from "../../../shell/rich-text.tsx"
import { Facts, Mark } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { Minutes } from "./held.ts"

type Paper = Minutes["paper"]

/** The minutes as they will print, on the screen. */
export const MinutesPreview = ({ of: paper }: { of: Paper }) => {
  const t = useWords()
  const { facts } = paper
  const fact = (name: keyof typeof facts) => facts[name] && ([t(`meetings.paper.${name}`), facts[name]] as const)
  return (
    <article className="stack prose">
      <p className="soft">
        {[paper.body, paper.reference].filter(Boolean).join(" · ")}{" "}
        {paper.stamp && <Mark kind="wait">{paper.stamp}</Mark>}
      </p>
      <h2>{paper.title}</h2>
      <p className="soft">{paper.when}</p>
      {paper.status && <p>{paper.status}</p>}
      <Facts
        of={[
          fact("presides") || null,
          fact("secretary") || null,
          fact("convocation") || null,
          fact("present") || null,
          fact("represented") || null,
          fact("excused") || null,
          fact("absent") || null,
          fact("quorum") || null,
        ]}
      />
      <Text of={paper.opening} />
      {paper.items.map((item) => (
        <section key={`${item.number} ${item.title}`} className="stack">
          <h3>
            {item.number}. {item.title} {item.time && <span className="soft">{item.time}</span>}
          </h3>
          {item.lead && <p className="soft">{item.lead}</p>}
          <Text of={item.notes} />
          {(item.decisions ?? []).map((decision) => (
            <blockquote key={decision.number}>
              <p className="soft">{t("meetings.hold.decision", { number: decision.number })}</p>
              <Text of={decision.text} strong />
              {[decision.how, ...(decision.roll ?? []), decision.result].filter(Boolean).map((line) => (
                <p key={line} className="soft">
                  {line}
                </p>
              ))}
            </blockquote>
          ))}
          {(item.tasks ?? []).map((task) => (
            <p key={task.what}>
              → {task.what} <span className="soft">{[task.who, task.by].filter(Boolean).join(" · ")}</span>
            </p>
          ))}
        </section>
      ))}
      {paper.closing && <p>{paper.closing}</p>}
      <Text of={paper.afterword} />
      {(paper.corrections ?? []).map(({ place, text }) => (
        <p key={`${place} ${text}`}>
          {place && <span className="soft">{place} · </span>}
          {text}
        </p>
      ))}
    </article>
  )
}

const Text = ({ of, strong = false }: { of: Paper["opening"]; strong?: boolean }) => {
  if (!of) return null
  if (typeof of === "string") return strong ? <b>{of}</b> : <p>{of}</p>
  return <RichText of={of as RichDoc} />
}
