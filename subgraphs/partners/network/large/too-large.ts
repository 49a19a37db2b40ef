import { HubError } from '#shared/errors.js';

/** So many nodes a search for paths looks at: at a million ties less than two seconds. */
export const searchedMax = 150_000;
/** So many nodes an ego network has: more is no picture, and read by nobody. */
export const reachedMax = 20_000;

/** Says that an answer needs more of the network than one question may look at. */
export function networkTooLarge(allowed: number, asked: number): HubError {
  const message = `networkNodes: more than ${allowed} nodes of the network would have to be looked at; narrow the filter or the depth.`;
  return new HubError('LIMIT_EXCEEDED', message, {
    limit: 'networkNodes',
    allowed,
    asked,
    http: { status: 400 },
  });
}
