import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { demoId } from '#shared/demo/identity.js';
import { giftOf, recordDonation } from './giving.js';
import { partnersMutation } from './partners.js';
import { samplesIn, sumOf } from './prometheus.js';

/** Issue 6: this many of each. */
const writersCount = 8;
const readersCount = 16;

/** Reads between two writes, all readers and writers together: kept answers are given many times between. */
const readsPerWrite = 100;

/** A hub as clients know it. */
export interface Place {
  url: string;
  /** Of an administrator and of the department's finance. */
  tokens: { admin: string; finance: string; viewer: string };
}

export interface ProofOptions {
  /** Writers and readers take them in turn; who writes reads what he wrote at the next one. */
  places: readonly Place[];
  reads: number;
}

/** What was seen. */
export interface Proof {
  reads: number;
  writes: number;
  /** Reads of others that missed a write that had been acknowledged before they began. */
  missed: number;
  /** Reads of a writer, at another hub, that missed its own write. */
  ownMissed: number;
  /** How long after a write was acknowledged a read began that missed it, at most; milliseconds. */
  lagMs: number;
}

const query = `query Proof($text: String!, $organization: ID!) {
  resources(first: 20, filter: { text: $text }) { nodes { id title } }
  organization(id: $organization) { name funds { donationCount } }
}`;

/** Asks hubs over kept connections, as a program does. */
class Client {
  private readonly pool: Pool;

  constructor(private readonly place: Place) {
    this.pool = new Pool(place.url, { connections: writersCount + readersCount });
  }

  async ask<Data>(text: string, variables: object, token: string | null): Promise<Data> {
    const { body } = await this.pool.request({
      path: '/graphql',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: text, variables }),
    });
    const answer = (await body.json()) as { data?: Data; errors?: unknown };
    if (answer.errors !== undefined || answer.data == null)
      throw new Error(`Expected data, got ${JSON.stringify(answer)}`);
    return answer.data;
  }

  tokenOf(role: keyof Place['tokens']): string {
    return this.place.tokens[role];
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

/** Lets writers go on when so much was read. */
class Pace {
  private reads = 0;
  private due = 0;
  private waiting: { at: number; go: () => void }[] = [];

  /** Each alone, between many reads: what is kept is current then, but for this one write. */
  alone(): Promise<void> {
    this.due = Math.max(this.due, this.reads) + 2 * readsPerWrite;
    return this.until(this.due);
  }

  /** Several at once: then writes are acknowledged while answers are being made. */
  together(): Promise<void> {
    const period = readsPerWrite * writersCount;
    return this.until((Math.floor(this.reads / period) + 1) * period);
  }

  private until(at: number): Promise<void> {
    return new Promise((go) => this.waiting.push({ at, go }));
  }

  read(): void {
    this.reads += 1;
    const due = this.waiting.filter(({ at }) => at <= this.reads);
    if (due.length === 0) return;
    this.waiting = this.waiting.filter(({ at }) => at > this.reads);
    for (const { go } of due) go();
  }

  end(): void {
    for (const { go } of this.waiting.splice(0)) go();
  }
}

interface Acknowledged {
  /** Of each writer of resources: the number that its resource's title ends with, and when that was acknowledged. */
  titles: { id: string; number: number; at: number }[];
  donations: number;
  donationAt: number;
}

/** Lets writers write and readers read at the same time, and compares what each read shows with what had been acknowledged before it began. */
export async function prove({ places, reads }: ProofOptions): Promise<Proof> {
  const clients = places.map((place) => new Client(place));
  const clientAt = (index: number) => clients[index % clients.length] as Client;
  const text = randomUUID();
  const organization = demoId('organization', 'incubation-base');
  const proof: Proof = { reads: 0, writes: 0, missed: 0, ownMissed: 0, lagMs: 0 };
  const pace = new Pace();
  const variables = { text, organization };

  const see = async (client: Client, token: string | null) => {
    const data = await client.ask<{
      resources: { nodes: { id: string; title: string }[] };
      organization: { funds: { donationCount: number } };
    }>(query, variables, token);
    const numbers = new Map(
      data.resources.nodes.map(({ id, title }) => [id, Number(title.split(' ').at(-1))]),
    );
    return { numbers, donations: data.organization.funds.donationCount };
  };
  const first = await see(clientAt(0), clientAt(0).tokenOf('admin'));
  const acknowledged: Acknowledged = {
    titles: [],
    donations: first.donations,
    donationAt: performance.now(),
  };

  const mutate = async <Result>(
    client: Client,
    role: 'admin' | 'finance',
    mutation: string,
    input: object,
  ) => {
    const { result } = await client.ask<{ result: Result & { __typename: string } }>(
      mutation,
      { input },
      client.tokenOf(role),
    );
    return result;
  };
  const { id: partnerId } = await mutate<{ id: string }>(
    clientAt(0),
    'admin',
    partnersMutation('registerPartner'),
    { name: `伙伴 ${text}`, kind: 'UNIVERSITY' },
  );

  // Where somebody asks the database, the process knows for everybody: then nothing is proved of what it knows by itself.
  const isOnePlace = places.length === 1;
  const isOver = () => proof.reads >= reads;
  /** Notes what a read that began at a time misses of what was acknowledged then. */
  const judge = (
    before: Acknowledged,
    began: number,
    seen: Awaited<ReturnType<typeof see>>,
    isOwn = false,
  ) => {
    const lags = before.titles
      .filter(({ id, number }) => (seen.numbers.get(id) ?? -1) < number)
      .map(({ at }) => began - at);
    if (seen.donations < before.donations) lags.push(began - before.donationAt);
    if (lags.length === 0) return;
    if (isOwn) proof.ownMissed += 1;
    else proof.missed += 1;
    proof.lagMs = Math.max(proof.lagMs, ...lags);
  };

  const writeTitles = async (writer: number) => {
    const client = clientAt(writer);
    const other = clientAt(writer + 1);
    let { id, version } = await mutate<{ id: string; version: number }>(
      client,
      'admin',
      partnersMutation('registerResource'),
      {
        partnerId,
        title: `${text} ${writer} 0`,
        category: 'TRAINING',
        capacity: '10',
        unit: '人次',
        publish: true,
      },
    );
    const own = { id, number: 0, at: performance.now() };
    acknowledged.titles.push(own);
    for (let number = 1; !isOver(); number += 1) {
      await pace.together();
      ({ id, version } = await mutate<{ id: string; version: number }>(
        client,
        'admin',
        partnersMutation('updateResource'),
        { resourceId: id, version, title: `${text} ${writer} ${number}` },
      ));
      Object.assign(own, { number, at: performance.now() });
      proof.writes += 1;
      if (isOnePlace) continue;
      const seen = await see(other, other.tokenOf('admin'));
      const mine = { titles: [{ ...own, number }], donations: 0, donationAt: 0 };
      judge(mine, performance.now(), seen, true);
    }
  };
  const writeDonations = async (writer: number) => {
    const client = clientAt(writer);
    const other = clientAt(writer + 1);
    while (!isOver()) {
      await pace.alone();
      await mutate(client, 'finance', recordDonation, giftOf());
      acknowledged.donations += 1;
      acknowledged.donationAt = performance.now();
      proof.writes += 1;
      if (isOnePlace) continue;
      const mine = { titles: [], donations: acknowledged.donations, donationAt: acknowledged.donationAt };
      judge(mine, performance.now(), await see(other, other.tokenOf('admin')), true);
    }
  };
  const read = async (reader: number) => {
    const client = clientAt(reader);
    // Some see what those see who write, so that there is something kept for them too.
    const role = ([null, 'viewer', isOnePlace ? null : 'admin', null] as const)[reader % 4] ?? null;
    const token = role === null ? null : client.tokenOf(role);
    while (!isOver()) {
      const before = { ...acknowledged, titles: acknowledged.titles.map((each) => ({ ...each })) };
      const began = performance.now();
      judge(before, began, await see(client, token));
      proof.reads += 1;
      pace.read();
    }
    pace.end();
  };
  try {
    await Promise.all([
      ...Array.from({ length: writersCount }, (_each, writer) =>
        writer % 2 === 0 ? writeTitles(writer / 2) : writeDonations((writer - 1) / 2),
      ),
      ...Array.from({ length: readersCount }, (_each, reader) => read(reader)),
    ]);
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
  return proof;
}

/** Yields how many answers a hub has given from its cache, and how many it made. */
export async function cacheCounts(url: string): Promise<Record<string, number>> {
  const samples = samplesIn(await (await fetch(`${url}/metrics`)).text());
  const results = ['hit', 'joined', 'absent', 'outdated', 'unknown', 'fresh'];
  return Object.fromEntries(
    results.map((result) => [result, sumOf(samples, 'answer_cache_requests_total', { result })]),
  );
}
