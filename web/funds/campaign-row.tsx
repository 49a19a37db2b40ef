import type { FundCampaignsQuery } from '../operations.js';
import { campaignStatuses } from '../kit/codes.js';
import { lastDay, percent } from '../kit/format.js';
import { useLabels, useName, useWords, words } from '../kit/words.js';
import { useMoney } from './money.js';
import { useWarningText } from './warning-text.js';

const texts = words(
  {
    noNumber: '没有记录',
    from: (day: string): string => `${day} 起`,
    days: (first: string, last: string): string => `${first} 至 ${last}`,
    noTarget: '未设目标',
    of: (share: string, target: string): string => `${share}，目标 ${target}`,
    by: (name: string): string => `募捐方：${name}`,
    for: (name: string): string => `受益机构：${name}`,
    pledged: (money: string): string => `另有承诺 ${money}`,
    use: (use: string): string => `用途：${use}`,
  },
  {
    noNumber: 'none on record',
    from: (day: string): string => `from ${day}`,
    days: (first: string, last: string): string => `${first} to ${last}`,
    noTarget: 'no target',
    of: (share: string, target: string): string => `${share} of ${target}`,
    by: (name: string): string => `Raised by: ${name}`,
    for: (name: string): string => `For: ${name}`,
    pledged: (money: string): string => `and ${money} pledged`,
    use: (use: string): string => `Use: ${use}`,
  },
);

/** One campaign of the table. */
export function CampaignRow({ campaign }: { campaign: FundCampaignsQuery['campaigns']['nodes'][number] }) {
  const text = useWords(texts);
  const label = useLabels(campaignStatuses);
  const nameOf = useName();
  const money = useMoney();
  const warningText = useWarningText();
  const { startsOn, endsOn, target, funds, fundraiser, organization, plan, warnings } = campaign;
  const share = target == null ? 0 : Number(funds?.raised.amount ?? 0) / Number(target.amount);
  return (
    <tr>
      <th scope="row" className="funds-name">
        {nameOf({ name: campaign.title, nameEn: campaign.titleEn })}
        {fundraiser != null && <p className="quiet">{text.by(nameOf(fundraiser))}</p>}
        {organization != null && <p className="quiet">{text.for(nameOf(organization))}</p>}
        {plan != null && <p className="quiet">{text.use(plan.use)}</p>}
        {warnings?.map((warning) => (
          <p key={warning.code} className="funds-warning">
            ⚠ {warningText(warning)}
          </p>
        ))}
      </th>
      <td>{campaign.filingNumber ?? <span className="quiet">{text.noNumber}</span>}</td>
      <td>{endsOn === null ? text.from(startsOn) : text.days(startsOn, lastDay(endsOn))}</td>
      <td>{label(campaign.status)}</td>
      <td className="number">
        {money(funds?.raised)}
        {Number(funds?.pledged.amount ?? 0) > 0 && (
          <p className="quiet">{text.pledged(money(funds?.pledged))}</p>
        )}
      </td>
      <td>
        {target == null ? (
          <span className="quiet">{text.noTarget}</span>
        ) : (
          <>
            <div className="funds-bar" aria-hidden="true">
              <span className="funds-fill cash" style={{ width: `${Math.min(1, share) * 100}%` }} />
            </div>
            {text.of(percent(share), money(target))}
          </>
        )}
      </td>
    </tr>
  );
}
