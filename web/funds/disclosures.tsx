import { DisclosureCalendar, type DisclosureCalendarQuery } from '../operations.js';
import type { Answer } from '../kit/ask.js';
import { useAsk } from '../kit/ask.js';
import { Notice } from '../kit/notice.js';
import { Panel } from '../kit/panel.js';
import { useWords, words } from '../kit/words.js';
import { Calendar } from './calendar.js';

const texts = words(
  {
    title: '信息公开日历',
    definition:
      '周期超过六个月的募捐活动至少每三个月公开一次，结束后三个月内全面公开（R-FND-08，慈善法第七十九条）。枢纽不记录是否已经公开：截止日已过的，请到“慈善中国”核对。',
    advice: '截止日按规则推算；枢纽不记录是否已经公开，已过截止日的请到“慈善中国”核对。',
    empty: '所选地区没有需要公开的募捐活动。',
    cut: '只包括最早登记的两千个募捐活动，请选择更小的地区。',
  },
  {
    title: 'Disclosure calendar',
    definition:
      'A campaign that runs longer than six months is reported on every three months, and in full within three months after its end (R-FND-08, Charity Law art. 79). The hub keeps no record of what was published: check what is past its day on the charity platform of the ministry.',
    advice:
      'Days follow from the rule. The hub keeps no record of what was published: check what is past its day on the platform of the ministry.',
    empty: 'No campaign of this area has anything to publish.',
    cut: 'Only the two thousand campaigns recorded first are in it; choose a smaller area.',
  },
);

type Campaign = DisclosureCalendarQuery['campaigns']['nodes'][number];

/** Pages that are read one after the other before the calendar says that it is not whole. */
const pagesMax = 20;

export interface DisclosuresProps {
  area: string;
  /** Campaigns of the pages before, and the cursor behind them. */
  earlier?: readonly Campaign[];
  after?: string | null;
  pages?: number;
}

/** What must be published, by when. What is due next may stand on the last page of the list, so every page is read before anything is shown. */
export function Disclosures({ area, earlier = [], after = null, pages = 1 }: DisclosuresProps) {
  const answer = useAsk(DisclosureCalendar, { area, first: 100, after });
  const page = answer.data?.campaigns;
  const campaigns = [...earlier, ...(page?.nodes ?? [])];
  const isMore = page?.pageInfo.hasNextPage === true;
  if (page != null && isMore && pages < pagesMax)
    return <Disclosures area={area} earlier={campaigns} after={page.pageInfo.endCursor} pages={pages + 1} />;
  return <Whole answer={answer} campaigns={campaigns} isCut={isMore} />;
}

interface WholeProps {
  answer: Answer<unknown>;
  campaigns: readonly Campaign[];
  isCut: boolean;
}

function Whole({ answer, campaigns, isCut }: WholeProps) {
  const { title, definition, advice, empty, cut } = useWords(texts);
  const items = campaigns.flatMap((campaign) =>
    (campaign.disclosures ?? []).map((disclosure) => ({ campaign, ...disclosure })),
  );
  return (
    <Panel title={title} definition={definition} from={['donations']} answer={answer} height={280}>
      {answer.data === undefined && <Notice answer={answer} />}
      {isCut && <p className="state stale">{cut}</p>}
      {items.length === 0 ? (
        answer.data !== undefined && <p className="empty">{empty}</p>
      ) : (
        <>
          <p className="quiet">{advice}</p>
          <Calendar items={items} />
        </>
      )}
    </Panel>
  );
}
