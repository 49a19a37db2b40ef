import { Link } from '@tanstack/react-router';
import { useWords, words } from '../../kit/words.js';

const texts = words({ portal: '合作伙伴门户' }, { portal: 'Partner portal' });

/** The title of a page of the portal, with the way back. */
export function PortalHead({
  title,
  to = '/portal',
  back,
}: {
  title: string;
  to?: '/portal' | '/portal/imports';
  back?: string;
}) {
  const { portal } = useWords(texts);
  return (
    <div className="page-head">
      <Link to={to}>← {back ?? portal}</Link>
      <h1>{title}</h1>
    </div>
  );
}
