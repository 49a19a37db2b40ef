import { brands, type DemoBody, incubatees, incubationBase } from '#shared/demo/bodies.js';
import { demoId, demoTime } from '#shared/demo/identity.js';
import { Provenance } from '#shared/provenance.js';
import {
  LinkProposer,
  type LinkEvent,
  type ResourceLink,
  ResourceLinkStatus as S,
} from '../link/resource-link.entity.js';
import { universities } from './institutions.js';

type Row = Omit<
  ResourceLink,
  'createdAt' | 'updatedAt' | 'version' | 'partnerId' | 'category' | 'partnerKind'
>;

/** How a link came to its state. */
const histories: Record<S, S[]> = {
  [S.PROPOSED]: [S.PROPOSED],
  [S.ACCEPTED]: [S.PROPOSED, S.ACCEPTED],
  [S.ACTIVE]: [S.PROPOSED, S.ACCEPTED, S.ACTIVE],
  [S.FULFILLED]: [S.PROPOSED, S.ACCEPTED, S.ACTIVE, S.FULFILLED],
  [S.DECLINED]: [S.PROPOSED, S.DECLINED],
  [S.CANCELLED]: [S.PROPOSED, S.CANCELLED],
};

/** States of the derived links in turn: every state occurs, ACTIVE most often. */
const turns = [
  S.ACTIVE,
  S.ACTIVE,
  S.PROPOSED,
  S.ACTIVE,
  S.ACCEPTED,
  S.FULFILLED,
  S.ACTIVE,
  S.DECLINED,
  S.CANCELLED,
];

/** Links of the facts first, then one derived training link for each incubatee, with their histories. */
export function demoLinks(): { links: Row[]; events: LinkEvent[] } {
  const links = [...published(), ...derived()];
  const events = links.flatMap(({ id, status }) =>
    histories[status].map((to, step, path) => ({
      linkId: id,
      position: step + 1,
      from: path[step - 1] ?? null,
      to,
      at: demoTime(step),
      note: null,
      actor: null,
    })),
  );
  return { links, events };
}

function link(
  offer: string,
  body: DemoBody,
  quantity: string,
  status: S,
  rest: { projectKey?: string; source?: string } = {},
): Row {
  return {
    id: demoId('link', `${offer} ${body.key} ${rest.projectKey ?? ''}`),
    resourceId: demoId('resource', offer),
    organizationId: demoId('organization', body.key),
    areaCode: body.areaCode,
    projectId: rest.projectKey === undefined ? null : demoId('project', rest.projectKey),
    status,
    proposedBy: LinkProposer.DEPARTMENT,
    quantity,
    startsOn: null,
    endsOn: null,
    provenance: Provenance.SYNTHETIC,
    source: rest.source ?? null,
  };
}

/** Stated: the universities train with the base, 活水计划 empowers the brands, two charities design and deliver projects. */
function published(): Row[] {
  const cityBrands = brands.filter(({ key }) => key !== 'neighbour-tea-house');
  return [
    ...universities.map(({ key }) =>
      link(`${key}-training`, incubationBase, '100', S.ACTIVE, { source: 'A' }),
    ),
    ...cityBrands.map(({ key }) =>
      link('living-water', incubationBase, '1', S.ACTIVE, { projectKey: key, source: 'A' }),
    ),
    link('good-design', incubationBase, '1', S.ACTIVE, { source: 'A' }),
    link('daai-design', incubationBase, '1', S.ACTIVE, { source: 'A' }),
  ];
}

function derived(): Row[] {
  return incubatees.map((body, index) => {
    const university = universities[index % universities.length]?.key ?? '';
    return link(`${university}-training`, body, '5', turns[index % turns.length] as S);
  });
}
