import { type Asking, lookUp } from '#shared/directory.js';
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

/** Whether there is such a partner. */
export async function partnerExists(asking: Asking, id: string): Promise<boolean> {
  return (
    (await lookUp(asStranger(asking), { subgraph: 'partners', type: 'Partner', id, selection: 'id' })) !==
    null
  );
}
