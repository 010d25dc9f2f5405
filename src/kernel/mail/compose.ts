import { buffer } from "node:stream/consumers"
import type { SendMailOptions } from "nodemailer"
import type { Attachment, Letter, Mailbox } from "./message.ts"

/** A letter in the form nodemailer builds MIME from. Attachments are read here, so that a second attempt finds them whole. */
export async function composed(letter: Letter, from: Mailbox): Promise<SendMailOptions> {
  return {
    from: mailbox({ name: letter.from_name ?? from.name, address: from.address }),
    to: mailbox(letter.to),
    envelope: { from: letter.return_path ?? from.address, to: [letter.to.address] },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.message_id}>`,
    replyTo: letter.reply_to && mailbox(letter.reply_to),
    inReplyTo: letter.in_reply_to && `<${letter.in_reply_to}>`,
    references: letter.references?.map((id) => `<${id}>`),
    attachments: await Promise.all((letter.attachments ?? []).map(attached)),
    icalEvent: letter.ics && { method: letter.ics.method, content: letter.ics.content, filename: "invitation.ics" },
    list: listHeaders(letter),
    headers: extraHeaders(letter),
    // What a letter says comes from people: it never names a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const mailbox = ({ name, address }: Mailbox) => ({ name: name ?? "", address })

async function attached({ filename, type, content }: Attachment) {
  const bytes = typeof content === "function" ? await buffer(await content()) : content
  return { filename, contentType: type, content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
}

function listHeaders({ unsubscribe, list_id }: Letter): SendMailOptions["list"] {
  const ways = [unsubscribe?.url, unsubscribe?.address && `mailto:${unsubscribe.address}?subject=unsubscribe`].filter(
    (way) => !!way,
  )
  return {
    ...(ways.length ? { unsubscribe: [ways as string[]] } : {}),
    ...(list_id ? { id: list_id } : {}),
  }
}

function extraHeaders({ unsubscribe, automatic }: Letter): Record<string, string> {
  return {
    ...(unsubscribe?.url && unsubscribe.one_click ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
    // Exchange heeds only its own header.
    ...(automatic ? { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply" } : {}),
  }
}
