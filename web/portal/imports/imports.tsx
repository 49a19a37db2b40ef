import { useState } from 'react';
import { Radio } from 'antd';
import { importNouns } from '../../kit/codes.js';
import { useViewer } from '../../kit/viewer.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { Gate } from '../common/gate.js';
import { PortalHead } from '../common/head.js';
import { JobList } from './job-list.js';
import { UploadBox } from './upload-box.js';
import type { Noun } from './upload-file.js';
import '../portal.css';
import './imports.css';

type Code = keyof typeof importNouns;

const texts = words(
  {
    title: '批量导入',
    what: '导入什么',
    begin: '① 准备表格',
    template: (noun: string): string => `下载${noun}模板（XLSX）`,
    templateAdvice: '模板带下拉选项、批注和填写说明。已有表格也可以直接上传，下一步再核对各列。',
    upload: '② 上传',
  },
  {
    title: 'Bulk import',
    what: 'What is imported',
    begin: '1. Prepare a table',
    template: (noun: string): string => `Download the template: ${noun} (XLSX)`,
    templateAdvice:
      'It has drop-downs, notes and a sheet that says how. A table of your own will do too: its columns are matched in the next step.',
    upload: '2. Upload',
  },
);

/** Which files a role may send; what is allowed decides the hub. */
function useNouns(): Code[] {
  const viewer = useViewer();
  if (viewer.is('admin')) return ['RESOURCES', 'PARTNERS', 'ORGANIZATIONS', 'DONATIONS'];
  return [
    ...(viewer.is('partner') ? (['RESOURCES'] as const) : []),
    ...(viewer.is('finance') ? (['DONATIONS'] as const) : []),
  ];
}

/** What was imported, and where an import begins. */
export function ImportsPage() {
  const { title } = useWords(texts);
  return (
    <Gate roles={['partner', 'finance', 'admin']}>
      <PortalHead title={title} />
      <div className="portal-stack">
        <Beginning />
        <JobList />
      </div>
    </Gate>
  );
}

function Beginning() {
  const all = useWords(texts);
  const label = useLabels(importNouns);
  const nouns = useNouns();
  const [chosen, setChosen] = useState<Code>(nouns[0] ?? 'RESOURCES');
  const noun = chosen.toLowerCase() as Noun;
  return (
    <section className="panel portal-stack" aria-label={all.begin}>
      {nouns.length > 1 && (
        <Radio.Group
          aria-label={all.what}
          optionType="button"
          value={chosen}
          options={nouns.map((value) => ({ value, label: label(value) }))}
          onChange={({ target }) => setChosen(target.value as Code)}
        />
      )}
      <div className="portal-two">
        <div>
          <h2>{all.begin}</h2>
          <p>
            <a href={`/imports/templates/${noun}.xlsx`} download>
              {all.template(label(chosen))}
            </a>
          </p>
          <p className="quiet">{all.templateAdvice}</p>
        </div>
        <div>
          <h2>{all.upload}</h2>
          <UploadBox noun={noun} />
        </div>
      </div>
    </section>
  );
}
