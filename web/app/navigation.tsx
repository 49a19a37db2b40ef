import { Link } from '@tanstack/react-router';
import { useViewer } from '../kit/viewer.js';
import { useWords, words } from '../kit/words.js';

const texts = words(
  {
    label: '主导航',
    overview: '总览',
    incubation: '孵化',
    funds: '资金',
    portal: '合作伙伴',
    explore: '关系探索',
  },
  {
    label: 'Main',
    overview: 'Overview',
    incubation: 'Incubation',
    funds: 'Funds',
    portal: 'Partner portal',
    explore: 'Explorer',
  },
);

/** Where one can go; what a role cannot use is left out, and says so to who opens it by its address. */
export function Navigation() {
  const { label, overview, incubation, funds, portal, explore } = useWords(texts);
  const viewer = useViewer();
  return (
    <nav aria-label={label}>
      <Link to="/">{overview}</Link>
      <Link to="/incubation">{incubation}</Link>
      <Link to="/funds">{funds}</Link>
      {viewer.is('partner', 'organization', 'finance', 'admin') && <Link to="/portal">{portal}</Link>}
      {viewer.is('analyst', 'admin') && <Link to="/explore">{explore}</Link>}
    </nav>
  );
}
