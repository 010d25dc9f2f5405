import type { Readable } from "node:stream"

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number }

/** `sealed`: encrypted, beside where the open file would be. */
export type Key = { organisation: string; hash: string; sealed?: boolean }

/** Where bytes rest: a folder or S3. `place` takes the finished temporary file away. */
export interface Shelf {
  place(temporary: string, key: Key, bytes: number): Promise<void>
  read(key: Key, range?: ByteRange): Promise<Readable | undefined>
  bytes(key: Key): Promise<number | undefined>
  remove(key: Key): Promise<void>
  each(organisation: string): AsyncIterable<{ hash: string; sealed: boolean; bytes: number }>
}

/** What a sealed file's name ends with. */
export const SEALED = ".sealed"

/** The hash and the kind that a name says. */
export const named = (name: string): { hash: string; sealed: boolean } =>
  name.endsWith(SEALED) ? { hash: name.slice(0, -SEALED.length), sealed: true } : { hash: name, sealed: false }
