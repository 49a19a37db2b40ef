import { type Asking, lookUp, lookUpAll } from '#shared/directory.js';
import { asStranger } from '../ledger/asking.js';

/** What the books ask about a project. */
export interface ProjectFacts {
  id: string;
  organization: { id: string };
}

const sought = {
  subgraph: 'organizations',
  type: 'Project',
  selection: 'id organization { id }',
} as const;

/** Asks the organizations subgraph; null when there is no such project. */
export const findProject = (asking: Asking, id: string): Promise<ProjectFacts | null> =>
  lookUp(asStranger(asking), { ...sought, id });

/** Asks for several at once. */
export const findProjects = (
  asking: Asking,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ProjectFacts>> => lookUpAll(asStranger(asking), { ...sought, ids });
