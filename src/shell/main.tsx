import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { languageOf } from "../kernel/words/words.ts"
import { loadWords } from "../words.ts"
import { makeQueryClient } from "./api.ts"
import { listen } from "./live.ts"
import { makeRouter } from "./routes.tsx"
import { keptLanguage } from "./language.ts"
import { LanguageProvider } from "./use-words.ts"
import "./fonts.css"
import "./tokens.css"
import "./shell.css"
import "./parts.css"

const language = languageOf(keptLanguage() ?? navigator.language)
document.documentElement.lang = language
await loadWords([language])

const client = makeQueryClient()
listen(client)
createRoot(document.getElementById("root") ?? document.body).render(
  <StrictMode>
    <LanguageProvider value={language}>
      <QueryClientProvider client={client}>
        <RouterProvider router={makeRouter()} />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
)
