import { Suspense, lazy } from "react"
import { Field, type FieldProps } from "./field.tsx"
import { Waiting } from "./fault.tsx"

const Editor = lazy(() => import("./rich-text-editor.tsx"))

/** A structured text with headings, lists, quotes and links. The value is ProseMirror JSON. The editor is fetched when shown. */
export const RichTextField = (props: FieldProps) => (
  <Field {...props}>
    {({ id, value, set }, aria) => (
      <Suspense fallback={<Waiting />}>
        <Editor id={id} label={props.label} value={value} onChange={set} aria={aria} />
      </Suspense>
    )}
  </Field>
)
