import { HubError } from './errors.js';
import { type LimitName, type Limits, limitsTable } from './limits.js';

/** Says which limit a request exceeds, what it allows and what was asked; status 400 unless another says more. */
export function limitExceeded<Name extends LimitName>(
  limit: Name,
  limits: Pick<Limits, Name>,
  asked: number | string,
  status = 400,
): HubError {
  const allowed = limits[limit];
  const message = `${limit}: ${asked} ${limitsTable[limit].name} were asked for; at most ${allowed} are allowed.`;
  return new HubError('LIMIT_EXCEEDED', message, { limit, allowed, asked, http: { status } });
}
