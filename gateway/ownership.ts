import { type DocumentNode, type ObjectTypeDefinitionNode, parse } from 'graphql';

/** A subgraph as it is composed. */
export interface Composed {
  sdl: string;
  /** The entities that are its own: others may only name them by key and add fields. */
  owns: readonly string[];
}

interface Entity {
  keys: ReadonlySet<string>;
  fields: ReadonlySet<string>;
}

/**
 * Lists where a subgraph takes what is another's (hostile cases 31, 32): composition alone lets it claim an entity by a key of its own.
 * A field that two subgraphs may resolve is refused too, whether or not composition would share it.
 */
export function ownershipMistakes(subgraphs: ReadonlyMap<string, Composed>): string[] {
  const owners = new Map<string, { name: string; entity: Entity }>();
  const mistakes: string[] = [];
  const entities = new Map([...subgraphs].map(([name, { sdl }]) => [name, entitiesOf(parse(sdl))]));
  for (const [name, { owns }] of subgraphs) {
    for (const type of owns) {
      const entity = entities.get(name)?.get(type);
      const other = owners.get(type)?.name;
      if (entity === undefined) mistakes.push(`${name} owns ${type}, but defines no entity of that name`);
      else if (other !== undefined) mistakes.push(`${type} is owned by ${other} and by ${name}`);
      else owners.set(type, { name, entity });
    }
  }
  for (const [name, own] of entities) {
    for (const [type, entity] of own) {
      if (subgraphs.get(name)?.owns.includes(type)) continue;
      const owner = owners.get(type);
      if (owner === undefined) mistakes.push(`${name} defines the entity ${type}, which nobody owns`);
      else mistakes.push(...claims(name, type, entity, owner));
    }
  }
  return mistakes;
}

function claims(
  name: string,
  type: string,
  entity: Entity,
  owner: { name: string; entity: Entity },
): string[] {
  const keys = [...entity.keys].filter((key) => !owner.entity.keys.has(key));
  const words = new Set([...owner.entity.keys].flatMap((key) => key.split(/\W+/)));
  const fields = [...entity.fields].filter((field) => owner.entity.fields.has(field) && !words.has(field));
  return [
    ...keys.map((key) => `${name} claims ${type} by the key "${key}", which ${owner.name} does not give it`),
    ...fields.map((field) => `${name} defines ${type}.${field}, which is ${owner.name}’s`),
  ];
}

function entitiesOf({ definitions }: DocumentNode): Map<string, Entity> {
  const types = definitions.filter(
    (node): node is ObjectTypeDefinitionNode =>
      (node.kind === 'ObjectTypeDefinition' || (node.kind as string) === 'ObjectTypeExtension') &&
      keysOf(node as ObjectTypeDefinitionNode).length > 0,
  );
  return new Map(
    types.map((node) => [
      node.name.value,
      {
        keys: new Set(keysOf(node)),
        fields: new Set(
          (node.fields ?? [])
            .filter(({ directives = [] }) => !directives.some(({ name }) => name.value === 'external'))
            .map(({ name }) => name.value),
        ),
      },
    ]),
  );
}

function keysOf({ directives = [] }: ObjectTypeDefinitionNode): string[] {
  return directives
    .filter(({ name }) => name.value === 'key')
    .flatMap((key) => key.arguments?.find(({ name }) => name.value === 'fields')?.value ?? [])
    .map((value) => (value.kind === 'StringValue' ? value.value.trim().replace(/\s+/g, ' ') : ''));
}
