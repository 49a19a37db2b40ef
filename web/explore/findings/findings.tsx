import type { Address } from '../use-address.js';
import { Gaps } from './gaps.js';
import { Brokers, Communities, CutPoints } from './of-network.js';
import { Idle, SingleSource, WithoutLink } from './of-records.js';

/** The answer to the chosen question, where it is more than a picture. */
export function Findings({ address }: { address: Address }) {
  // What is narrowed differently begins with its first page.
  const key = JSON.stringify([address.search.area, address.search.kind]);
  switch (address.search.q) {
    case 'city':
      return <Communities address={address} />;
    case 'brokers':
      return <Brokers address={address} />;
    case 'cutPoints':
      return <CutPoints address={address} />;
    case 'withoutLink':
      return <WithoutLink key={key} address={address} />;
    case 'idle':
      return <Idle key={key} address={address} />;
    case 'singleSource':
      return <SingleSource key={key} address={address} />;
    case 'gaps':
      return <Gaps address={address} />;
    default:
      return null;
  }
}
