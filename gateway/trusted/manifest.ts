import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { StartError } from '#shared/start-error.js';

/** Documents by the SHA-256 (hexadecimal) of their text: the form of Relay and of GraphQL Code Generator. */
export type Manifest = Readonly<Record<string, string>>;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** What a document is asked by: `sha256:` and the hash of its text. */
export const documentIdOf = (text: string) => `sha256:${hashOf(text)}`;

/** Makes the manifest of all `.graphql` files in a folder and the folders in it. */
export function manifestOf(folder: string): Manifest {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return Object.fromEntries(texts.map((text) => [hashOf(text), text]).sort());
}

/** Reads a manifest file; whoever changed a document in it without its hash is told. */
export function readManifest(file: string): Manifest {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const [wrong] = Object.entries(manifest).find(([hash, text]) => hashOf(text) !== hash) ?? [];
  if (wrong !== undefined) throw new StartError(`${file}: the document ${wrong} has another SHA-256.`);
  return manifest;
}

/** Yields the name of a document's one operation; throws a StartError for a document that has not exactly one with a name. */
export function operationNameOf(text: string): string {
  const [operation, ...more] = operationsIn(text);
  const name = operation?.name?.value;
  if (name === undefined || more.length > 0)
    throw new StartError(
      `A trusted document holds exactly one operation, with a name; this does not: ${text.slice(0, 80)}`,
    );
  return name;
}

function operationsIn(text: string): OperationDefinitionNode[] {
  try {
    return parse(text).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  } catch (error) {
    throw new StartError(
      `A trusted document is no GraphQL (${(error as Error).message}): ${text.slice(0, 80)}`,
    );
  }
}
