export { type MeetingHead, MeetingPage, meetingPath, missingWords } from "./meeting-head.tsx"
