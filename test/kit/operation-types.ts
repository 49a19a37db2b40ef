import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import {
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  printSchema,
} from 'graphql';
import { documentIdOf, type Manifest } from '#gateway/trusted/manifest.js';

const head = `// Written by \`npm run schema\` from web/operations: what each operation takes and answers, and the id that it is asked by.
import { trusted } from './kit/client.js';
`;

const scalars = { ID: 'string', Decimal: 'string', Date: 'string', DateTime: 'string', AreaCode: 'string' };

/** Writes the TypeScript of the pages' operations. */
export async function operationTypes(schema: GraphQLSchema, manifest: Manifest): Promise<string> {
  const known = Object.values(manifest).map((text) => ({ text, document: parse(text) }));
  const types = await codegen({
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    filename: 'operations.ts',
    documents: known.map(({ document }) => ({ document })),
    config: {},
    plugins: [
      {
        operations: { enumType: 'string-literal', immutableTypes: true, scalars, disableDescriptions: true },
      },
    ],
    pluginMap: { operations },
  });
  const constants = known.map(({ text, document }) => {
    const { name, operation } = document.definitions.find(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode;
    const suffix = operation === OperationTypeNode.QUERY ? 'Query' : 'Mutation';
    const type = `${name?.value}${suffix}`;
    return `export const ${name?.value} = /* @__PURE__ */ trusted<${type}, ${type}Variables>('${documentIdOf(text)}');\n`;
  });
  return head + types + '\n' + constants.sort().join('');
}
