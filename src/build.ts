import { glob, stat } from "node:fs/promises"
import { fileURLToPath } from "node:url"

const root = new URL("..", import.meta.url)

/** Builds the browser part when a source is newer than what was built; nothing is committed, nothing is stale. */
export const buildBrowserPart = async (log: (line: string) => void): Promise<void> => {
  const built = await stat(new URL("dist/index.html", root)).catch(() => undefined)
  if (built && built.mtimeMs >= (await newest())) return
  log("Préparation de l’interface…")
  const { build } = await import("vite")
  // Its warnings are for us, who read them with `npm run build`; here they would stand above the address and the code.
  await build({ configFile: fileURLToPath(new URL("src/shell/vite.config.ts", root)), logLevel: "error" })
}

const newest = async (): Promise<number> => {
  let latest = 0
  const sources = [
    "package.json",
    "src/words.ts",
    "src/shell/**/*",
    "src/kernel/words/*",
    "src/modules/*/ui/**/*",
    "src/modules/*/words/*",
  ]
  for await (const file of glob(sources, { cwd: fileURLToPath(root) })) {
    const { mtimeMs } = await stat(new URL(file, root))
    latest = Math.max(latest, mtimeMs)
  }
  return latest
}
