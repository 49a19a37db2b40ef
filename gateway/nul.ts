import type { ApolloServerPlugin } from '@apollo/server';
import { HubError } from '#shared/errors.js';
import type { HubContext } from './source.js';

/** Refuses variables with the character NUL before anything runs: no text that people write holds it, and no database keeps it. */
export const refuseNul: ApolloServerPlugin<HubContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ request }) => {
        const place = nulIn(request.variables, 'variables');
        if (place === null) return Promise.resolve();
        throw new HubError('BAD_USER_INPUT', `${place}: a text without the character NUL is expected.`, {
          argument: place,
          http: { status: 400 },
        });
      },
    }),
};

/** Yields the path of the first text with NUL, or null. */
function nulIn(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.includes('\0') ? path : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [name, member] of Object.entries(value)) {
    const found = nulIn(member, `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}
