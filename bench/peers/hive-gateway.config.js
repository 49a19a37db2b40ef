// Hive Gateway with the Rust planner, as it comes. In front of the hub's own subgraphs it signs its calls, as the hub's README says
// that any router must: INTERNAL_KEY holds the key as id:secret, SUBGRAPH_URLS where each subgraph answers, as JSON.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { defineConfig } from '@graphql-hive/gateway';

const [id, secret] = (process.env.INTERNAL_KEY ?? '').split(':');
const names = Object.entries(JSON.parse(process.env.SUBGRAPH_URLS ?? '{}')).map(([name, url]) => [url, name]);
const nameOf = new Map(names);
const sha256 = (text) => createHash('sha256').update(text).digest('base64url');
const keys = new Map(
  [...nameOf.values()].map((name) => [
    name,
    createHmac('sha256', secret ?? '')
      .update(`hub call to ${name}`)
      .digest(),
  ]),
);
const nothing = sha256('');

const signing = {
  onFetch({ url, options, setOptions }) {
    const [time, nonce] = [Date.now(), randomBytes(16).toString('base64url')];
    const signed = ['v1', 'POST', '/graphql', time, nonce, sha256(options.body), nothing, ''].join('\n');
    const mac = createHmac('sha256', keys.get(nameOf.get(url)))
      .update(signed)
      .digest('base64url');
    const signature = `v1;t=${time};n=${nonce};k=${id};s=${mac}`;
    setOptions({ ...options, headers: { ...options.headers, 'x-hub-signature': signature } });
  },
};

export const gatewayConfig = defineConfig({
  landingPage: false,
  graphiql: false,
  plugins: () => (secret === undefined ? [] : [signing]),
});
