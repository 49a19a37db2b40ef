import { useState } from 'react';
import { Button, Modal } from 'antd';
import { useWords, words } from '../../kit/words.js';
import { BulkResults, type RowResult } from './bulk-results.js';
import type { MyResource } from './table.js';
import { type Step, useStep } from './use-step.js';

const texts = words(
  {
    publish: (n: number): string => `发布所选（${n}）`,
    withdraw: (n: number): string => `撤回所选（${n}）`,
    publishTitle: (n: number): string => `发布 ${n} 项资源？`,
    withdrawTitle: (n: number): string => `撤回 ${n} 项资源？`,
    publishEffect: '发布后所有人都能看到，也可以对接。',
    withdrawEffect: '撤回后不再接受新的对接；已有的对接不受影响。',
    skipped: (n: number): string => `所选的另外 ${n} 项状态不适用，不会改动。`,
    none: '勾选资源后可以批量发布或撤回。',
    yes: '确定',
    no: '取消',
  },
  {
    publish: (n: number): string => `Publish chosen (${n})`,
    withdraw: (n: number): string => `Withdraw chosen (${n})`,
    publishTitle: (n: number): string => `Publish ${n} resources?`,
    withdrawTitle: (n: number): string => `Withdraw ${n} resources?`,
    publishEffect: 'Everybody will see them, and they can be linked.',
    withdrawEffect: 'They take no new links; their present links stay as they are.',
    skipped: (n: number): string => `Another ${n} of those chosen have a status that does not fit, and stay.`,
    none: 'Tick resources to publish or withdraw several.',
    yes: 'Confirm',
    no: 'Cancel',
  },
);

const unfit = { publish: 'PUBLISHED', withdraw: 'WITHDRAWN' } as const;
const fits = (step: Step, { status }: MyResource) => status !== unfit[step];

interface BulkProps {
  /** Those chosen. */
  resources: readonly MyResource[];
  onDone(): void;
}

/** Publishes or withdraws several resources one after the other, and says of each what became of it. */
export function Bulk({ resources, onDone }: BulkProps) {
  const all = useWords(texts);
  const take = useStep();
  const [asked, setAsked] = useState<Step | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [results, setResults] = useState<RowResult[]>([]);
  const able = (step: Step) => resources.filter((each) => fits(step, each));
  const run = async (step: Step) => {
    setBusy(true);
    const done: RowResult[] = [];
    // One after the other: what the hub refuses of one says nothing of the next.
    for (const resource of able(step))
      done.push({ id: resource.id, title: resource.title, ...(await take(step, resource)) });
    setBusy(false);
    setAsked(null);
    setResults(done);
    onDone();
  };
  const shown = asked === null ? [] : able(asked);
  return (
    <>
      <div className="portal-bulk">
        <Button disabled={able('publish').length === 0} onClick={() => setAsked('publish')}>
          {all.publish(able('publish').length)}
        </Button>
        <Button disabled={able('withdraw').length === 0} onClick={() => setAsked('withdraw')}>
          {all.withdraw(able('withdraw').length)}
        </Button>
        {resources.length === 0 && <span className="quiet">{all.none}</span>}
      </div>
      <BulkResults results={results} onClose={() => setResults([])} />
      <Modal
        open={asked !== null}
        title={asked === 'withdraw' ? all.withdrawTitle(shown.length) : all.publishTitle(shown.length)}
        okText={all.yes}
        cancelText={all.no}
        confirmLoading={isBusy}
        onOk={() => asked !== null && void run(asked)}
        onCancel={() => setAsked(null)}
      >
        <p>{asked === 'withdraw' ? all.withdrawEffect : all.publishEffect}</p>
        <ul>
          {shown.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
        {shown.length < resources.length && <p>{all.skipped(resources.length - shown.length)}</p>}
      </Modal>
    </>
  );
}
