import { InvalidTransition, problem } from './problem.js';

/** A state machine: where each state may go. What is not listed is refused. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

/** Says that a state machine knows no such step and where it may go instead; null when the step is listed. */
export function refusedTransition<State extends string>(
  transitions: Transitions<State>,
  from: State,
  to: State,
): InvalidTransition | null {
  const allowed = transitions[from];
  return allowed.includes(to) ? null : invalidTransition(from, to, allowed);
}

/** Says that a step is not allowed now, and which are. */
export function invalidTransition(from: string, to: string, allowed: readonly string[]): InvalidTransition {
  const targets = allowed.length === 0 ? 'nowhere, it is final' : allowed.join(', ');
  const message = `${from} cannot become ${to}; from ${from} it goes to: ${targets}.`;
  return problem(InvalidTransition, {
    code: 'INVALID_TRANSITION',
    message,
    from,
    to,
    allowed: [...allowed],
  });
}
