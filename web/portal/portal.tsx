import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useViewer } from '../kit/viewer.js';
import { useWords, words } from '../kit/words.js';
import { Gate } from './common/gate.js';
import { PartnerChoice } from './profile/partner-choice.js';
import { Profile } from './profile/profile.js';
import { Links } from './links/links.js';
import { type LinkOwner } from './links/use-links.js';
import { Suggestions } from './links/suggestions.js';
import { Usage } from './links/usage.js';
import { Resources } from './resources/resources.js';
import type { PortalTab } from './search.js';
import './portal.css';

const texts = words(
  {
    title: '合作伙伴门户',
    imports: '批量导入',
    register: '登记资源',
    resources: '我的资源',
    links: '待办对接',
    usage: '使用情况',
    suggestions: '推荐资源',
    profile: '单位资料',
    finance: '您的角色可以批量导入捐赠。',
    choose: '请先选择一个合作伙伴，这里会列出它的资源、对接和使用情况。',
    unbound: '您的账号没有关联合作伙伴或机构，请联系管理员。',
  },
  {
    title: 'Partner portal',
    imports: 'Bulk import',
    register: 'Register a resource',
    resources: 'Resources',
    links: 'Links to answer',
    usage: 'Usage',
    suggestions: 'Suggestions',
    profile: 'Profile',
    finance: 'Your role can import donations.',
    choose: 'Choose a partner first: its resources, links and usage will stand here.',
    unbound: 'Your account belongs to no partner or organization. Please ask an administrator.',
  },
);
const route = getRouteApi('/portal');

/** What a partner offers, who uses it, and what an organization is offered. */
export function PortalPage() {
  return (
    <Gate roles={['partner', 'organization', 'finance', 'admin']}>
      <Portal />
    </Gate>
  );
}

/** Whose portal it is: one's own partner or organization, or for an administrator a chosen partner. */
function useOwner(): LinkOwner | null {
  const viewer = useViewer();
  const { partner } = route.useSearch();
  if (viewer.is('admin')) return partner === undefined ? null : { kind: 'partner', id: partner };
  if (viewer.partnerId !== null) return { kind: 'partner', id: viewer.partnerId };
  return viewer.organizationId === null ? null : { kind: 'organization', id: viewer.organizationId };
}

function Portal() {
  const all = useWords(texts);
  const viewer = useViewer();
  const owner = useOwner();
  const { partner } = route.useSearch();
  return (
    <>
      <div className="page-head">
        <h1>{all.title}</h1>
        {viewer.is('admin') && <PartnerChoice />}
        <div className="portal-actions">
          {owner?.kind === 'partner' && (
            <Link to="/portal/resources/new" search={{ partner }} className="portal-button primary">
              {all.register}
            </Link>
          )}
          {viewer.is('partner', 'finance', 'admin') && (
            <Link to="/portal/imports" className="portal-button">
              {all.imports}
            </Link>
          )}
        </div>
      </div>
      {owner === null ? <NoOwner /> : <PortalTabs key={owner.id} owner={owner} />}
    </>
  );
}

function NoOwner() {
  const { choose, finance, unbound } = useWords(texts);
  const viewer = useViewer();
  if (viewer.is('admin')) return <p className="panel empty">{choose}</p>;
  return <p className="panel empty">{viewer.is('finance') ? finance : unbound}</p>;
}

function PortalTabs({ owner }: { owner: LinkOwner }) {
  const all = useWords(texts);
  const navigate = useNavigate();
  const { tab } = route.useSearch();
  const tabs: PortalTab[] =
    owner.kind === 'partner' ? ['resources', 'links', 'usage', 'profile'] : ['links', 'suggestions', 'usage'];
  const shown = tab !== undefined && tabs.includes(tab) ? tab : (tabs[0] ?? 'links');
  return (
    <Tabs
      activeKey={shown}
      destroyOnHidden
      onChange={(next) =>
        void navigate({
          to: '/portal',
          search: ({ partner }) => ({ partner, tab: next as PortalTab }),
        })
      }
      items={tabs.map((key) => ({
        key,
        label: all[key],
        children: <TabContent tab={key} owner={owner} />,
      }))}
    />
  );
}

function TabContent({ tab, owner }: { tab: PortalTab; owner: LinkOwner }) {
  switch (tab) {
    case 'resources':
      return <Resources partner={owner.id} />;
    case 'links':
      return <Links owner={owner} />;
    case 'usage':
      return <Usage owner={owner} />;
    case 'suggestions':
      return <Suggestions organization={owner.id} />;
    case 'profile':
      return <Profile partner={owner.id} />;
  }
}
