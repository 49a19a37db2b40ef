import { useState } from 'react';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { incubationStages } from '../kit/codes.js';
import { useLabels, useName, useWords, words } from '../kit/words.js';
import type { KnownIncubation } from './history-drawer.js';
import { MoveProblem } from './move-problem.js';
import type { Stage } from './stages.js';
import { type MoveValues, useMove } from './use-move.js';

const texts = words(
  {
    title: (name: string): string => `推进：${name}`,
    now: (stage: string): string => `现在处于“${stage}”。只列出规则允许的去向（R-INC-01）。`,
    to: '推进到',
    needed: '请选择去向。',
    note: '备注',
    noteHint: '登录的人都能看到，请勿填写个人信息；最多 1,000 字。',
    termStart: '孵化期第一天',
    termEnd: '孵化期最后一天',
    startHint: '不填则为今天。',
    endHint: '不填则为十二个月；连同延期不超过二十四个月（R-INC-05）。',
    score: '终期评分',
    scoreHint: '0 到 100，最多两位小数；出壳需要 60 分（R-INC-04）。',
    submit: '确定推进',
    cancel: '取消',
  },
  {
    title: (name: string): string => `Move on: ${name}`,
    now: (stage: string): string =>
      `It stands at “${stage}”. Only what the rules allow is listed (R-INC-01).`,
    to: 'Move to',
    needed: 'Choose where to.',
    note: 'Note',
    noteHint: 'Everybody who is signed in can read it; no personal data, please. At most 1,000 characters.',
    termStart: 'First day of the term',
    termEnd: 'Last day of the term',
    startHint: 'Today when left empty.',
    endHint: 'Twelve months when left empty; at most twenty-four with its extension (R-INC-05).',
    score: 'Score of the final review',
    scoreHint: '0 to 100 with at most two decimals; graduating needs 60 (R-INC-04).',
    submit: 'Move on',
    cancel: 'Cancel',
  },
);

const noteMax = 1_000;
const withTerm: readonly (Stage | undefined)[] = ['ADMITTED', 'EXTENDED'];
const withScore: readonly (Stage | undefined)[] = ['FINAL_REVIEW', 'GRADUATED', 'EXTENDED'];

export interface MoveDialogProps {
  /** As it was read when the dialog opened: what changes later is not overwritten unseen. */
  incubation: KnownIncubation;
  targets: readonly Stage[];
  onMoved(stage: Stage): void;
  onClose(): void;
  /** Somebody else changed it: it is to be read anew. */
  onStale(): void;
}

/** Takes one step of an incubation. */
export function MoveDialog(props: MoveDialogProps) {
  const { incubation, targets } = props;
  const text = useWords(texts);
  const label = useLabels(incubationStages);
  const nameOf = useName();
  const [read] = useState({ ...incubation, targets });
  const [form] = Form.useForm<MoveValues>();
  const to = Form.useWatch('to', form);
  const { move, isBusy, problem } = useMove(read, form, props.onMoved);
  return (
    <Modal open title={text.title(nameOf(read.organization))} onCancel={props.onClose} footer={null}>
      <p className="quiet">{text.now(label(read.stage))}</p>
      <MoveProblem problem={problem} onStale={props.onStale} />
      <Form form={form} layout="vertical" onFinish={(values) => void move(values)} requiredMark>
        <Form.Item name="to" label={text.to} rules={[{ required: true, message: text.needed }]}>
          <Radio.Group options={read.targets.map((stage) => ({ value: stage, label: label(stage) }))} />
        </Form.Item>
        {to === 'ADMITTED' && (
          <Form.Item name="termStart" label={text.termStart} extra={text.startHint}>
            <Input type="date" />
          </Form.Item>
        )}
        {withTerm.includes(to) && (
          <Form.Item name="termEnd" label={text.termEnd} extra={text.endHint}>
            <Input type="date" />
          </Form.Item>
        )}
        {withScore.includes(to) && (
          <Form.Item name="finalScore" label={text.score} extra={text.scoreHint}>
            <Input inputMode="decimal" autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="note" label={text.note} extra={text.noteHint}>
          <Input.TextArea rows={3} maxLength={noteMax} />
        </Form.Item>
        <div className="incubation-buttons">
          <Button autoInsertSpace={false} onClick={props.onClose}>
            {text.cancel}
          </Button>
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {text.submit}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
