import { type Asking, lookUp } from '#shared/directory.js';
import { asStranger } from '../ledger/asking.js';

/** What the books ask about a project. */
export interface ProjectFacts {
  id: string;
  organization: { id: string };
}

/** Asks the organizations subgraph; null when there is no such project. */
export function findProject(asking: Asking, id: string): Promise<ProjectFacts | null> {
  return lookUp(asStranger(asking), {
    subgraph: 'organizations',
    type: 'Project',
    id,
    selection: 'id organization { id }',
  });
}
