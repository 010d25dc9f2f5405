import { useQuery } from "@tanstack/react-query"
import { useEffect } from "react"
import type { DrawnPage } from "../../../kernel/file/page/page-of.ts"
import { answer, type Refusal } from "../../../shell/request.ts"

export type LeafRead = Omit<DrawnPage, "jpeg">

// What the picture is asked at, the words are asked at: it is drawn once for both.
const size = () => (window.innerWidth * window.devicePixelRatio > 900 ? "large=1" : "")

export const pictureOf = (fileId: string, page: number): string => `/api/files/${fileId}/pages/${page}?${size()}`

/** The words of a page with their places; the next page is fetched while this one is read. */
export const useLeaf = (fileId: string, page: number) => {
  const found = useQuery<LeafRead, Refusal>({
    queryKey: ["page of a file", fileId, page],
    queryFn: ({ signal }) => answer(`${pictureOf(fileId, page)}&mots=1`, { signal }) as Promise<LeafRead>,
    staleTime: Infinity,
    retry: false,
  })
  const next = found.data && found.data.page < found.data.pages ? found.data.page + 1 : undefined
  useEffect(() => {
    if (next) new Image().src = pictureOf(fileId, next)
  }, [fileId, next])
  return found
}
