import { Button } from 'antd';
import { resourceLinkStatuses } from '../../kit/codes.js';
import { amount, time } from '../../kit/format.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { useLabels, useLanguage, useWords, words } from '../../kit/words.js';
import { useValidity } from '../common/validity.js';
import { csvOf, saveAs } from '../../kit/files.js';
import { type Link, type LinkOwner, useLinks } from './use-links.js';

const texts = words(
  {
    title: '使用情况',
    definition: '每次对接的时间、对象与数量；可以下载或打印成使用情况证明。',
    none: '还没有人使用。资源发布并对接后，这里会列出每一次。',
    download: '下载 CSV（Excel 可直接打开）',
    print: '打印证明',
    fileName: '使用情况',
    partial: (shown: number, total: number): string => `只列出最早的 ${shown} 项，共 ${total} 项。`,
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
    partial: (shown: number, total: number): string => `The oldest ${shown} of ${total} are shown.`,
    statement: (name: string, at: string): string => `${name}: statement of use (${at})`,
    columns: ['Resource', 'Partner', 'Organization', 'Quantity', 'Unit', 'Status', 'Period', 'Last change'],
  },
);
/** Longer ones belong into an export. */
const most = 100;

/** What became of a partner's resources, or what an organization was given. */
export function Usage({ owner }: { owner: LinkOwner }) {
  const all = useWords(texts);
  const language = useLanguage();
  const { answer, links, name } = useLinks(owner, { status: null, first: most });
  const nodes = links?.nodes ?? [];
  const rowOf = useRow();
  const columns = all.columns;
  return (
    <div className="portal-stack">
      <Notice answer={answer} />
      <Panel
        title={all.title}
        definition={all.definition}
        from={['partners', 'organizations']}
        answer={answer}
        height={320}
        extra={
          nodes.length > 0 && (
            <span className="portal-foot">
              <Button
                onClick={async () =>
                  saveAs(`${all.fileName}.csv`, await csvOf([columns, ...nodes.map(rowOf)]))
                }
              >
                {all.download}
              </Button>
              <Button onClick={() => window.print()}>{all.print}</Button>
            </span>
          )
        }
      >
        {nodes.length === 0 ? (
          <p className="empty">{all.none}</p>
        ) : (
          <>
            <h2 className="portal-print">
              {all.statement(name ?? '', time(new Date().toISOString(), language))}
            </h2>
            <UsageTable columns={columns} rows={nodes.map(rowOf)} label={all.title} />
          </>
        )}
        {links !== undefined && links.totalCount > nodes.length && (
          <p className="quiet">{all.partial(nodes.length, links.totalCount)}</p>
        )}
      </Panel>
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

interface UsageTableProps {
  label: string;
  columns: readonly string[];
  rows: readonly string[][];
}

const quantityAt = 3;

function UsageTable({ label, columns, rows }: UsageTableProps) {
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((title, at) => (
              <th key={title} scope="col" className={at === quantityAt ? 'number' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at} className={at === quantityAt ? 'number' : ''}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
