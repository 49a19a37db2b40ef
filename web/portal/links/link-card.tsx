import { Button } from 'antd';
import { resourceCategories, resourceLinkStatuses } from '../../kit/codes.js';
import { amount } from '../../kit/format.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { useValidity } from '../common/validity.js';
import type { LinkStatus } from '../search.js';
import { History } from './history.js';
import { stepTexts } from './steps.js';
import type { Link, LinkOwner } from './use-links.js';

const texts = words(
  {
    of: (quantity: string, remaining: string): string => `数量 ${quantity}，资源剩余 ${remaining}`,
    organization: (name: string): string => `对接机构：${name}`,
    partner: (name: string): string => `提供方：${name}`,
    project: '用于项目',
    by: { PARTNER: '由合作伙伴提出', DEPARTMENT: '由社会工作部门提出' },
    wait: '由您提出的对接，要等机构或部门答复。',
    history: '经过',
  },
  {
    of: (quantity: string, remaining: string): string => `${quantity}; ${remaining} of the resource left`,
    organization: (name: string): string => `Organization: ${name}`,
    partner: (name: string): string => `Partner: ${name}`,
    project: 'For',
    by: { PARTNER: 'Proposed by the partner', DEPARTMENT: 'Proposed by the department' },
    wait: 'You proposed it: the organization or the department answers.',
    history: 'History',
  },
);
const tones = {
  PROPOSED: 'warn',
  ACCEPTED: 'good',
  ACTIVE: 'good',
  FULFILLED: 'neutral',
  DECLINED: 'bad',
  CANCELLED: 'bad',
} as const;
/** An answer is not for who proposed. */
const answers: readonly LinkStatus[] = ['ACCEPTED', 'DECLINED'];

interface LinkCardProps {
  link: Link;
  owner: LinkOwner;
  /** Takes a step; left out where none is to be taken. */
  onStep?: (to: LinkStatus) => void;
}

/** A link with what it is about, its history and the steps that its owner may take. */
export function LinkCard({ link, owner, onStep }: LinkCardProps) {
  const all = useWords(texts);
  const status = useLabels(resourceLinkStatuses);
  const category = useLabels(resourceCategories);
  const validity = useValidity();
  const { resource, organization, partner, project } = link;
  const isOwn = link.proposedBy === 'PARTNER' && owner.kind === 'partner' && link.status === 'PROPOSED';
  const steps = link.allowedTransitions.filter((to) => !(isOwn && answers.includes(to)));
  return (
    <article className="portal-card" aria-label={`${resource.title} ${organization?.name ?? ''}`}>
      <header>
        <h3>{resource.title}</h3>
        <span className="quiet">{category(resource.category)}</span>
        <span className={`portal-badge ${tones[link.status]}`}>{status(link.status)}</span>
      </header>
      {owner.kind === 'partner' ? (
        <p>
          {all.organization(organization?.name ?? link.id)}
          {organization?.area?.name !== undefined && `（${organization.area.name}）`}
        </p>
      ) : (
        <p>{all.partner(partner.name)}</p>
      )}
      <p>
        {all.of(
          `${amount(link.quantity)} ${resource.unit}`,
          `${amount(resource.remaining)} ${resource.unit}`,
        )}
      </p>
      <p className="quiet">
        {validity(link.startsOn, link.endsOn)} · {all.by[link.proposedBy]}
        {project?.name !== undefined && ` · ${all.project} ${project.name}`}
      </p>
      <details>
        <summary>{all.history}</summary>
        <History events={link.events} />
      </details>
      {onStep !== undefined && (
        <div className="steps">
          {isOwn && <span className="quiet">{all.wait}</span>}
          {steps.map((to) => (
            <Step key={to} to={to} onStep={() => onStep(to)} />
          ))}
        </div>
      )}
    </article>
  );
}

function Step({ to, onStep }: { to: LinkStatus; onStep(): void }) {
  const name = useWords(stepTexts)[to];
  const isBad = to === 'DECLINED' || to === 'CANCELLED';
  return (
    <Button danger={isBad} onClick={onStep}>
      {name}
    </Button>
  );
}
