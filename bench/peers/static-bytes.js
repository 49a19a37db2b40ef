// The floor of a cached answer: bytes that are ready. STATIC_BYTES holds how many; those of a real answer differ in nothing that counts.
import { createServer } from 'node:http';
import { listen } from './ready.js';

const body = Buffer.from(JSON.stringify({ data: 'x'.repeat(Number(process.env.STATIC_BYTES)) }));
const headers = { 'content-type': 'application/json', 'content-length': body.length };
listen(createServer((_request, response) => response.writeHead(200, headers).end(body)));
