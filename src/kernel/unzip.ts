import { type Readable, PassThrough } from "node:stream"
import { type Entry, RandomAccessReader, type ZipFile, fromRandomAccessReaderPromise } from "yauzl"

/** One file of an archive, in the order of its table. `path` as the archive says it, "/" between folders, made safe to show. */
export type Unzipped = {
  path: string
  bytes: number
  /** Under a password: it cannot be opened. */
  isEncrypted: boolean
  /** Its bytes as they were put in. Fails while it streams when they are more than the table says, or not what it says. */
  open: () => Promise<Readable>
}

/** `read` gives the bytes from `start` to `end`, excluded. */
export type Archive = { bytes: number; read: (start: number, end: number) => Promise<Readable> }

/** The table of an archive cannot be read: it is not one, was cut, or was made to be opened outside its folder. */
export class BrokenArchive extends Error {}

// Twelve thousand papers are a large region's year; a table of millions is there to fill a memory.
const MOST_ENTRIES = 20_000

/**
 * The files of a ZIP archive, read where they lie: only the table, then each file that is opened. Folders and what systems
 * leave behind (__MACOSX, .DS_Store, Thumbs.db) are left out. Throws BrokenArchive; a name that climbs out of its folder
 * ("../", "/etc") breaks the whole archive, since nobody makes one in good faith.
 */
export const unzip = async (archive: Archive): Promise<Unzipped[]> => {
  const zip = await fromRandomAccessReaderPromise(new Reads(archive), archive.bytes, {
    lazyEntries: true,
    autoClose: false,
  }).catch((error: Error) => broken(error))
  const entries: Unzipped[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= MOST_ENTRIES) broken(new Error("too many entries"))
      if (!isLeftBehind(entry.fileName)) entries.push(asUnzipped(entry, zip))
    }
  } catch (error) {
    broken(error as Error)
  }
  return entries
}

const broken = (error: Error): never => {
  throw error instanceof BrokenArchive ? error : new BrokenArchive(error.message)
}

const isLeftBehind = (path: string) =>
  path.endsWith("/") || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i.test(path)

const asUnzipped = (entry: Entry, zip: ZipFile): Unzipped => ({
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is taken out
  path: entry.fileName.replaceAll(/[\u0000-\u001f\u007f]/g, " ").normalize("NFC"),
  bytes: entry.uncompressedSize,
  isEncrypted: entry.isEncrypted(),
  open: () => zip.openReadStreamPromise(entry),
})

class Reads extends RandomAccessReader {
  readonly #archive: Archive

  constructor(archive: Archive) {
    super()
    this.#archive = archive
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const through = new PassThrough()
    this.#archive.read(start, end).then(
      (source) => source.on("error", (error) => through.destroy(error)).pipe(through),
      (error: Error) => through.destroy(error),
    )
    return through
  }
}
