// What a browser fetches before the first page shows: the scripts that index.html names, and the words of one language, compressed.
// `npm start` makes dist.
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { brotliCompressSync, gzipSync } from "node:zlib"

const dist = join(import.meta.dirname, "../dist")
const page = await readFile(join(dist, "index.html"), "utf8").catch(() => undefined)
if (!page) console.log("script on first load: dist is not built yet, start the product once")
else {
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path!)
  const [words] = (await readdir(join(dist, "assets"))).filter((name) => /^words-fr-.*\.js$/.test(name))
  const scripts = await Promise.all(
    [...new Set([...named, `assets/${words}`])].map((path) => readFile(join(dist, path))),
  )
  const size = (pack: (bytes: Buffer) => Buffer) =>
    Math.round(scripts.reduce((sum, script) => sum + pack(script).length, 0) / 1000)
  console.log(
    `script on first load: ${size((bytes) => gzipSync(bytes))} kB by gzip, ${size((bytes) => brotliCompressSync(bytes))} kB by brotli, ${scripts.length} files (aim 200 kB)`,
  )
}
