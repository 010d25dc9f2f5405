import { Refusal, newId } from "./request.ts"

/** A file as the server keeps it; `bytes` is its size. It is fetched at `/api/files/<fileId>`. */
export type KeptFile = { fileId: string; name: string; bytes: number; type: string }

/** Sends one file, to be kept by a body; `onShare` hears how much has gone, from 0 to 1. `fetch` cannot tell, XMLHttpRequest can. */
export const sendFile = (
  file: File,
  bodyId: string,
  onShare: (share: number) => void,
  signal?: AbortSignal,
): Promise<KeptFile> =>
  new Promise((kept, refused) => {
    const request = new XMLHttpRequest()
    const body = new FormData()
    body.append("file", file, file.name)
    request.upload.addEventListener("progress", ({ loaded, total }) => onShare(total ? loaded / total : 0))
    request.addEventListener("load", () => {
      const answer = parsed(request.responseText)
      if (request.status === 200 && answer.data) kept(answer.data)
      else refused(new Refusal(request.status, answer.error))
    })
    request.addEventListener("error", () => refused(new Refusal(0, { code: "network" })))
    request.addEventListener("abort", () => refused(new Refusal(0, { code: "aborted" })))
    signal?.addEventListener("abort", () => request.abort())
    request.open("POST", `/api/files.keep?bodyId=${bodyId}`)
    request.setRequestHeader("x-command-id", newId())
    request.send(body)
  })

const parsed = (text: string): { data?: KeptFile; error?: { code: string; message: string } } => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
