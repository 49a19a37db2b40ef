// The floor: node:http, the three statements, JSON.stringify.
import { createServer } from 'node:http';
import { listen } from './ready.js';
import { firstLinks, organizationsBehind, sumsOfFunds, yuan } from './statements.js';

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const { variables } = JSON.parse(Buffer.concat(chunks).toString());
      const body = JSON.stringify({ data: await page(variables.after) });
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    } catch (error) {
      response.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] }));
    }
  });
});

async function page(after) {
  const organizations = await organizationsBehind(50, after);
  const ids = organizations.map(({ id }) => id);
  const [links, funds] = await Promise.all([firstLinks(ids, 5), sumsOfFunds(ids)]);
  const linksOf = new Map(ids.map((id) => [id, []]));
  for (const row of links)
    linksOf.get(row.organization_id).push({
      resource: { title: row.title },
      partner: { id: row.partner_id, name: row.partner_name },
    });
  const fundsOf = new Map(funds.map((row) => [row.owner_id, row]));
  const nodes = organizations.map(({ id, name }) => {
    const { fen, donations } = fundsOf.get(id) ?? { fen: '0', donations: 0 };
    return {
      id,
      name,
      resourceLinks: { nodes: linksOf.get(id) },
      funds: { raised: { amount: yuan(fen) }, donationCount: donations },
    };
  });
  return { organizations: { nodes } };
}

listen(server);
