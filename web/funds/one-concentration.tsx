import { useState } from 'react';
import { Select } from 'antd';
import {
  OrganizationConcentration,
  type OrganizationConcentrationQuery,
  OrganizationNames,
} from '../operations.js';
import { useAsk } from '../kit/ask.js';
import { Notice } from '../kit/notice.js';
import { useName, useWords, words } from '../kit/words.js';
import { BandText, figuresOf } from './band-text.js';
import type { ConcentrationProps } from './concentration.js';

const texts = words(
  {
    label: '查看一家机构的集中度',
    placeholder: '输入机构名称',
    nothing: '这家机构在所选期间没有收到资金，没有集中度可言。',
    text: (hhi: string, funders: string, share: string): string =>
      `HHI ${hhi}，相当于 ${funders} 个同等的出资方；最大的一个占 ${share}。`,
    single: '单一来源：超过 60% 来自同一个出资方。',
    missing: '没有找到这家机构。',
  },
  {
    label: 'See how concentrated one organization is',
    placeholder: 'Name of an organization',
    nothing: 'It received nothing in this period, so there is nothing to concentrate.',
    text: (hhi: string, funders: string, share: string): string =>
      `HHI ${hhi}, as with ${funders} equal funders; the largest gave ${share}.`,
    single: 'A single source: one funder gave more than 60%.',
    missing: 'This organization was not found.',
  },
);

/** How concentrated the funding of a chosen organization is, in plain words. */
export function OneConcentration({ area, days, organization, onOrganization }: ConcentrationProps) {
  const { label, placeholder } = useWords(texts);
  const nameOf = useName();
  const [text, setText] = useState('');
  const names = useAsk(OrganizationNames, { area, text: text === '' ? null : text.slice(0, 100) });
  const chosen = useAsk(
    OrganizationConcentration,
    { id: organization ?? '', period: days },
    { pause: organization === undefined },
  );
  const nodes = [chosen.data?.organization, ...(names.data?.organizations?.nodes ?? [])];
  const options = new Map(nodes.flatMap((node) => (node == null ? [] : [[node.id, nameOf(node)]])));
  return (
    <div className="funds-one">
      <Select
        aria-label={label}
        placeholder={placeholder}
        allowClear
        showSearch={{ filterOption: false, onSearch: setText }}
        {...(organization === undefined ? {} : { value: organization })}
        options={[...options].map(([value, name]) => ({ value, label: name }))}
        onChange={(id: string | undefined) => onOrganization(id)}
      />
      <Notice answer={chosen} />
      {organization !== undefined && chosen.data !== undefined && (
        <Told organization={chosen.data.organization} />
      )}
    </div>
  );
}

function Told({ organization }: { organization: OrganizationConcentrationQuery['organization'] }) {
  const { nothing, text, single, missing } = useWords(texts);
  if (organization === null) return <p role="status">{missing}</p>;
  const known = organization.fundingConcentration;
  if (known == null) return <p role="status">{nothing}</p>;
  const { hhi, funders, share } = figuresOf(known);
  return (
    <p role="status">
      <BandText concentration={known} /> {text(hhi, funders, share)} {known.singleSource && single}
    </p>
  );
}
