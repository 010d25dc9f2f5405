import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** `npm run build` writes `dist/`. `GALLERY=1` adds `/galerie`, the page that shows every component. */
export default defineConfig({
  root: project("src/shell"),
  cacheDir: project(".cache/vite"),
  define: { __GALLERY__: JSON.stringify(process.env["GALLERY"] === "1") },
  plugins: [react()],
  build: {
    outDir: project(process.env["DIST"] ?? "dist"),
    emptyOutDir: true,
    target: "es2023",
    rolldownOptions: {
      output: {
        codeSplitting: {
          // One file of words for each language, and the libraries apart: they change less often than we do.
          groups: [
            { name: "words-fr", test: /words[\\/]fr\.json/ },
            { name: "words-en", test: /words[\\/]en\.json/ },
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
    proxy: { "/api": process.env["ORIGIN"] ?? "http://127.0.0.1:3000" },
  },
})
