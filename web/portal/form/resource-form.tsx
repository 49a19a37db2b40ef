import { useState } from 'react';
import { Alert, Button, Steps } from 'antd';
import { useWords, words } from '../../kit/words.js';
import type { ResourceToEditQuery } from '../../operations.js';
import { DetailsStep } from './details-step.js';
import { Differences } from './differences.js';
import { Done } from './done.js';
import { draftOf, emptyDraft, formSteps } from './draft.js';
import { EarlierDraft } from './earlier-draft.js';
import { ErrorSummary } from './error-summary.js';
import { stepNames } from './form-texts.js';
import { KindStep } from './kind-step.js';
import { useKeptDraft } from './kept-draft.js';
import { Leaving } from './leaving.js';
import { PlaceStep } from './place-step.js';
import { ReviewStep } from './review-step.js';
import { useForm } from './use-form.js';
import { useSending } from './use-sending.js';

export type KnownResource = NonNullable<ResourceToEditQuery['resource']>;

const texts = words(
  {
    place: (at: number, of: number, name: string): string => `第 ${at} 步，共 ${of} 步：${name}`,
    back: '上一步',
    next: '下一步',
    publish: '登记并发布',
    draft: '先存为草稿',
    save: '保存修改',
    effect: '发布后所有人都能看到，也可以对接；草稿只有本单位能看到并修改。',
  },
  {
    place: (at: number, of: number, name: string): string => `Step ${at} of ${of}: ${name}`,
    back: 'Back',
    next: 'Next',
    publish: 'Register and publish',
    draft: 'Save as draft',
    save: 'Save changes',
    effect: 'Published, everybody sees it and it can be linked; a draft waits until it is published.',
  },
);

interface ResourceFormProps {
  partner: string;
  /** What is on record now; null for a new resource. */
  latest: KnownResource | null;
  /** Reads what is on record again. */
  onRefresh(): void;
}

/** Registers a resource in four steps, or changes one that is on record. */
export function ResourceForm({ partner, latest, onRefresh }: ResourceFormProps) {
  const all = useWords(texts);
  const names = useWords(stepNames);
  // What was read when the changes began: the hub refuses them when it is older than what is on record.
  const [base, setBase] = useState(latest);
  const form = useForm(base === null ? emptyDraft : draftOf(base));
  const { draft, step, isDirty } = form;
  const kept = useKeptDraft(base?.id ?? partner, draft, isDirty);
  const sending = useSending(partner, base);
  const [done, setDone] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const at = formSteps.indexOf(step);
  const send = async (publish: boolean) => {
    setRefusal(null);
    const sent = await sending.send(draft, publish);
    if (sent.kind === 'refused') return setRefusal(sent.text);
    if (sent.kind === 'problems') return form.showProblems(sent.problems);
    if (sent.kind === 'stale') return onRefresh();
    form.setDirty(false);
    kept.forget();
    setDone(sent.id);
  };
  if (done !== null)
    return <Done title={draft.title} isNew={base === null} isPublished={sending.isPublishing} />;
  const part = { draft, change: form.change, mistakeOf: form.mistakeOf, isKnown: base !== null };
  return (
    <div className="portal-form">
      <Leaving isDirty={isDirty} />
      <Steps
        className="portal-steps"
        current={at}
        size="small"
        responsive
        items={formSteps.map((name) => ({ title: names[name] }))}
      />
      {!isDirty && <EarlierDraft {...kept} onTake={form.replace} />}
      {base !== null && latest !== null && latest.version !== base.version && (
        <Differences
          base={base}
          latest={latest}
          draft={draft}
          onSettle={(settled) => {
            form.replace(settled);
            setBase(latest);
          }}
        />
      )}
      <ErrorSummary mistakes={form.listed} onGo={form.goToField} attempt={form.attempt} />
      <div>{refusal !== null && <Alert type="error" showIcon title={refusal} />}</div>
      <form
        className="panel"
        noValidate
        onBlur={({ target }) => form.leave(target.id)}
        onSubmit={(event) => {
          event.preventDefault();
          if (step !== 'review') form.next();
          else void send(true);
        }}
      >
        <h2 id="resource-step" tabIndex={-1} aria-live="polite">
          {all.place(at + 1, formSteps.length, names[step])}
        </h2>
        {step === 'kind' && <KindStep {...part} />}
        {step === 'details' && <DetailsStep {...part} />}
        {step === 'place' && <PlaceStep {...part} />}
        {step === 'review' && <ReviewStep draft={draft} />}
        {step === 'review' && base === null && <p className="quiet">{all.effect}</p>}
        <div className="portal-foot">
          {at > 0 && <Button onClick={() => form.goTo(formSteps[at - 1] ?? 'kind')}>{all.back}</Button>}
          <Button type="primary" htmlType="submit" loading={sending.isBusy}>
            {step !== 'review' ? all.next : base === null ? all.publish : all.save}
          </Button>
          {step === 'review' && base === null && (
            <Button disabled={sending.isBusy} onClick={() => void send(false)}>
              {all.draft}
            </Button>
          )}
        </div>
      </form>
    </div>
  );
}
