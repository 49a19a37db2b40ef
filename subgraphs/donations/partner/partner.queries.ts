import { type Asking, lookUp, lookUpAll } from '#shared/directory.js';
import { asStranger } from '../ledger/asking.js';

/** What the books ask about a charity that raises. */
export interface FundraiserFacts {
  id: string;
  kind: string;
  areaCode: string | null;
  uscc: string | null;
  /** Whether it is qualified for public fundraising on the day; null when nothing is recorded. */
  mayFundraise: boolean | null;
}

/** Asks the partners subgraph about a fundraiser as it is on a day (R-FND-15); null when there is no such partner. */
export function findFundraiser(asking: Asking, id: string, on: string): Promise<FundraiserFacts | null> {
  const selection = `id kind areaCode uscc mayFundraise(on: "${on}")`;
  return lookUp(asStranger(asking), { subgraph: 'partners', type: 'Partner', id, selection });
}

/** Yields which of some partners there are, by their ids in lower case. */
export const findPartners = (asking: Asking, ids: readonly string[]): Promise<ReadonlyMap<string, object>> =>
  lookUpAll(asStranger(asking), { subgraph: 'partners', type: 'Partner', ids, selection: 'id' });

/** A charity that raises, and a day. */
export interface RaisingDay {
  fundraiserId: string;
  day: string;
}

/** Asks whether charities may raise on days, all at once; yields by charity and day what is recorded. */
export async function findQualifications(
  asking: Asking,
  wanted: readonly RaisingDay[],
): Promise<(raising: RaisingDay) => boolean | null> {
  const days = [...new Set(wanted.map(({ day }) => day))];
  const selection = days.map((day, place) => `d${place}: mayFundraise(on: "${day}")`).join(' ');
  const ids = wanted.map(({ fundraiserId }) => fundraiserId);
  const found = await lookUpAll<Record<string, boolean | null>>(asStranger(asking), {
    ...{ subgraph: 'partners', type: 'Partner' },
    ids,
    selection,
  });
  return ({ fundraiserId, day }) => found.get(fundraiserId)?.[`d${days.indexOf(day)}`] ?? null;
}
