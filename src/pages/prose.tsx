/** @jsxImportSource hono/jsx */

/** Text with code between backticks, as messages and descriptions have it. */
export function Prose({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part));
}
