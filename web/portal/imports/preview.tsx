import { useWords, words } from '../../kit/words.js';

const texts = words({ label: '文件的前几行' }, { label: 'The first rows of the file' });

/** The first rows of a sheet, with the one that holds the names of the columns marked. */
export function Preview({ rows, headerRow }: { rows: readonly (readonly string[])[]; headerRow: number }) {
  const { label } = useWords(texts);
  // Cells at the end of a row that are blank are not told.
  const width = Math.max(0, ...rows.map((row) => row.length));
  return (
    <div className="scroll portal-preview" role="region" aria-label={label} tabIndex={0}>
      <table>
        <caption>{label}</caption>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className={index + 1 === headerRow ? 'names' : ''}>
              <th scope="row">{index + 1}</th>
              {Array.from({ length: width }, (_, at) => (
                <td key={at}>{row[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
