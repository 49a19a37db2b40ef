import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';
import { demoClaims, openDemonstration } from '#gateway/demonstration.js';
import { giftOf, recordDonation } from './giving.js';

/** A client thinks for so long between two requests: the load is constant, and leaves the machine room for the processes. */
const thinkMs = 40;
/** A department's programs keep connections, for less long than a gateway that ends waits for them. */
const keptIdleMs = 1_000;

/** A request that got no answer, or one with an error in it. */
export interface Failure {
  at: number;
  /** Code of the first error; null when there was no answer. */
  code: string | null;
  reason: string;
}

export interface Load {
  failures: Failure[];
  /** Idempotency keys of gifts that were acknowledged. */
  gifts: Set<string>;
  /** Waits until every client has got as many good answers in a row, from now on. */
  calm(answers: number): Promise<void>;
  stop(): Promise<void>;
}

interface Answered {
  data?: { result?: { __typename: string } } | null;
  errors?: GraphQLFormattedError[];
}

type Step = () => Promise<Answered>;

function firstError({ errors }: Answered): Omit<Failure, 'at'> | undefined {
  const [error] = errors ?? [];
  return error && { code: String(error.extensions?.['code']), reason: error.message };
}

/** Asks the gateways in turn, as a balancer would: where no connection can be made, the other one is asked; nothing is tried again else. */
function balancer(urls: readonly string[]) {
  const pools = urls.map(
    (url) => new Pool(url, { keepAliveTimeout: keptIdleMs, keepAliveMaxTimeout: keptIdleMs }),
  );
  let turn = 0;
  const send = async (pool: Pool, body: object, token: string | null): Promise<Answered> => {
    const answer = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    return (await answer.body.json()) as Answered;
  };
  return {
    ask: async (body: object, token: string | null): Promise<Answered> => {
      turn += 1;
      const [first, other] = [pools[turn % pools.length], pools[(turn + 1) % pools.length]] as [Pool, Pool];
      try {
        return await send(first, body, token);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
        return send(other, body, token);
      }
    },
    close: () => Promise.all(pools.map((pool) => pool.close())),
  };
}

const dashboard = `query Load { area(code: "360300") { name organizationCounts { volunteers } funds { donationCount } } }`;

/** Puts a constant load of reading and giving on gateways, until it is stopped. */
export async function startLoad(urls: readonly string[], dataDir: string): Promise<Load> {
  const token = await (await openDemonstration(dataDir)).sign(demoClaims('finance'));
  const gifts = new Set<string>();
  const read: Step = async () => balanced.ask({ query: dashboard }, null);
  const give: Step = async () => {
    const idempotencyKey = randomUUID();
    const variables = { input: giftOf({ idempotencyKey }) };
    const answer = await balanced.ask({ query: recordDonation, variables }, token);
    if (answer.data?.result?.__typename === 'Donation') gifts.add(idempotencyKey);
    else if (answer.errors === undefined) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const balanced = balancer(urls);
  const failures: Failure[] = [];
  const steps = [read, give, read, give];
  const inARow = steps.map(() => 0);
  let loading = true;
  const clients = steps.map(async (step, client) => {
    while (loading) {
      const failure = await step().then(firstError, (error: Error) => ({
        code: null,
        reason: String(error),
      }));
      if (failure !== undefined) failures.push({ at: Date.now(), ...failure });
      inARow[client] = failure === undefined ? (inARow[client] as number) + 1 : 0;
      await pause(thinkMs);
    }
  });
  return {
    failures,
    gifts,
    calm: async (answers) => {
      inARow.fill(0);
      while (inARow.some((good) => good < answers)) await pause(thinkMs);
    },
    stop: async () => {
      loading = false;
      await Promise.all(clients);
      await balanced.close();
    },
  };
}
