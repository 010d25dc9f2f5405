import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"

/** Whether one reads the contact details of this body, and with them its pages of members: the list of people says so. */
export const useMayReadMembers = (): boolean => {
  const { body } = useBody()
  return useRead("people.list", { ...(body && { bodyId: body.id }), limit: 1 }).data?.reads ?? false
}
