import { Modal } from 'antd';
import { useWords, words } from '../../kit/words.js';

const texts = words(
  {
    title: '按键',
    keys: [
      ['Tab', '进入图'],
      ['← ↑ → ↓', '移到这个方向上最近的节点'],
      ['[ ]', '在邻居之间轮换'],
      ['Enter', '查看详情'],
      ['e', '展开邻居'],
      ['h', '隐藏'],
      ['p', '作为路径的起点，再按作为终点'],
      ['f', '适应画面'],
      ['+ −', '放大、缩小'],
      ['u U', '撤销、重做'],
      ['Esc', '取消选择，再按清除路径'],
      ['?', '显示这张表'],
    ],
  },
  {
    title: 'Keys',
    keys: [
      ['Tab', 'into the graph'],
      ['← ↑ → ↓', 'to the nearest node in that direction'],
      ['[ ]', 'round the neighbours'],
      ['Enter', 'inspect'],
      ['e', 'expand'],
      ['h', 'hide'],
      ['p', 'as the start of a path, then as its end'],
      ['f', 'fit'],
      ['+ −', 'zoom'],
      ['u U', 'undo, redo'],
      ['Esc', 'select nothing, then clear the path'],
      ['?', 'show this list'],
    ],
  },
);

/** Lists the keys of the picture. */
export function KeyHelp({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const { title, keys } = useWords(texts);
  return (
    <Modal title={title} open={isOpen} onCancel={onClose} footer={null}>
      <table>
        <tbody>
          {keys.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
