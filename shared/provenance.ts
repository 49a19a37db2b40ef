import { registerEnumType } from 'type-graphql';

/** Where a row came from; the enum is the same in every subgraph. */
export enum Provenance {
  PUBLISHED = 'PUBLISHED',
  REGISTERED = 'REGISTERED',
  IMPORTED = 'IMPORTED',
  SYNTHETIC = 'SYNTHETIC',
}
registerEnumType(Provenance, {
  name: 'Provenance',
  description: 'Where a record came from.',
  valuesConfig: {
    PUBLISHED: { description: 'Stated by a public source, named in `source`.' },
    REGISTERED: { description: 'Entered through the hub.' },
    IMPORTED: { description: 'Read from a file.' },
    SYNTHETIC: { description: 'Derived by a documented rule for demonstration; not a fact.' },
  },
});
