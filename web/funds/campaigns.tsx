import { FundCampaigns } from '../operations.js';
import { campaignStatuses } from '../kit/codes.js';
import { useLabels, useWords, words } from '../kit/words.js';
import { CampaignRow } from './campaign-row.js';
import { ListByStatus } from './list-by-status.js';
import { type CampaignStatus, campaignStates } from './search.js';

const texts = words(
  {
    title: '募捐活动',
    definition:
      '所选地区的募捐活动及其备案（R-FND-02、R-FND-16），不随期间变化；募集净额为活动开始以来的总额。',
    status: '活动状态',
    all: '全部状态',
    total: (number: string): string => `共 ${number} 个`,
    columns: ['活动', '备案编号', '起止', '状态', '募集净额', '目标进度'],
    empty: '所选地区没有这些状态的募捐活动。请换一个地区或状态。',
  },
  {
    title: 'Campaigns',
    definition:
      'Campaigns for the area and their filing (R-FND-02, R-FND-16), whatever the period; what they raised is since their start.',
    status: 'State of the campaigns',
    all: 'All states',
    total: (number: string): string => `${number} in all`,
    columns: ['Campaign', 'Filing number', 'Runs', 'State', 'Raised, net', 'Target'],
    empty: 'No campaign of this area is in these states. Choose another area or state.',
  },
);

export interface CampaignsProps {
  area: string;
  states: CampaignStatus[] | undefined;
  onStates(states: CampaignStatus[] | undefined): void;
}

/** The campaigns of an area, with what a person should look at. */
export function Campaigns({ area, states, onStates }: CampaignsProps) {
  return (
    <ListByStatus
      text={useWords(texts)}
      height={240}
      document={FundCampaigns}
      variables={{ area, status: states ?? null, first: 20 }}
      pageOf={(data) => data.campaigns}
      figures={[4]}
      states={campaignStates}
      chosen={states}
      labelOf={useLabels(campaignStatuses)}
      onChange={onStates}
    >
      {(nodes) => nodes.map((campaign) => <CampaignRow key={campaign.id} campaign={campaign} />)}
    </ListByStatus>
  );
}
