import "./palette-key.ts"
import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { languageOf, learnWords } from "../kernel/words/words.ts"
import { makeQueryClient } from "./api.ts"
import { listen } from "./live.ts"
import { makeRouter } from "./routes.tsx"
import { keptLanguage } from "./language.ts"
import { LanguageProvider } from "./use-words.ts"
import "./fonts.css"
import "./tokens.css"
import "./parts.ts"

const language = languageOf(keptLanguage() ?? navigator.languages.join())
document.documentElement.lang = language
const { words } = await (language === "en" ? import("./words-en.ts") : import("./words-fr.ts"))
learnWords(language, ...words)

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
