import fastifyHelmet from "@fastify/helmet"
import fastifyMultipart from "@fastify/multipart"
import fastifyRateLimit from "@fastify/rate-limit"
import fastifyStatic from "@fastify/static"
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify"
import { z } from "zod"
import type { Command } from "../command.ts"
import { perform } from "../command.ts"
import type { Db } from "../db.ts"
import { parsed } from "../input.ts"
import type { Module } from "../module.ts"
import { answer, type Read } from "../read.ts"
import { refuse } from "../refusal.ts"
import { isWithinLimits } from "../limit.ts"
import type { Actor } from "../rule.ts"
import type { Equipment } from "../equipment.ts"
import { cookiesOf, SESSION } from "./cookies.ts"
import { largestFile } from "../file/types.ts"
import { explain, languageOf } from "./errors.ts"
import { live } from "./live-route.ts"
import { openapi } from "./openapi.ts"
import { queryAsInput } from "./query.ts"
import type { Reply, Request, Route } from "./route.ts"
import { withoutLink } from "./without-link.ts"

export type Serving = {
  db: Db
  equipment: Equipment
  modules: readonly Module[]
  /** Who is asking, from a session cookie or an API key; undefined when nobody is known. */
  authenticate: (request: { headers: Request["headers"]; cookies: Request["cookies"] }) => Promise<Actor | undefined>
  /** The built browser part, served at "/". */
  dist: string
  logLevel: string
}

/** The HTTP face: commands, reads, pages without script, live messages, the browser part. */
export const serve = async ({
  db,
  equipment,
  modules,
  authenticate,
  dist,
  logLevel,
}: Serving): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: {
      level: logLevel === "info" ? "warn" : logLevel,
      redact: ["req.headers.cookie", "req.headers.authorization"],
      serializers: { req: ({ method, url, ip }) => ({ method, url: withoutLink(url), ip }) },
    },
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: "loopback",
    routerOptions: { maxParamLength: 2000 },
    // An address that does not decode is refused before any handler of ours is known.
    frameworkErrors: (error, request, reply) => {
      const { status, body } = explain(error, languageOf(request.headers))
      void (reply as FastifyReply).code(status).send(body)
    },
  })
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    // An installation begins on http://localhost; behind a proxy with https, the proxy says it.
    strictTransportSecurity: equipment.origin.startsWith("https:") ? undefined : false,
  })
  await app.register(fastifyRateLimit, { max: 1200, timeWindow: "1 minute", keyGenerator: whoIsCounted })
  await app.register(fastifyMultipart, { limits: { files: 50, fileSize: largestFile } })
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  )
  app.setErrorHandler((error, request, reply) => {
    const { status, body } = explain(error, languageOf(request.headers))
    if (status >= 500) request.log.error(error)
    return reply.code(status).send(body)
  })

  const whoAsks = (request: FastifyRequest) =>
    authenticate({ headers: request.headers, cookies: cookiesOf(request.headers.cookie) })

  for (const command of modules.flatMap((one) => one.commands ?? [])) {
    app.post(`/api/${command.name}`, async (request, reply) => {
      const actor = (await whoAsks(request)) ?? refuse("not_signed_in", {}, 401)
      const commandId = idOf(request, actor)
      return send(reply, await perform(command as Command, request.body ?? {}, { actor, db, equipment, commandId }))
    })
  }
  for (const read of modules.flatMap((one) => one.reads ?? [])) {
    app.get(`/api/${read.name}`, async (request, reply) => {
      const actor = (await whoAsks(request)) ?? refuse("not_signed_in", {}, 401)
      const input = queryAsInput(read.input, request.query as Record<string, string>)
      return send(reply, await answer(read as Read, input, { actor, db, equipment }))
    })
  }
  const description = openapi(modules, equipment.origin)
  app.get("/api/openapi.json", async () => description)
  app.get("/api/live", live(equipment, whoAsks))

  for (const route of modules.flatMap((one) => one.routes ?? [])) register(app, route, { db, equipment, whoAsks })

  app.all("/api/*", async (_request, reply) => {
    const { status, body } = explain({ unknown: true }, "fr")
    return reply.code(status).send(body)
  })
  await app.register(fastifyStatic, {
    root: dist,
    preCompressed: true,
    // Names of built files carry their hash; the page itself is always asked again.
    setHeaders: (response, path) => {
      void response.header("cache-control", /assets/.test(path) ? "public, max-age=31536000, immutable" : "no-cache")
    },
  })
  app.setNotFoundHandler((request, reply) =>
    request.method === "GET" && !request.url.startsWith("/assets/")
      ? reply.header("cache-control", "no-cache").sendFile("index.html")
      : reply.code(404).send(explain({ unknown: true }, languageOf(request.headers)).body),
  )
  return app
}

/**
 * Whose requests are counted together: a browser that says who it is, else an address. An assembly votes from one hall, and all of
 * its telephones have one address. What the cookie says is not looked up here: who invents one is refused further on.
 */
const whoIsCounted = ({ headers, ip }: FastifyRequest): string => cookiesOf(headers.cookie)[SESSION] ?? ip

/** Doors on which codes and links can be tried count an address, whatever it says of itself. */
const countedBy = ({ standsFor, counts }: Route): ((request: FastifyRequest) => string) =>
  typeof standsFor === "object" || counts === "browser" ? whoIsCounted : ({ ip }) => ip

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A session's command needs an id: it makes a repeat harmless, and a form of another site cannot send that header. */
const idOf = (request: FastifyRequest, actor: Actor): string | undefined => {
  const id = request.headers["x-command-id"]
  if (typeof id === "string" && uuid.test(id)) return id.toLowerCase()
  if (id === undefined && actor.via === "key") return undefined
  return refuse("command_id_needed")
}

const send = (reply: FastifyReply, data: unknown) =>
  reply
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .send(JSON.stringify({ data }, (_key, value) => (typeof value === "bigint" ? value.toString() : value)))

type WhoAsks = (request: FastifyRequest) => Promise<Actor | undefined>

const register = (
  app: FastifyInstance,
  route: Route,
  { db, equipment, whoAsks }: { db: Db; equipment: Equipment; whoAsks: WhoAsks },
) =>
  app.route({
    method: route.method,
    url: route.path,
    config: { rateLimit: { max: route.limit ?? 120, timeWindow: "1 minute", keyGenerator: countedBy(route) } },
    handler: async (request, reply) => {
      mustBeWellMade(request)
      const actor = await actorFor(route, () => whoAsks(request))
      const result: Reply = await route.handle({
        params: request.params as Record<string, string>,
        query: request.query as Record<string, string>,
        body: (request.isMultipart() ? {} : (request.body ?? {})) as Record<string, unknown>,
        headers: request.headers,
        cookies: cookiesOf(request.headers.cookie),
        ip: request.ip,
        files: () => parts(request),
        actor: async () => actor,
        db,
        equipment,
      })
      reply.code(result.status ?? 200)
      if (result.type) reply.type(result.type)
      reply.headers({ "cache-control": "no-store", ...result.headers })
      return reply.send(result.body ?? "")
    },
  })

// Checked once for all routes: what PostgreSQL could not hold, or takes for an id and is none, never reaches one.
const mustBeWellMade = ({ params, query, headers }: FastifyRequest) => {
  for (const [name, value] of Object.entries(params as Record<string, string>)) {
    const isMadeUp = /^id$|Id$/.test(name) && !uuid.test(value)
    if (isMadeUp || value.includes("\0") || !value.isWellFormed()) refuse("not_found", {}, 404)
  }
  parsed(z.unknown(), query)
  const commandId = headers["x-command-id"]
  if (commandId && !uuid.test(String(commandId))) refuse("command_id_needed")
}

// A key's limits are said before anything is looked up, so that the refusal tells nothing of what there is.
const actorFor = async ({ standsFor }: Route, ask: () => Promise<Actor | undefined>): Promise<Actor | undefined> => {
  if (typeof standsFor === "string") return undefined
  const actor = await ask()
  if (actor && !isWithinLimits(standsFor, actor)) refuse("key_is_limited", { name: standsFor.name }, 403)
  return actor
}

async function* parts(request: FastifyRequest) {
  for await (const part of request.files()) yield { name: part.filename, type: part.mimetype, stream: part.file }
}
