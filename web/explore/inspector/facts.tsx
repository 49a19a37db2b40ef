import { Skeleton } from 'antd';
import { type Answer } from '../../kit/ask.js';
import { useAskNamed } from '../../kit/named.js';
import { concentrationBands, incubationStages, provenances, registrationStatuses } from '../../kit/codes.js';
import { count, percent } from '../../kit/format.js';
import { Notice } from '../../kit/notice.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { ExploreOrganization, ExplorePartner, ExploreProject } from '../../operations.js';
import type { Address } from '../use-address.js';
import { Agreements, Links, Suggestions } from './lists.js';

const texts = words(
  {
    facts: '基本情况',
    code: '统一社会信用代码',
    standing: '登记状态',
    stage: '孵化阶段',
    workers: '持证社工',
    volunteers: '登记志愿者',
    source: '资金来源集中度',
    concentration: (share: string, band: string): string => `最大来源 ${share}，集中度${band}`,
    provenance: '数据来源',
    runs: '执行机构',
    period: '期间',
    beneficiaries: '服务对象',
  },
  {
    facts: 'Facts',
    code: 'Credit code',
    standing: 'Registration',
    stage: 'Incubation',
    workers: 'Certified workers',
    volunteers: 'Volunteers',
    source: 'Funding',
    concentration: (share: string, band: string): string =>
      `largest source ${share}, concentration ${band.toLowerCase()}`,
    provenance: 'Record',
    runs: 'Run by',
    period: 'Period',
    beneficiaries: 'For',
  },
);

interface Props {
  id: string;
  address: Address;
}
type Fact = readonly [label: string, value: string | null | undefined];

/** What an organization is, what it is tied by, and what would suit it. */
export function OrganizationFacts({ id, address }: Props) {
  const text = useWords(texts);
  const standing = useLabels(registrationStatuses);
  const stage = useLabels(incubationStages);
  const band = useLabels(concentrationBands);
  const provenance = useLabels(provenances);
  const answer = useAskNamed(ExploreOrganization, { id });
  const found = answer.data?.organization;
  if (found == null) return <Missing answer={answer} />;
  const funding = found.fundingConcentration;
  return (
    <>
      <Facts
        facts={[
          [text.code, found.uscc],
          [text.standing, found.registrationStatus && standing(found.registrationStatus)],
          [text.stage, found.incubationStatus && stage(found.incubationStatus)],
          [text.workers, found.certifiedSocialWorkers > 0 ? count(found.certifiedSocialWorkers) : null],
          [text.volunteers, found.volunteers > 0 ? count(found.volunteers) : null],
          [text.source, funding && text.concentration(percent(funding.topShare), band(funding.band))],
          [text.provenance, found.provenance && provenance(found.provenance)],
        ]}
      />
      <Links
        links={(found.resourceLinks?.nodes ?? []).map((link) => ({ ...link, other: link.partner }))}
        total={found.resourceLinks?.totalCount ?? 0}
        address={address}
      />
      <Suggestions suggestions={found.suggestedResources ?? []} address={address} />
      <Notice answer={answer} />
    </>
  );
}

/** What a partner is, and what it gives to whom. */
export function PartnerFacts({ id, address }: Props) {
  const text = useWords(texts);
  const provenance = useLabels(provenances);
  const answer = useAskNamed(ExplorePartner, { id });
  const found = answer.data?.partner;
  if (found == null) return <Missing answer={answer} />;
  return (
    <>
      <Facts
        facts={[
          [text.code, found.uscc],
          [text.provenance, provenance(found.provenance)],
        ]}
      />
      <Agreements agreements={found.agreements} address={address} />
      <Links
        links={found.resourceLinks.nodes.map((link) => ({ ...link, other: link.organization }))}
        total={found.resourceLinks.totalCount}
        address={address}
      />
      <Notice answer={answer} />
    </>
  );
}

/** What a project is, whose it is, and what it gets. */
export function ProjectFacts({ id, address }: Props) {
  const text = useWords(texts);
  const provenance = useLabels(provenances);
  const answer = useAskNamed(ExploreProject, { id });
  const found = answer.data?.project;
  if (found == null) return <Missing answer={answer} />;
  const period = [found.startedOn, found.endedOn].filter((day) => day != null).join(' – ');
  return (
    <>
      <Facts
        facts={[
          [text.runs, found.organization?.name],
          [text.beneficiaries, found.beneficiaries.join('、')],
          [text.period, period],
          [text.provenance, provenance(found.provenance)],
        ]}
      />
      <Links
        links={(found.resourceLinks?.nodes ?? []).map((link) => ({ ...link, other: link.partner }))}
        total={found.resourceLinks?.totalCount ?? 0}
        address={address}
      />
      <Notice answer={answer} />
    </>
  );
}

function Missing({ answer }: { answer: Answer<unknown> }) {
  return answer.isLoading ? (
    <Skeleton active paragraph={{ rows: 8 }} title={false} />
  ) : (
    <Notice answer={answer} />
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const text = useWords(texts);
  const known = facts.filter(([, value]) => value != null && value !== '');
  if (known.length === 0) return null;
  return (
    <section aria-label={text.facts}>
      <h3>{text.facts}</h3>
      <dl className="explore-facts">
        {known.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
