import { Alert, Button } from 'antd';
import { Cells } from '../../kit/cells.js';
import { resourceLinkStatuses } from '../../kit/codes.js';
import { amount, count, time } from '../../kit/format.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { useLabels, useLanguage, useWords, words } from '../../kit/words.js';
import { useValidity } from '../common/validity.js';
import { csvOf, saveAs } from '../../kit/files.js';
import type { Link, LinkOwner } from './use-links.js';
import { type KnownUsage, usageMax, useUsage } from './use-usage.js';

const texts = words(
  {
    title: '使用情况',
    definition: '每次对接的时间、对象与数量；可以下载或打印成使用情况证明。',
    none: '还没有人使用。资源发布并对接后，这里会列出每一次。',
    download: '下载 CSV（Excel 可直接打开）',
    print: '打印证明',
    fileName: '使用情况',
    more: (left: string): string => `显示更多（还有 ${left} 条）`,
    reading: '正在读取…',
    failed: '没有读完，请稍后再试。',
    bounded: (most: string, total: string): string =>
      `下载和打印只含最早的 ${most} 项，共 ${total} 项；全部数据请管理员或分析员从导出下载。`,
    statement: (name: string, at: string): string => `${name} 资源使用情况证明（${at}）`,
    columns: ['资源', '提供方', '机构', '数量', '单位', '状态', '起止', '最近变动'],
  },
  {
    title: 'Usage',
    definition: 'When, by whom and how much; to be downloaded or printed as a statement.',
    none: 'Nothing was used yet. Once a resource is published and linked, each use stands here.',
    download: 'Download CSV (opens in Excel)',
    print: 'Print a statement',
    fileName: 'usage',
    more: (left: string): string => `Show more (${left} left)`,
    reading: 'Loading…',
    failed: 'Not all of it could be read. Please try again later.',
    bounded: (most: string, total: string): string =>
      `The download and the statement hold the oldest ${most} of ${total}; an administrator or analyst can export all.`,
    statement: (name: string, at: string): string => `${name}: statement of use (${at})`,
    columns: ['Resource', 'Partner', 'Organization', 'Quantity', 'Unit', 'Status', 'Period', 'Last change'],
  },
);

const quantityAt = 3;
/** Names come first; on a telephone they keep room for themselves, and the table scrolls. */
const classOf = (at: number) => (at === quantityAt ? 'number' : at < quantityAt ? 'portal-text' : '');

/** What became of a partner's resources, or what an organization was given. */
export function Usage({ owner }: { owner: LinkOwner }) {
  const all = useWords(texts);
  const language = useLanguage();
  const usage = useUsage(owner);
  const { answer, links, name } = usage;
  const rowOf = useRow();
  return (
    <div className="portal-stack">
      <Notice answer={answer} />
      <Panel
        title={all.title}
        definition={all.definition}
        from={['partners', 'organizations']}
        answer={answer}
        height={320}
        extra={links.length > 0 && <Takeaways usage={usage} rowOf={rowOf} />}
      >
        <HowWhole usage={usage} />
        {links.length === 0 ? (
          <p className="empty">{all.none}</p>
        ) : (
          <>
            <h2 className="portal-print">
              {all.statement(name ?? '', time(new Date().toISOString(), language))}
            </h2>
            <Cells
              label={all.title}
              columns={all.columns}
              rows={links.map((link) => ({ key: link.id, cells: rowOf(link) }))}
              classOf={classOf}
            />
          </>
        )}
        <More usage={usage} />
      </Panel>
    </div>
  );
}

interface TakeawaysProps {
  usage: KnownUsage;
  rowOf(link: Link): string[];
}

/** Whole, or with a word about what is not in it. */
function Takeaways({ usage: { readAll, isReading, total }, rowOf }: TakeawaysProps) {
  const all = useWords(texts);
  const download = async () => {
    const links = await readAll();
    if (links === null) return;
    const rest = total > links.length ? [[all.bounded(count(links.length), count(total))]] : [];
    saveAs(`${all.fileName}.csv`, await csvOf([all.columns, ...links.map(rowOf), ...rest]));
  };
  const print = async () => {
    if ((await readAll()) !== null) window.print();
  };
  return (
    <span className="portal-foot">
      <Button disabled={isReading} onClick={download}>
        {all.download}
      </Button>
      <Button disabled={isReading} onClick={print}>
        {all.print}
      </Button>
    </span>
  );
}

/** Says near what makes the file and the statement what is not in them, and whether they could be made. */
function HowWhole({ usage: { total, isFailed } }: { usage: KnownUsage }) {
  const all = useWords(texts);
  return (
    <>
      {total > usageMax && <p className="quiet">{all.bounded(count(usageMax), count(total))}</p>}
      {isFailed && <Alert type="error" showIcon title={all.failed} />}
    </>
  );
}

/** Goes on with the table. */
function More({ usage: { links, total, hasMore, isReading, readOn } }: { usage: KnownUsage }) {
  const all = useWords(texts);
  if (!hasMore) return null;
  return (
    <div className="portal-pager">
      <Button size="small" disabled={isReading} onClick={readOn}>
        <span aria-live="polite">{isReading ? all.reading : all.more(count(total - links.length))}</span>
      </Button>
    </div>
  );
}

/** Yields what writes a link as the cells of a row. */
function useRow(): (link: Link) => string[] {
  const status = useLabels(resourceLinkStatuses);
  const validity = useValidity();
  const language = useLanguage();
  return ({ resource, partner, organization, quantity, events, ...link }) => {
    const last = events.at(-1);
    return [
      resource.title,
      partner.name,
      organization?.name ?? '',
      amount(quantity),
      resource.unit,
      status(link.status),
      validity(link.startsOn, link.endsOn),
      last === undefined ? '' : time(last.at, language),
    ];
  };
}
