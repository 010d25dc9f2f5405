/** The database cannot be had as things stand; the message is a sentence for whoever typed the command. */
export class RefusedStart extends Error {
  override name = "RefusedStart"
}
