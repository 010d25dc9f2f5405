import {
  QueryCache,
  QueryClient,
  type UseQueryResult,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { useRef } from "react"
import type { Api } from "../modules.ts"
import { Refusal, askRead, isPassing, newId, sendCommand } from "./request.ts"

export type CommandName = Extract<keyof Api["commands"], string>
export type ReadName = Extract<keyof Api["reads"], string>
export type InputOf<Name extends CommandName> = Api["commands"][Name]["input"]
export type AnswerOf<Name extends CommandName> = Api["commands"][Name]["output"]
export type ReadOf<Name extends ReadName> = Api["reads"][Name]["output"]

/** What the server answers about an act: drawn when it may, explained when `why` is given, else not shown. */
export type May = Readonly<Record<string, boolean | { ok: false; why: string }>>

/** Asks a read and keeps it fresh: any command, here or elsewhere, makes it asked again. */
export const useRead = <Name extends ReadName>(
  name: Name,
  input: Api["reads"][Name]["input"],
  options: ReadOptions = {},
): UseQueryResult<ReadOf<Name>, Refusal> => useReadNamed<ReadOf<Name>>(name, input, options)

/** The same for a read that is named while running, such as that of a picker. */
export const useReadNamed = <Data>(
  name: string,
  input: Readonly<Record<string, unknown>>,
  options: ReadOptions = {},
): UseQueryResult<Data, Refusal> =>
  useQuery<Data, Refusal>({
    queryKey: [name, input],
    queryFn: ({ signal }) => askRead(name, input, signal) as Promise<Data>,
    enabled: options.enabled ?? true,
    ...(options.every ? { refetchInterval: options.every } : {}),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })

/**
 * `keepPrevious` leaves the last answer in sight while another input is asked. `every`: asked again after so many milliseconds as long
 * as the page is looked at, for what is not told at once.
 */
export type ReadOptions = { enabled?: boolean; keepPrevious?: boolean; every?: number }

/**
 * Sends a command. One gesture has one id: a repeat after a lost answer carries the same id, so nothing happens twice.
 * `send` throws a `Refusal`; `error` holds it for the page.
 */
export const useCommand = <Name extends CommandName>(name: Name) => {
  const client = useQueryClient()
  const gesture = useRef<{ id: string; of: string } | undefined>(undefined)
  const mutation = useMutation<AnswerOf<Name>, Refusal, InputOf<Name>>({
    mutationFn: async (input) => {
      const of = JSON.stringify(input)
      if (gesture.current?.of !== of) gesture.current = { id: newId(), of }
      const answer = await sendCommand(name, input, gesture.current.id).catch((error: unknown) => {
        if (!isPassing(error)) gesture.current = undefined
        throw error
      })
      gesture.current = undefined
      return answer as AnswerOf<Name>
    },
    onSuccess: () => client.invalidateQueries(),
  })
  return { send: mutation.mutateAsync, pending: mutation.isPending, error: mutation.error, reset: mutation.reset }
}

/** The cache of what was read. A refusal is not asked again; a lost network is. */
export const makeQueryClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    // A session that ended elsewhere is noticed at the first read, and leads to the sign-in page.
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof Refusal && error.status === 401 && query.queryKey[0] !== "session.read")
          void client.invalidateQueries({ queryKey: ["session.read"] })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => isPassing(error) && count < 3,
        retryDelay: (count) => Math.min(500 * 2 ** count, 8000),
        networkMode: "always",
      },
      mutations: { networkMode: "always", retry: false },
    },
  })
  return client
}
