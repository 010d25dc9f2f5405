import { resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { globSync, readFileSync, writeFileSync } from "node:fs"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import react from "@vitejs/plugin-react"
import { type Plugin, defineConfig } from "vite"

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** `npm run build` writes `dist/`. `GALLERY=1` adds `/galerie`, the page that shows every component. */
export default defineConfig({
  root: project("src/shell"),
  cacheDir: project(".cache/vite"),
  define: { __GALLERY__: JSON.stringify(process.env["GALLERY"] === "1") },
  plugins: [forScreens(), react(), compressed()],
  build: {
    outDir: resolve(project("."), process.env["DIST"] ?? "dist"),
    emptyOutDir: true,
    target: "es2023",
    rolldownOptions: {
      output: {
        // Fonts keep their name: pages without script ask for them too (src/kernel/html.ts).
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith(".woff2")) ? "assets/[name][extname]" : "assets/[name]-[hash][extname]",
        codeSplitting: {
          // The libraries apart: they change less often than we do.
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: "query", test: /node_modules[\\/]@tanstack[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    host: "127.0.0.1",
    fs: { allow: [project("."), project("node_modules")] },
    proxy: { "^/api/": process.env["ORIGIN"] ?? "http://127.0.0.1:3000" },
  },
})

// Words of letters, papers, refusals, commands and exports are spoken by the server: a browser would fetch them for nothing, one in
// six of all. A family is left out only where no screen names the key, whole or by its beginning.
// What Today says comes first, with the frame; the rest comes with the first other page. Together they had passed the whole of
// what a first load may weigh.
function forScreens(): Plugin {
  const spoken = /^(command|read|held|rule|refused|exports)\.|\.(letter|mail|paper|pdf|page|sentence|archive|stop)\./
  const onScreen = namedIn(sources("src/shell/**/*.{ts,tsx}", "src/modules/*/ui/**/*.{ts,tsx}"))
  const first = namedIn([
    ...withImports(sources("src/shell/{main,palette}.tsx", "src/modules/*/ui/pages.tsx", "src/modules/today/ui/*.tsx")),
    // What waits is shown by Today, and worded by each module on the server.
    ...sources("src/modules/**/waiting.ts", "src/modules/meetings/year/reads.ts"),
  ])
  return {
    name: "words for screens",
    enforce: "pre",
    transform(code, id) {
      const [, part] = /[\\/]words[\\/](?:fr|en)\.json\?(first|rest)$/.exec(id) ?? []
      if (!part) return null
      const words = Object.entries(JSON.parse(code) as Record<string, string>)
      const kept = words.filter(([key]) => (!spoken.test(key) || onScreen(key)) && first(key) === (part === "first"))
      return { code: `export default ${JSON.stringify(Object.fromEntries(kept))}`, moduleType: "js" }
    },
  }
}

function sources(...patterns: string[]) {
  return patterns.flatMap((pattern) => globSync(pattern, { cwd: project(".") })).map(project)
}

/** These files and all they import without waiting. */
function withImports(files: readonly string[], known = new Set<string>()): string[] {
  for (const file of files.filter((one) => !known.has(one))) {
    known.add(file)
    const imported = [...readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type).*?from "(\.[^"]+\.tsx?)"/gms)]
    withImports(
      imported.map(([, path]) => resolve(file, "..", path!)),
      known,
    )
  }
  return [...known]
}

/** Whether a key stands in these files, whole or by its beginning. */
function namedIn(files: readonly string[]) {
  const text = files.map((file) => readFileSync(file, "utf8")).join("\n")
  const begun = [...text.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)].map(([, prefix]) => prefix!)
  const answers = new Map<string, boolean>()
  const isNamed = (key: string) => text.includes(`"${key}"`) || begun.some((prefix) => key.startsWith(prefix))
  return (key: string) => answers.getOrInsertComputed(key, isNamed)
}

// Compressed once, here, at the best level: the server sends the file that stands beside.
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    writeBundle({ dir = "" }) {
      for (const file of globSync(`${dir}/**/*.{js,css,html,svg}`)) {
        const content = readFileSync(file)
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
      }
    },
  }
}
