// A Chromium for the journeys: one that is there, else the system's package, else Playwright's own download.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { delimiter, join, resolve } from "node:path"

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"]
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
]

/** The path of a Chromium that runs, or undefined. Installs nothing. */
export async function findChromium() {
  const path = (process.env.PATH ?? "").split(delimiter).concat("/usr/bin", "/usr/local/bin", "/snap/bin")
  const candidates = [
    process.env.CHROMIUM,
    ...names.flatMap((name) => path.map((folder) => join(folder, name))),
    ...elsewhere,
    await playwrightPath(),
  ]
  return candidates.find((candidate) => candidate && existsSync(candidate) && runs(candidate))
}

/** Finds one or installs one; undefined when neither can be done, after saying what was tried. */
export async function findOrInstallChromium() {
  const found = await findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("No Chromium here: installing the system's package.")
    const apt = { DEBIAN_FRONTEND: "noninteractive" }
    run("apt-get", ["update", "-q"], apt)
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], apt)
    const installed = await findChromium()
    if (installed) return installed
  }
  console.log("No Chromium here: downloading Playwright's.")
  const cli = resolve(import.meta.dirname, "../node_modules/playwright-core/cli.js")
  // Its libraries are the system's to bring, which only root can do.
  const withDeps = process.getuid?.() === 0 && process.platform === "linux" ? ["--with-deps"] : []
  run(process.execPath, [cli, "install", ...withDeps, "chromium"])
  return findChromium()
}

export const noChromium =
  "The journeys need a Chromium, and none could be found or installed. Install one (Debian: apt install chromium), " +
  "or set CHROMIUM to the path of one, then run npm test again."

// On Ubuntu the package is an empty shell that asks for snap: being there is not enough, it must answer.
function runs(candidate) {
  const answer = spawnSync(candidate, ["--version"], { encoding: "utf8", timeout: 20_000 })
  return answer.status === 0 && /\d+\.\d+/.test(answer.stdout)
}

async function playwrightPath() {
  try {
    return (await import("playwright-core")).chromium.executablePath()
  } catch {
    return undefined
  }
}

function run(program, args, variables = {}) {
  spawnSync(program, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...variables },
    timeout: 300_000,
  })
}
