/** What kind of assembly somebody of ours sits in; it says which rules are known of it. */
export const assemblyKinds = [
  "fr_regional_council",
  "fr_permanent_commission",
  "fr_sector_commission",
  "fr_municipal_council",
  "be_municipal_council",
  "be_cpas_council",
  "other",
] as const
export type AssemblyKind = (typeof assemblyKinds)[number]

/** Where a group stands in its assembly. A French group declares itself (CGCT L4132-23); `unsaid` where nobody has. */
export const sides = ["majority", "opposition", "minority", "unsaid"] as const
export type Side = (typeof sides)[number]

/** The colour of a group on a drawing, always beside its short name. */
export const tints = ["grey", "green", "pink", "red", "orange", "yellow", "blue", "purple", "brown"] as const
export type Tint = (typeof tints)[number]

/** What somebody says of an item before it is shared out. */
export const wishes = ["want", "could", "not"] as const
export type Wish = (typeof wishes)[number]

/** How a group votes on an item; `free`: each as they wish; `apart`: it takes no part in the vote. */
export const stances = ["for", "against", "abstain", "apart", "free"] as const
export type Stance = (typeof stances)[number]

/** How ours voted in fact; `split`: not all alike. */
export const votedWays = ["for", "against", "abstain", "apart", "split"] as const
export type Voted = (typeof votedWays)[number]

/** Where one of ours is while the assembly sits. */
export const attendanceStates = ["present", "commission", "excused", "replaced"] as const
export type AttendanceState = (typeof attendanceStates)[number]

/** What the assembly made of an item. */
export const outcomes = [
  "adopted",
  "amended",
  "rejected",
  "withdrawn",
  "fallen",
  "referred",
  "postponed",
  "noted",
] as const
export type Outcome = (typeof outcomes)[number]

/** What became of one file that was received. `scanned`: pages without text; the others could not be read, and are kept. */
export const lineStates = ["waiting", "read", "scanned", "encrypted", "unreadable", "refused"] as const
export type LineState = (typeof lineStates)[number]
