import pg from 'pg';
import { workerData } from 'piscina';
import { driverConfig } from '#shared/database/connection.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import { Graphs } from './graphs.js';
import type { FoundBy, GraphAnswer, GraphQuestion } from './protocol.js';

/** What the thread is started with. */
export interface GraphThreadData {
  address: DatabaseAddress;
  /** Of each statement, in milliseconds. */
  statementMs: number;
  /** More are not held. */
  tiesMax: number;
}

const { address, statementMs, tiesMax } = workerData as GraphThreadData;
const graphs = new Graphs(tiesMax);
let client: pg.Client | null = null;

/** Answers one question; a fault of the database is told, and the next question connects anew. */
export async function answer(question: GraphQuestion): Promise<GraphAnswer<FoundBy[GraphQuestion['ask']]>> {
  try {
    client ??= await connect();
    return await graphs.answer(client, question);
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    await client?.end().catch(() => undefined);
    client = null;
    return { failed: { message, ...(code === undefined ? {} : { code }) } };
  }
}

async function connect(): Promise<pg.Client> {
  const config = driverConfig(address, 'hub partners network');
  // What the audit log says has changed is for administrators; this thread reads which rows, and nothing of what they say.
  const options = `${config.options} -c hub.roles=admin -c statement_timeout=${statementMs}`;
  const connected = new pg.Client({ ...config, options });
  connected.on('error', () => {
    if (client === connected) client = null;
  });
  await connected.connect();
  return connected;
}
