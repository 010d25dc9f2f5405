declare module "../../kernel/db.ts" {
  interface Tables {
    saved_views: {
      organisation_id: string
      person_id: string
      list: string
      name: string
      search: string
      saved_at: Temporal.Instant
    }
  }
}

export {}
