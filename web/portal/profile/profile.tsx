import { useState } from 'react';
import { Alert, Button, Input } from 'antd';
import { useAsk } from '../../kit/ask.js';
import { idempotencyKey, useChange } from '../../kit/change.js';
import { partnerKinds } from '../../kit/codes.js';
import { Notice, useRefusalText } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { PartnerProfile, type PartnerProfileQuery, UpdateMyPartner } from '../../operations.js';
import { describedBy, Field } from '../common/field.js';
import { type FieldProblem, useProblemText } from '../common/problems.js';
import { UsccNote } from './uscc-note.js';

const texts = words(
  {
    title: '单位资料',
    definition: '名称与所在地可以修改；类型与统一社会信用代码终身不变，登记有误请联系管理员。',
    name: '名称',
    nameEn: '英文名称',
    kind: '类型',
    area: '所在地行政区划代码',
    areaHint: '6、9 或 12 位，如 360300；全国性机构留空。',
    save: '保存',
    saved: '已保存。',
    stale: '刚刚有人改过这些资料。下面已是最新内容，请重新修改。',
    nameMissing: '名称不能为空。',
  },
  {
    title: 'Profile',
    definition:
      'Names and seat can be changed; kind and credit code are for life: ask an administrator if they are wrong.',
    name: 'Name',
    nameEn: 'Name in English',
    kind: 'Kind',
    area: 'Code of the area of its seat',
    areaHint: '6, 9 or 12 digits, for instance 360300; empty for a national body.',
    save: 'Save',
    saved: 'Saved.',
    stale: 'Somebody has just changed this. What you see is up to date; please change it again.',
    nameMissing: 'The name cannot be empty.',
  },
);

type Known = NonNullable<PartnerProfileQuery['partner']>;

/** What is on record of a partner itself. */
export function Profile({ partner }: { partner: string }) {
  const { title, definition } = useWords(texts);
  const answer = useAsk(PartnerProfile, { id: partner });
  const [notice, setNotice] = useState<{ type: 'success' | 'warning'; text: string } | null>(null);
  const known = answer.data?.partner;
  return (
    <div className="portal-stack">
      <Notice answer={answer} />
      <Panel title={title} definition={definition} from={['partners']} answer={answer} height={320}>
        <div>{notice !== null && <Alert type={notice.type} showIcon title={notice.text} />}</div>
        {known != null && (
          <ProfileForm key={known.version} known={known} onNotice={setNotice} onStale={answer.refresh} />
        )}
      </Panel>
    </div>
  );
}

interface ProfileFormProps {
  known: Known;
  onNotice(notice: { type: 'success' | 'warning'; text: string } | null): void;
  onStale(): void;
}

function ProfileForm({ known, onNotice, onStale }: ProfileFormProps) {
  const all = useWords(texts);
  const kind = useLabels(partnerKinds);
  const problemText = useProblemText();
  const refusalText = useRefusalText();
  const [save, isBusy] = useChange(UpdateMyPartner);
  const [form, setForm] = useState({
    name: known.name,
    nameEn: known.nameEn ?? '',
    areaCode: known.areaCode ?? '',
  });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const mistakeOf = (field: string) => {
    const found = problems.find((problem) => problem.field === field);
    return found === undefined ? undefined : problemText(found);
  };
  const send = async () => {
    onNotice(null);
    const input = {
      partnerId: known.id,
      version: known.version,
      name: form.name.trim(),
      nameEn: form.nameEn.trim() || null,
      areaCode: form.areaCode.trim() || null,
    };
    if (input.name === '')
      return setProblems([{ field: 'name', code: 'TEXT_BLANK', message: all.nameMissing }]);
    const { data, refusal } = await save({ input: { ...input, idempotencyKey: idempotencyKey() } });
    if (refusal !== null) return onNotice({ type: 'warning', text: refusalText(refusal) });
    const outcome = data.updatePartner;
    setProblems(outcome.__typename === 'InvalidInput' ? outcome.problems : []);
    if (outcome.__typename === 'Partner') return onNotice({ type: 'success', text: all.saved });
    if (outcome.__typename !== 'StaleVersion') return;
    onNotice({ type: 'warning', text: all.stale });
    onStale();
  };
  const input = (field: keyof typeof form, hint?: string) => (
    <Field
      id={`profile-${field}`}
      label={field === 'areaCode' ? all.area : all[field]}
      isNeeded={field === 'name'}
      mistake={mistakeOf(field)}
      {...(hint === undefined ? {} : { hint })}
    >
      <Input
        {...describedBy(`profile-${field}`, mistakeOf(field))}
        value={form[field]}
        maxLength={200}
        onChange={(event) => setForm({ ...form, [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <form
      className="portal-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <dl className="portal-review">
        <dt>{all.kind}</dt>
        <dd>{kind(known.kind)}</dd>
      </dl>
      <UsccNote uscc={known.uscc} warnings={known.warnings} />
      {input('name')}
      {input('nameEn')}
      {input('areaCode', all.areaHint)}
      <div>
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {all.save}
        </Button>
      </div>
    </form>
  );
}
