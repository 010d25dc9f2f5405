import PostalMime from "postal-mime"
import type { Extracted } from "./extract.ts"
import { markupText } from "./markup.ts"

/** The reader of text of any kind, and of e-mail. */
export const plainText =
  (type: string) =>
  async (bytes: Uint8Array): Promise<Extracted> => ({
    text: type === "message/rfc822" ? await mailText(bytes) : decodedText(bytes),
  })

/** Text in the encoding it is most likely in: what its first bytes say, else UTF-8, else Windows-1252 (old Excel). */
export function decodedText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

async function mailText(bytes: Uint8Array): Promise<string> {
  const mail = await PostalMime.parse(bytes)
  const people = [mail.from, ...(mail.to ?? []), ...(mail.cc ?? [])].map((person) =>
    [person?.name, person?.address].filter(Boolean).join(" "),
  )
  const body = mail.text?.trim() || markupText(mail.html ?? "", html)
  const attached = mail.attachments.map((attachment) => attachment.filename ?? "")
  return [mail.subject ?? "", ...people, "", body, "", ...attached].join("\n")
}

const html = {
  breaks: ["p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote"],
  spaces: ["td", "th"],
  skips: ["script", "style", "head", "title"],
}
