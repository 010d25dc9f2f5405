import { useEffect, useRef, useState } from "react"
import { kept, keep } from "../../../../shell/store.ts"
import type { ReadOf } from "../../../../shell/api.ts"
import { useGo } from "../../../../shell/go.tsx"
import { type RichDoc, RichText } from "../../../../shell/rich-text.tsx"
import { useWords } from "../../../../shell/use-words.ts"
import { AfterSpeech } from "./after-speech.tsx"
import { clock, type Said, useReadingAloud } from "./use-reading-aloud.ts"
import { useScreenAwake } from "./use-screen-awake.ts"
import "./prompter.css"

export type Prompt = ReadOf<"texts.prompt">

const sizes = [1, 2, 3, 4, 5] as const
const SIZE = "prompter.size"
const TAPS = "prompter.taps"

/** The text in big letters on a dark ground, moving at the speaker's pace; what one needs while speaking is under the thumb. */
export const Prompter = ({ of }: { of: Prompt }) => {
  const t = useWords()
  const go = useGo()
  const dialog = useRef<HTMLDialogElement>(null)
  const [size, setSize] = useState(() => Math.min(5, Math.max(1, Number(kept(SIZE)) || 3)))
  const [taps, setTaps] = useState(() => kept(TAPS) === "yes")
  const [pace, setPace] = useState(of.pace.words)
  const scroller = useRef<HTMLElement>(null)
  const reading = useReadingAloud(scroller, { paragraphs: of.paragraphs, pace, moves: !taps })
  const [done, setDone] = useState(false)
  const isAwake = useScreenAwake()
  const leave = () => go(`/textes/${of.id}`)
  useEffect(() => {
    dialog.current?.showModal()
    document.title = `${of.title} · ${t("shell.product")}`
  }, [of.title, t])
  const sized = (change: number) => {
    const next = Math.min(5, Math.max(1, size + change))
    setSize(next)
    keep(SIZE, String(next))
  }
  const finish = () => {
    reading.pause()
    setDone(true)
  }
  // A key held by a button acts on that button; elsewhere space starts and stops, arrows go by paragraph.
  const onKey = (event: React.KeyboardEvent) => {
    if ((event.target as HTMLElement).closest("button, summary, input")) return
    if (event.key === " ") reading.toggle()
    else if (event.key === "ArrowRight" || event.key === "ArrowDown") reading.step(1)
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") reading.step(-1)
    else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the whole page, said under the settings
    <dialog
      ref={dialog}
      className="prompter"
      data-size={sizes[size - 1]}
      aria-label={of.title}
      onCancel={leave}
      onKeyDown={onKey}
    >
      <header>
        <h1 className="unseen">{of.title}</h1>
        <button type="button" className="prompter-button" onClick={leave}>
          {t("texts.prompter.leave")}
        </button>
        <Clocks of={of} said={reading.said} pace={pace} />
      </header>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the bar below does the same by keyboard */}
      <section
        className="prompter-words"
        aria-label={t("texts.prompter.words")}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
        tabIndex={0}
        ref={scroller}
        onScroll={reading.onScroll}
        onClick={() => (taps ? reading.step(1) : reading.toggle())}
      >
        {of.paragraphs.map(({ block }, at) => (
          <div key={at} data-now={at === reading.said.paragraph || undefined}>
            <span className="prompter-mark">
              {at + 1}/{of.paragraphs.length}
            </span>
            <RichText of={{ type: "doc", content: [block] } as RichDoc} />
          </div>
        ))}
      </section>
      <footer>
        {done ? (
          <AfterSpeech
            of={of}
            seconds={reading.said.seconds}
            onClose={() => {
              setDone(false)
              reading.restart()
            }}
          />
        ) : (
          <>
            <div className="prompter-bar">
              <button type="button" className="prompter-button" onClick={() => reading.step(-1)}>
                {t("texts.prompter.back")}
              </button>
              <button type="button" className="prompter-button main" onClick={reading.toggle}>
                {t(
                  reading.said.runs
                    ? "texts.prompter.pause"
                    : reading.said.seconds > 0
                      ? "texts.prompter.go_on"
                      : "texts.prompter.start",
                )}
              </button>
              <button type="button" className="prompter-button" onClick={() => reading.step(1)}>
                {t("texts.prompter.next")}
              </button>
            </div>
            {!reading.said.runs && (
              <details>
                <summary>{t("texts.prompter.settings")}</summary>
                <div className="prompter-bar">
                  <button type="button" className="prompter-button" onClick={() => sized(-1)}>
                    {t("texts.prompter.smaller")}
                  </button>
                  <button type="button" className="prompter-button" onClick={() => sized(1)}>
                    {t("texts.prompter.bigger")}
                  </button>
                  <button
                    type="button"
                    className="prompter-button"
                    onClick={() => setPace((now) => Math.max(60, now - 10))}
                  >
                    {t("texts.prompter.slower")}
                  </button>
                  <button
                    type="button"
                    className="prompter-button"
                    onClick={() => setPace((now) => Math.min(260, now + 10))}
                  >
                    {t("texts.prompter.faster")}
                  </button>
                </div>
                <label className="prompter-check">
                  <input
                    type="checkbox"
                    checked={taps}
                    onChange={({ target }) => {
                      setTaps(target.checked)
                      keep(TAPS, target.checked ? "yes" : null)
                    }}
                  />
                  {t("texts.prompter.taps")}
                </label>
                <p>{t("texts.prompter.pace", { pace, timings: pace === of.pace.words ? of.pace.timings : -1 })}</p>
                <p>{t(isAwake ? "texts.prompter.awake" : "texts.prompter.sleeps")}</p>
              </details>
            )}
            {!reading.said.runs && reading.said.seconds > 0 && (
              <button type="button" className="prompter-button wide" onClick={finish}>
                {t("texts.prompter.done")}
              </button>
            )}
          </>
        )}
      </footer>
    </dialog>
  )
}

/** What is left of the time given, then of the text; one number big, since it is read in a glance. */
const Clocks = ({ of, said, pace }: { of: Prompt; said: Said; pace: number }) => {
  const t = useWords()
  const ofText = Math.round((said.left * 60) / pace)
  if (of.limit_minutes === null) return <output className="prompter-clock">{clock(ofText)}</output>
  const left = of.limit_minutes * 60 - said.seconds
  return (
    <output className="prompter-clock" data-over={left < 0 || ofText > left || undefined}>
      <span className="unseen">{t(left < 0 ? "texts.prompter.past" : "texts.prompter.left")} </span>
      {left < 0 && "+"}
      {clock(Math.abs(left))}
      <small>{t("texts.prompter.of_text", { time: clock(ofText) })}</small>
    </output>
  )
}
