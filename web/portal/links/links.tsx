import { useState } from 'react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { resourceLinkStatuses } from '../../kit/codes.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { Pager } from '../common/pager.js';
import type { LinkStatus } from '../search.js';
import { LinkCard } from './link-card.js';
import { MoveDialog } from './move-dialog.js';
import { type LinkOwner, useLinks } from './use-links.js';

const texts = words(
  {
    title: '待办对接',
    definition: '“待回应”的要答复，“已接受”的要开始，“进行中”的结束后记为完成。',
    status: '显示哪些状态',
    none: '没有这些状态的对接。',
    advice: '资源发布后，部门或机构提出对接时会出现在这里。',
  },
  {
    title: 'Links to answer',
    definition: 'Proposals wait for an answer, accepted ones for their begin, active ones for their end.',
    status: 'Which are shown',
    none: 'No links of these kinds.',
    advice: 'Once a resource is published, what is proposed of it appears here.',
  },
);
const route = getRouteApi('/portal');
const open: LinkStatus[] = ['PROPOSED', 'ACCEPTED', 'ACTIVE'];

/** Links that wait for a step, with the steps that they allow. */
export function Links({ owner }: { owner: LinkOwner }) {
  const all = useWords(texts);
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/portal' });
  const { answer, links } = useLinks(owner, { status: search.link ?? open, after: search.after });
  const [step, setStep] = useState<{ id: string; to: LinkStatus } | null>(null);
  const nodes = links?.nodes ?? [];
  const moved = nodes.find(({ id }) => id === step?.id);
  return (
    <div className="portal-stack">
      <Notice answer={answer} />
      <Panel title={all.title} definition={all.definition} from={['partners']} answer={answer} height={320}>
        <StatusFilter shown={search.link ?? open} />
        {links?.totalCount === 0 && (
          <p className="empty">
            {all.none} {all.advice}
          </p>
        )}
        <div className="portal-cards">
          {nodes.map((link) => (
            <LinkCard key={link.id} link={link} owner={owner} onStep={(to) => setStep({ id: link.id, to })} />
          ))}
        </div>
        <Pager
          total={links?.totalCount ?? 0}
          after={search.after}
          next={links?.pageInfo.hasNextPage === true ? links.pageInfo.endCursor : null}
          go={(after) => void navigate({ to: '/portal', search: (kept) => ({ ...kept, after }) })}
        />
      </Panel>
      {step !== null && moved !== undefined && (
        <MoveDialog link={moved} to={step.to} onClose={() => setStep(null)} onRefresh={answer.refresh} />
      )}
    </div>
  );
}

function StatusFilter({ shown }: { shown: LinkStatus[] }) {
  const { status } = useWords(texts);
  const label = useLabels(resourceLinkStatuses);
  const navigate = useNavigate({ from: '/portal' });
  return (
    <div className="portal-ticks" role="group" aria-label={status}>
      <Checkbox.Group<LinkStatus>
        value={shown}
        options={(Object.keys(resourceLinkStatuses) as LinkStatus[]).map((value) => ({
          value,
          label: label(value),
        }))}
        onChange={(link) =>
          void navigate({
            to: '/portal',
            search: (kept) => ({ ...kept, link: link.length === 0 ? undefined : link, after: undefined }),
          })
        }
      />
    </div>
  );
}
