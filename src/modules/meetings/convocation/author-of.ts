/** An answer as it came: for whom the calendar speaks, who wrote, and whose letter it answers. Addresses in lower case. */
export type Came = {
  attendee: string
  /** The sender as the message says it: anybody can write that. */
  from: string | undefined
  /** The server that took the message says that it is not from where it claims (DMARC). */
  is_disowned: boolean
  /** To whom the letter was written whose token it carries, if it carries one. */
  letter_to: string | null
}

/** Somebody convened: where they were written to, and the address they have today. */
export type Convened = { invitation_id: string; person_id: string; addresses: readonly string[]; is_withdrawn: boolean }

/** `sure`: it answers by itself. `maybe`: the secretariat is shown it, with whose it may be. `nobody`: of no one who is awaited. */
export type Author = { is: "sure"; invitation_id: string } | { is: "maybe"; guess_id: string | null } | { is: "nobody" }

/**
 * Whose answer it is. Two things are believed: the token of the very letter of the person spoken for, which only its holder
 * has; or, as for any letter answered by hand, a sender who is the person spoken for, when that address is one person's and
 * no server disowns it. A token alone proves no more than that somebody was forwarded a letter, a name alone that they were
 * told of the meeting: an assistant, an alias, a shared calendar and a forger look the same, and a person decides.
 */
export const authorOf = ({ attendee, from, is_disowned, letter_to }: Came, convened: readonly Convened[]): Author => {
  const spokenFor = convened.filter(({ addresses }) => addresses.includes(attendee))
  const awaited = spokenFor.filter(({ is_withdrawn }) => !is_withdrawn)
  if (spokenFor.length > 0 && awaited.length === 0) return { is: "nobody" }
  const holder = convened.find(({ person_id, is_withdrawn }) => person_id === letter_to && !is_withdrawn)
  if (holder && awaited.includes(holder)) return { is: "sure", invitation_id: holder.invitation_id }
  // A couple with one mailbox has one calendar: which of the two pressed the button, nobody knows.
  const only = awaited.length === 1 ? awaited[0]! : undefined
  if (only && from === attendee && !is_disowned) return { is: "sure", invitation_id: only.invitation_id }
  return { is: "maybe", guess_id: (only ?? (awaited.length === 0 ? holder : undefined))?.invitation_id ?? null }
}
