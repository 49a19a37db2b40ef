import { buildASTSchema, type GraphQLSchema, parse, print } from 'graphql';
import { allNullable } from '../answer/nullable.js';
import { apiSchemaOf } from './api-schema.js';

/** A supergraph, read for an engine. */
export interface Supergraph {
  /** What clients see. */
  apiSchema: GraphQLSchema;
  /** What an engine plans with and shapes answers by: every field may be null. */
  sdl: string;
  schema: GraphQLSchema;
}

/** Reads a composed schema; throws a GraphQLError for a text that is none. */
export function readSupergraphSdl(supergraphSdl: string): Supergraph {
  const composed = parse(supergraphSdl);
  const relaxed = allNullable(composed);
  return {
    apiSchema: apiSchemaOf(composed),
    sdl: print(relaxed),
    schema: buildASTSchema(relaxed, trusted),
  };
}

/** Composition has validated it. */
const trusted = { assumeValid: true, assumeValidSDL: true };
