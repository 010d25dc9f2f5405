/** What a function may do, in the words of the secretariat (`capability.<name>`). A rule names one; a function lists several. */
export const capabilities = [
  "people.read",
  "people.manage",
  "dues.read",
  "dues.manage",
  "bodies.manage",
  "mandates.manage",
  "offices.manage",
  "meetings.prepare",
  "meetings.convene",
  "meetings.hold",
  "sittings.manage",
  "minutes.write",
  "decisions.manage",
  "tasks.manage",
  "matters.manage",
  "counterparts.read",
  "counterparts.manage",
  "confidential.read",
  "journal.read",
  "exports.make",
  "privacy.manage",
  "welcome.manage",
] as const

export type Capability = (typeof capabilities)[number]
