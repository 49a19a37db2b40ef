import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { currentSchemas } from './schemas.js';

/** `npm run schema`: writes the checked-in SDL of every subgraph, the supergraph and the manifest of trusted documents anew. */
for (const [file, text] of Object.entries(await currentSchemas())) {
  writeFileSync(file, text);
  console.log(file);
}
