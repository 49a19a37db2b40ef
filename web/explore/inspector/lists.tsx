import { resourceCategories, resourceLinkStatuses } from '../../kit/codes.js';
import { lastDay, percent } from '../../kit/format.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import type { ResourceCategory, ResourceLinkStatus } from '../../operations.js';
import { NodeLink } from '../findings/finding.js';
import type { Address } from '../use-address.js';

const texts = words(
  {
    links: (count: number): string => `资源对接（${count}）`,
    noLinks: '还没有资源对接。',
    rest: (count: number): string => `另有 ${count} 条未列出。`,
    suggestions: '推荐的资源',
    noSuggestions: '目前没有合适的资源。',
    agreements: (count: number): string => `合作协议（${count}）`,
    wholeCity: '全市',
    until: (day: string): string => `至 ${day}`,
    from: (day: string): string => `${day} 起`,
    open: '期限不限',
    score: (share: string): string => `适合度 ${share}`,
  },
  {
    links: (count: number): string => `Resource links (${count})`,
    noLinks: 'No resource links yet.',
    rest: (count: number): string => `${count} more are not listed.`,
    suggestions: 'Suggested resources',
    noSuggestions: 'Nothing suits at the moment.',
    agreements: (count: number): string => `Agreements (${count})`,
    wholeCity: 'The whole city',
    until: (day: string): string => `until ${day}`,
    from: (day: string): string => `from ${day}`,
    open: 'open-ended',
    score: (share: string): string => `suits ${share}`,
  },
);

/** Writes a half-open period by its first and its last day. */
function usePeriod(): (from: string | null, to: string | null) => string {
  const { until, from: since, open } = useWords(texts);
  return (from, to) => {
    if (from !== null && to !== null) return `${from} – ${lastDay(to)}`;
    if (from !== null) return since(from);
    return to === null ? open : until(lastDay(to));
  };
}

interface LinksProps {
  links: readonly {
    readonly id: string;
    readonly status: ResourceLinkStatus;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly resource: { readonly title: string; readonly category: ResourceCategory };
    /** Who is on the other side. */
    readonly other: { readonly id: string; readonly name: string | null };
  }[];
  total: number;
  address: Address;
}

/** What is given, by whom or to whom, and when. */
export function Links({ links, total, address }: LinksProps) {
  const text = useWords(texts);
  const period = usePeriod();
  const category = useLabels(resourceCategories);
  const status = useLabels(resourceLinkStatuses);
  return (
    <section aria-label={text.links(total)}>
      <h3>{text.links(total)}</h3>
      {links.length === 0 && <p className="quiet">{text.noLinks}</p>}
      <ul className="explore-list">
        {links.map((link) => (
          <li key={link.id}>
            <NodeLink id={link.other.id} name={link.other.name} address={address} />
            <div>{link.resource.title}</div>
            <div className="quiet">
              {category(link.resource.category)} · {status(link.status)} ·{' '}
              {period(link.startsOn, link.endsOn)}
            </div>
          </li>
        ))}
      </ul>
      {total > links.length && <p className="quiet">{text.rest(total - links.length)}</p>}
    </section>
  );
}

interface AgreementsProps {
  agreements: readonly {
    readonly id: string;
    readonly title: string;
    readonly validFrom: string | null;
    readonly validTo: string | null;
    readonly organization: { readonly id: string; readonly name: string | null } | null;
  }[];
  address: Address;
}

/** What a partner has agreed, with whom and for how long. */
export function Agreements({ agreements, address }: AgreementsProps) {
  const text = useWords(texts);
  const period = usePeriod();
  if (agreements.length === 0) return null;
  return (
    <section aria-label={text.agreements(agreements.length)}>
      <h3>{text.agreements(agreements.length)}</h3>
      <ul className="explore-list">
        {agreements.map(({ id, title, validFrom, validTo, organization }) => (
          <li key={id}>
            <div>{title}</div>
            {organization === null ? (
              <span className="quiet">{text.wholeCity}</span>
            ) : (
              <NodeLink id={organization.id} name={organization.name} address={address} />
            )}
            <div className="quiet">{period(validFrom, validTo)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SuggestionsProps {
  suggestions: readonly {
    readonly score: number;
    readonly reasons: readonly string[];
    readonly resource: {
      readonly id: string;
      readonly title: string;
      readonly category: ResourceCategory;
      readonly partner: { readonly id: string; readonly name: string };
    };
  }[];
  address: Address;
}

/** What would suit an organization, and why; reasons are the hub's, in Chinese. */
export function Suggestions({ suggestions, address }: SuggestionsProps) {
  const text = useWords(texts);
  const category = useLabels(resourceCategories);
  return (
    <section aria-label={text.suggestions}>
      <h3>{text.suggestions}</h3>
      {suggestions.length === 0 && <p className="quiet">{text.noSuggestions}</p>}
      <ul className="explore-list">
        {suggestions.map(({ score, reasons, resource }) => (
          <li key={resource.id}>
            <div>
              {resource.title} <span className="quiet">{text.score(percent(score))}</span>
            </div>
            <NodeLink id={resource.partner.id} name={resource.partner.name} address={address} />{' '}
            <span className="quiet">{category(resource.category)}</span>
            <ul className="explore-reasons" lang="zh-CN">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
