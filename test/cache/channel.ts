// A hub that cannot hear of writes uses nothing that it has kept.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FollowedVersions } from '#shared/data-version/followed-versions.js';
import { readVersion, versionText } from '#shared/data-version/version.js';
import { internalHeaders } from '#shared/internal-calls.js';
import { createLog } from '#shared/log.js';
import { internalKey, serveSubgraphs, signedCall } from '../kit/calls.js';
import { withClient } from '../kit/database.js';
import { eventually } from '../kit/eventually.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { cacheCounts } from '../kit/proof.js';

describe('In the process of the subgraphs', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ topology: 'embedded', engine: 'hive' });
  });
  afterAll(() => hub?.stop());

  const query = '{ partners { totalCount } }';
  const ask = async () => {
    const before = await cacheCounts(hub.url);
    await hub.expectData(query);
    const after = await cacheCounts(hub.url);
    return Object.keys(after).find((result) => after[result] !== before[result]);
  };

  test('who lost the database’s word makes every answer anew, until it is back', async () => {
    await eventually(async () => (await ask()) === 'hit');
    await withClient(hub.database.address, async (client) => {
      const name = hub.database.address.database;
      await client.query(`revoke connect on database ${name} from public`);
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'hub versions partners'`,
      );
      await eventually(async () => (await ask()) === 'unknown');
      for (let times = 0; times < 5; times += 1) expect(await ask()).toBe('unknown');
      await client.query(`grant connect on database ${name} to public`);
    });
    await eventually(async () => (await ask()) === 'hit');
  });
});

describe('Over HTTP', () => {
  const key = internalKey('versions');
  const version = (writes: number, era = '1.5') => versionText({ era, writes, day: '2026-11-26' });

  /** A process that tells what it is told to. */
  async function teller() {
    const streams = new Set<ServerResponse>();
    let now: string | null = version(1);
    let isAway = false;
    const server = createServer((request, response) => {
      if (isAway) return void response.socket?.destroy();
      const line = () => `${JSON.stringify({ version: now, age: 0 })}\n`;
      if (request.url === '/version') return void response.end(line());
      streams.add(response);
      response.once('close', () => streams.delete(response));
      response.write(line());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
      tell: (next: string | null) => {
        now = next;
        for (const stream of streams) stream.write(`${JSON.stringify({ version: now, age: 0 })}\n`);
      },
      change: (next: string) => {
        now = next;
      },
      isHeard: () => streams.size > 0,
      goAway: () => {
        isAway = true;
        for (const stream of streams) stream.destroy();
      },
      stop: () => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      },
    };
  }

  const followed = (urls: string[]) =>
    new FollowedVersions({
      subgraph: 'partners',
      urls,
      headers: internalHeaders([key]),
      log: createLog('silent'),
    });

  test('a stream that falls silent, or breaks, is one that tells nothing', async () => {
    const [one, other] = [await teller(), await teller()];
    const versions = followed([one.url, other.url]);
    try {
      await eventually(() => versions.known()?.version === version(1));
      // It is not closed: nothing comes.
      await eventually(() => versions.known() === null);
      await eventually(() => {
        other.tell(version(2));
        return versions.known()?.version === version(2);
      });
      other.goAway();
      one.goAway();
      await eventually(() => versions.known() === null);
    } finally {
      await versions.close();
      await Promise.all([one.stop(), other.stop()]);
    }
  });

  test('what was heard is not taken back by who knows less, nor by a server that another has replaced', async () => {
    const process = await teller();
    const versions = followed([process.url]);
    try {
      await eventually(() => versions.known()?.version === version(1));
      versions.heard(version(5));
      expect(versions.known()?.version).toBe(version(5));
      process.tell(version(4));
      process.tell(version(3));
      await eventually(() => process.isHeard());
      expect(await versions.check()).toBe(true);
      expect(versions.known()?.version).toBe(version(5));
      versions.heard(version(1, '2.5'));
      expect(versions.known()).toBeNull();
      process.tell(version(9));
      await versions.check();
      expect(versions.known()).toBeNull();
      process.change(version(2, '2.5'));
      await versions.check();
      expect(versions.known()?.version).toBe(version(2, '2.5'));
      // A write whose version nobody told: the database is asked before anybody is believed.
      process.change(version(3, '2.5'));
      versions.heard(undefined);
      expect(versions.known()).toBeNull();
      process.tell(version(3, '2.5'));
      await eventually(() => versions.known()?.version === version(3, '2.5'));
    } finally {
      await versions.close();
      await process.stop();
    }
  });

  test('a subgraph tells its version to who signs, and at once after each write', async () => {
    const subgraphs = await serveSubgraphs([key]);
    const url = subgraphs.urlOf('partners');
    const versions = followed([`${url}/graphql`]);
    try {
      for (const path of ['/version', '/versions']) {
        const call = await signedCall(key, 'partners', '');
        expect((await fetch(`${url}${path}`)).status).toBe(401);
        expect((await fetch(`${url}${path}`, { headers: call.headers })).status).toBe(401);
      }
      const before = await eventually(() => versions.known()?.version ?? null);
      await withClient(subgraphs.database.address, (client) =>
        client.query(
          `select partners.append_audit('[{"entity": "Partner", "entityId": "x", "changes": {}}]', 'who', '{admin}', 'by hand', null)`,
        ),
      );
      const after = await eventually(() => {
        const known = versions.known()?.version ?? before;
        return known !== before && known;
      });
      expect(readVersion(after)?.writes).toBe((readVersion(before)?.writes ?? 0) + 1);
    } finally {
      await versions.close();
      await subgraphs.stop();
    }
  });
});
