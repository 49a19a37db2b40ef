import { useState } from 'react';
import { Alert, Input, Modal, Select } from 'antd';
import { idempotencyKey, useChange } from '../../kit/change.js';
import { partnerKinds } from '../../kit/codes.js';
import { useRefusalText } from '../../kit/notice.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { RegisterPartner } from '../../operations.js';
import { describedBy, Field } from '../common/field.js';
import { type FieldProblem, useProblemText } from '../common/problems.js';
import { mistakeInUscc, plainUscc } from '../common/uscc.js';

type Kind = keyof typeof partnerKinds;

const texts = words(
  {
    title: '登记合作伙伴',
    name: '名称',
    kind: '类型',
    uscc: '统一社会信用代码',
    usccHint: '18 位；不知道可以先不填。代码终身不变，登记后不能修改。',
    good: '校验通过',
    area: '所在地行政区划代码',
    areaHint: '如 360300；全国性机构不填。',
    ok: '登记',
    cancel: '取消',
    existing: (name: string): string => `这个信用代码已登记为“${name}”。`,
    openIt: '打开它',
    nameMissing: '请填写名称。',
  },
  {
    title: 'Register a partner',
    name: 'Name',
    kind: 'Kind',
    uscc: 'Unified social credit code',
    usccHint: '18 characters; may be left out. It is for life and cannot be changed later.',
    good: 'The check is right',
    area: 'Code of the area of its seat',
    areaHint: 'For instance 360300; none for a national body.',
    ok: 'Register',
    cancel: 'Cancel',
    existing: (name: string): string => `This credit code is on record as “${name}”.`,
    openIt: 'Open it',
    nameMissing: 'Please give a name.',
  },
);

interface RegisterPartnerDialogProps {
  onClose(): void;
  onRegistered(id: string): void;
}

/** Adds an institution; its credit code is checked while it is typed. */
export function RegisterPartnerDialog({ onClose, onRegistered }: RegisterPartnerDialogProps) {
  const all = useWords(texts);
  const label = useLabels(partnerKinds);
  const problemText = useProblemText();
  const refusalText = useRefusalText();
  const [register, isBusy] = useChange(RegisterPartner);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('UNIVERSITY');
  const [uscc, setUscc] = useState('');
  const [areaCode, setAreaCode] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [notice, setNotice] = useState<{ text: string; id?: string } | null>(null);
  const typed = plainUscc(uscc);
  const ownMistake = typed.length >= 18 ? mistakeInUscc(uscc) : null;
  const mistakeOf = (field: string) => {
    const found =
      (field === 'uscc' ? ownMistake : null) ?? problems.find((problem) => problem.field === field);
    return found === undefined ? undefined : problemText(found);
  };
  const send = async () => {
    setNotice(null);
    if (name.trim() === '') return setNotice({ text: all.nameMissing });
    const mistake = typed === '' ? null : mistakeInUscc(uscc);
    setProblems(mistake === null ? [] : [mistake]);
    if (mistake !== null) return;
    const input = { name: name.trim(), kind, uscc: typed || null, areaCode: areaCode.trim() || null };
    const { data, refusal } = await register({ input: { ...input, idempotencyKey: idempotencyKey() } });
    if (refusal !== null) return setNotice({ text: refusalText(refusal) });
    const outcome = data.registerPartner;
    if (outcome.__typename === 'InvalidInput') return setProblems(outcome.problems);
    if (outcome.__typename === 'PartnerAlreadyRegistered')
      return setNotice({ text: all.existing(outcome.existing.name), id: outcome.existing.id });
    onClose();
    onRegistered(outcome.id);
  };
  const uscc18 = typed.length === 18 && ownMistake === null && mistakeOf('uscc') === undefined;
  return (
    <Modal
      open
      title={all.title}
      okText={all.ok}
      cancelText={all.cancel}
      confirmLoading={isBusy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <div className="portal-stack">
        <Field id="partner-name" label={all.name} isNeeded mistake={mistakeOf('name')}>
          <Input
            {...describedBy('partner-name', mistakeOf('name'))}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field id="partner-kind" label={all.kind} isNeeded mistake={mistakeOf('kind')}>
          <Select<Kind>
            {...describedBy('partner-kind', mistakeOf('kind'))}
            value={kind}
            options={(Object.keys(partnerKinds) as Kind[]).map((value) => ({ value, label: label(value) }))}
            onChange={setKind}
          />
        </Field>
        <Field id="partner-uscc" label={all.uscc} hint={all.usccHint} mistake={mistakeOf('uscc')}>
          <Input
            {...describedBy('partner-uscc', mistakeOf('uscc'))}
            value={uscc}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setUscc(event.target.value);
              setProblems(problems.filter(({ field }) => field !== 'uscc'));
            }}
          />
        </Field>
        <div role="status">{uscc18 && <p className="portal-good">✓ {all.good}</p>}</div>
        <Field id="partner-area" label={all.area} hint={all.areaHint} mistake={mistakeOf('areaCode')}>
          <Input
            {...describedBy('partner-area', mistakeOf('areaCode'))}
            value={areaCode}
            onChange={(event) => setAreaCode(event.target.value)}
          />
        </Field>
        <div>
          {notice !== null && (
            <Alert
              type="warning"
              showIcon
              title={notice.text}
              action={
                notice.id !== undefined && (
                  <a
                    href={`/portal?partner=${notice.id}`}
                    onClick={(event) => {
                      event.preventDefault();
                      onClose();
                      onRegistered(notice.id ?? '');
                    }}
                  >
                    {all.openIt}
                  </a>
                )
              }
            />
          )}
        </div>
      </div>
    </Modal>
  );
}
