import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react"
import StarterKit from "@tiptap/starter-kit"
import { useEffect, useId, useRef, useState } from "react"
import { becoming } from "./minimal-change.ts"
import type { RichDoc, RichNode } from "./rich-text.tsx"
import { useWords } from "./use-words.ts"

// The node set of every structured text we keep; PDF, DOCX and plain text know these and no others.
const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    link: { openOnClick: false, protocols: ["http", "https", "mailto"] },
  }),
]

/** A button that puts some paragraphs after the one in which the caret stands: a recital, an article. */
export type Insert = { face: string; words: string; nodes: RichNode[] }

/** Puts a text in place of the one in the editor; false when it cannot be now. */
export type Take = (doc: RichDoc | null) => boolean

/** The editor of structured texts; also usable outside a form, by lazy import. */
export default function RichTextEditor({
  id,
  label,
  value,
  onChange,
  aria = {},
  inserts = none,
  onReady,
}: {
  id?: string
  label: string
  value: RichDoc | null | undefined
  onChange: (value: RichDoc) => void
  aria?: Record<string, string | boolean | undefined>
  inserts?: readonly Insert[] | undefined
  /** Tells how to put another text in at once: by way of a render, a letter typed meanwhile would undo it. */
  onReady?: (take: Take | null) => void
}) {
  // What this editor made or was given: such a value comes back late, when more may have been typed.
  const own = useRef(new WeakSet<object>(value ? [value] : []))
  const editor = useEditor({
    extensions,
    content: value ?? "",
    // Our policy of content refuses style written by a script; rich-text.css holds what TipTap would inject.
    injectCSS: false,
    immediatelyRender: true,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        class: "prose editing",
        ...(id ? { id } : {}),
        ...Object.fromEntries(
          Object.entries(aria).flatMap(([key, of]) => (of === undefined ? [] : [[key, String(of)]])),
        ),
      },
    },
    onUpdate: ({ editor: edited }) => {
      const doc = edited.getJSON() as RichDoc
      own.current.add(doc)
      onChange(doc)
    },
  })
  // Another value from outside (a draft forgotten, a newer version) replaces the text; our own echo does not.
  useEffect(() => {
    if (value && own.current.has(value)) return
    own.current = new WeakSet(value ? [value] : [])
    replaceBy(editor, value)
  }, [editor, value])
  useEffect(() => {
    if (!onReady) return
    onReady((doc) => {
      // A letter that is being composed (é by its accent, a word on a telephone) is left to end.
      if (editor.view.composing) return false
      if (doc) own.current.add(doc)
      replaceBy(editor, doc)
      return true
    })
    return () => onReady(null)
  }, [editor, onReady])
  return (
    <div className="rich">
      <Toolbar editor={editor} inserts={inserts} />
      <EditorContent editor={editor} />
    </div>
  )
}

// Only the words that differ are replaced: the caret of somebody who writes stays where it is while another's words come in, and
// what they undo is what they wrote.
const replaceBy = (editor: Editor, value: RichDoc | null | undefined) => {
  const { schema, tr } = editor.state
  const next = schema.nodeFromJSON(value ?? { type: "doc", content: [{ type: "paragraph" }] })
  const changed = becoming(tr, next)
  if (!changed.docChanged) return
  editor.view.dispatch(changed.setMeta("preventUpdate", true).setMeta("addToHistory", false))
  if (!editor.state.doc.eq(next)) editor.commands.setContent(value ?? "", { emitUpdate: false })
}

const none: readonly Insert[] = []

const Toolbar = ({ editor, inserts }: { editor: Editor; inserts: readonly Insert[] }) => {
  const t = useWords()
  const dialogId = useId()
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      underline: now.isActive("underline"),
      h2: now.isActive("heading", { level: 2 }),
      h3: now.isActive("heading", { level: 3 }),
      bullets: now.isActive("bulletList"),
      numbers: now.isActive("orderedList"),
      quote: now.isActive("blockquote"),
      link: now.isActive("link"),
    }),
  })
  const run = () => editor.chain().focus()
  const tools = [
    {
      face: <b>{t("shell.rich.bold.face")}</b>,
      words: t("shell.rich.bold"),
      on: on.bold,
      act: () => run().toggleBold().run(),
    },
    {
      face: <i>{t("shell.rich.italic.face")}</i>,
      words: t("shell.rich.italic"),
      on: on.italic,
      act: () => run().toggleItalic().run(),
    },
    {
      face: <u>{t("shell.rich.underline.face")}</u>,
      words: t("shell.rich.underline"),
      on: on.underline,
      act: () => run().toggleUnderline().run(),
    },
    { face: "T1", words: t("shell.rich.heading"), on: on.h2, act: () => run().toggleHeading({ level: 2 }).run() },
    { face: "T2", words: t("shell.rich.subheading"), on: on.h3, act: () => run().toggleHeading({ level: 3 }).run() },
    { face: "•", words: t("shell.rich.bullets"), on: on.bullets, act: () => run().toggleBulletList().run() },
    { face: "1.", words: t("shell.rich.numbers"), on: on.numbers, act: () => run().toggleOrderedList().run() },
    { face: "« »", words: t("shell.rich.quote"), on: on.quote, act: () => run().toggleBlockquote().run() },
    { face: "↗", words: t("shell.rich.link"), on: on.link, act: () => dialogOf(dialogId)?.showModal() },
    ...inserts.map(({ face, words, nodes }) => ({ face, words, on: undefined, act: () => put(editor, nodes) })),
  ]
  return (
    <div className="tools" role="toolbar" aria-label={t("shell.rich.tools")}>
      {tools.map(({ face, words, on: pressed, act }) => (
        <button
          key={words}
          type="button"
          aria-label={words}
          title={words}
          aria-pressed={pressed}
          onMouseDown={(event) => event.preventDefault()}
          onClick={act}
        >
          {face}
        </button>
      ))}
      <LinkDialog editor={editor} id={dialogId} />
    </div>
  )
}

const put = (editor: Editor, nodes: RichNode[]) => {
  const { $from } = editor.state.selection
  const after = $from.depth > 0 ? $from.after(1) : editor.state.doc.content.size
  editor.chain().focus().insertContentAt(after, nodes, { updateSelection: true }).run()
}

const dialogOf = (id: string) => document.getElementById(id) as HTMLDialogElement | null

const LinkDialog = ({ editor, id }: { editor: Editor; id: string }) => {
  const t = useWords()
  const [href, setHref] = useState("")
  const apply = () => {
    const chain = editor.chain().focus().extendMarkRange("link")
    if (href.trim() === "") chain.unsetLink().run()
    else chain.setLink({ href: /^[a-z]+:/i.test(href) ? href.trim() : `https://${href.trim()}` }).run()
    dialogOf(id)?.close()
  }
  return (
    <dialog
      id={id}
      className="dialog"
      aria-labelledby={`${id}-label`}
      onToggle={() => setHref(String(editor.getAttributes("link")["href"] ?? ""))}
    >
      <label id={`${id}-label`} htmlFor={`${id}-href`}>
        {t("shell.rich.link.address")}
      </label>
      <input
        id={`${id}-href`}
        className="input"
        inputMode="url"
        value={href}
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return
          // A form inside the form of the page would send that one.
          event.preventDefault()
          apply()
        }}
      />
      <div className="bar">
        <button type="button" className="button main" onClick={apply}>
          {t("shell.rich.link.apply")}
        </button>
        <button type="button" className="button" onClick={() => dialogOf(id)?.close()}>
          {t("shell.cancel")}
        </button>
      </div>
    </dialog>
  )
}
