/** SQL that lets a subgraph's hub role read how far its audit log goes: the version of its data (shared/data-version). */
export const dataVersionStatements = (schema: string): string[] => [
  `grant select (chain, position) on ${schema}.audit_chain to hub_${schema}`,
];
