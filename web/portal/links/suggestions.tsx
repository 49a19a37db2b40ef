import { useAskNamed } from '../../kit/named.js';
import { resourceCategories } from '../../kit/codes.js';
import { amount } from '../../kit/format.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { OrganizationSuggestions } from '../../operations.js';

const texts = words(
  {
    title: '推荐资源',
    definition: '按共同的伙伴、服务领域、距离和本地需求排序；满分为 1。',
    advice: '要使用其中一项，请联系提供方或社会工作部门提出对接。',
    none: '现在没有可推荐的资源。有新资源发布后再来看看。',
    score: (score: string): string => `匹配度 ${score}`,
    left: (left: string): string => `剩余 ${left}`,
    why: '推荐理由',
  },
  {
    title: 'Suggestions',
    definition: 'By shared partners, domains, distance and local need; 1 is the best.',
    advice: 'To use one, ask its partner or the department to propose a link.',
    none: 'Nothing to suggest at present. Look again when more resources are published.',
    score: (score: string): string => `Match ${score}`,
    left: (left: string): string => `${left} left`,
    why: 'Why',
  },
);

/** Below this a suggestion is hardly more than available. */
const low = 0.3;

/** Resources that would suit an organization, with reasons. */
export function Suggestions({ organization }: { organization: string }) {
  const all = useWords(texts);
  const category = useLabels(resourceCategories);
  const answer = useAskNamed(OrganizationSuggestions, { id: organization });
  const suggestions = answer.data?.organization?.suggestedResources;
  return (
    <div className="portal-stack">
      <Notice answer={answer} />
      <Panel title={all.title} definition={all.definition} from={['partners']} answer={answer} height={320}>
        {suggestions?.length === 0 && <p className="empty">{all.none}</p>}
        <p className="quiet">{all.advice}</p>
        <div className="portal-cards">
          {suggestions?.map(({ score, reasons, resource }) => (
            <article key={resource.id} className="portal-card" aria-label={resource.title}>
              <header>
                <h3>{resource.title}</h3>
                <span className="quiet">{category(resource.category)}</span>
                <span className={`portal-badge ${score < low ? 'neutral' : 'good'}`}>
                  {all.score(score.toFixed(2))}
                </span>
              </header>
              <p>
                {resource.partner.name} · {all.left(`${amount(resource.remaining)} ${resource.unit}`)}
              </p>
              <p className="quiet">{all.why}</p>
              <ul lang="zh-CN">
                {reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </article>
          ))}
        </div>
      </Panel>
    </div>
  );
}
