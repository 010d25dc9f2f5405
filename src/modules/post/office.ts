import type { Mailbox } from "../../kernel/mail/message.ts"

/** Where our letters come from: fixed for an installation by MAIL_FROM and IMAP_URL. */
export type PostOffice = {
  /** The domain of our Message-IDs. */
  domain: string
  /** The sender's mailbox; without MAIL_FROM an address that exists nowhere, for letters that are only kept. */
  from: Mailbox
  /** MAIL_FROM is given: people may write to `from`. */
  hasSender: boolean
  /** IMAP_URL: the mailbox we read receives answers and bounces at addresses of their own; see kernel/mail/token.ts. */
  inbox: string | undefined
}

declare module "../../kernel/equipment.ts" {
  interface Equipment {
    office: PostOffice
  }
}

export const postOffice = (set: {
  mailFrom: string | undefined
  imapUrl: string | undefined
  origin: string
}): PostOffice => {
  const host = URL.parse(set.origin)?.hostname ?? "localhost"
  const from = set.mailFrom ? mailboxOf(set.mailFrom) : { address: `permanence@${host}` }
  return {
    domain: from.address.slice(from.address.lastIndexOf("@") + 1),
    from,
    hasSender: set.mailFrom !== undefined,
    inbox: set.imapUrl,
  }
}

/** "Section de Lisle <secretariat@exemple.fr>", or the address alone. */
export const mailboxOf = (text: string): Mailbox => {
  const [, name, address] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(text) ?? []
  return address ? { address, ...(name ? { name } : {}) } : { address: text }
}
