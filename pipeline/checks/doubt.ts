import type { Message } from '../../document/index.ts'

/** A message about the value at `pointer`. */
export const doubt = (
  code: Message['code'],
  severity: Message['severity'],
  pointer: string | null,
  reason: string,
): Message => ({ code, severity, pointer, reason })
