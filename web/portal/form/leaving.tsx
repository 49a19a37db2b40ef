import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useWords, words } from '../../kit/words.js';

const texts = words(
  {
    title: '离开这一页？',
    advice: '填写的内容还没有提交。草稿保存在这台电脑的浏览器里，下次打开可以继续。',
    leave: '离开',
    stay: '继续填写',
  },
  {
    title: 'Leave this page?',
    advice: 'Nothing was sent yet. This browser keeps a draft, which you can take up again.',
    leave: 'Leave',
    stay: 'Stay',
  },
);

/** Asks before unsent work is left; the browser asks in its own words where the tab is closed. */
export function Leaving({ isDirty }: { isDirty: boolean }) {
  const { title, advice, leave, stay } = useWords(texts);
  const { status, proceed, reset } = useBlocker({
    // Another language or theme is the same page.
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <Modal
      open={status === 'blocked'}
      title={title}
      okText={leave}
      cancelText={stay}
      onOk={() => proceed?.()}
      onCancel={() => reset?.()}
    >
      <p>{advice}</p>
    </Modal>
  );
}
