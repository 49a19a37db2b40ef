import { isIP } from 'node:net';

const allowed = 'addresses or networks with commas between, for instance 10.0.0.5,172.31.0.0/16,fd00::/8';
const bitsOf = { 0: 0, 4: 32, 6: 128 } as Record<number, number>;

/** Reads TRUSTED_PROXIES: whose word about the client's address is believed. A network of everybody would believe the client. */
export function parseProxies(text: string): string[] | { mistake: string } {
  const parts = text.split(',').map((part) => part.trim());
  const wrong = parts.find((part) => !isNetwork(part));
  return wrong === undefined ? parts : { mistake: `${allowed}; not "${wrong}"` };
}

function isNetwork(part: string): boolean {
  const [address = '', prefix, ...rest] = part.split('/');
  const bits = bitsOf[isIP(address)] ?? 0;
  if (bits === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits);
}
