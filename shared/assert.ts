/** Guards what only a bug of ours can break; the message says why the condition must hold. */
export function assert(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Broken assumption: ${why}`);
}

/** Closes a switch over a union: a new member does not compile until it is handled. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable value: ${String(value)}`);
}
