import { randomBytes } from "node:crypto"

let lastMillisecond = 0
let counter = 0

/** A new identifier: UUID version 7 (RFC 9562), increasing within this process, so that keys stay near each other on disk. */
export const newId = (): string => {
  const millisecond = Math.max(Date.now(), lastMillisecond)
  counter = millisecond === lastMillisecond ? counter + 1 : randomBytes(2).readUInt16BE() & 0x07ff
  lastMillisecond = counter > 0x0fff ? millisecond + 1 : millisecond
  if (counter > 0x0fff) counter = 0

  const bytes = randomBytes(16)
  bytes.writeUIntBE(lastMillisecond, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
