import "./palette-key.ts"
import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { languageOf } from "../kernel/words/words.ts"
import { makeQueryClient } from "./api.ts"
import { listen } from "./live.ts"
import { makeRouter } from "./routes.tsx"
import { keptLanguage } from "./language.ts"
import { learnFirstWords } from "./fetch-words.ts"
import { LanguageProvider } from "./use-words.ts"
import "./fonts.css"
import "./tokens.css"
import "./parts.ts"

const language = languageOf(keptLanguage() ?? navigator.languages.join())
document.documentElement.lang = language
await learnFirstWords(language)

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
