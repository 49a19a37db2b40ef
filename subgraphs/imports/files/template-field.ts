/** A column of a template. */
export interface TemplateField {
  name: string;
  /** In Chinese; the heading. */
  title: string;
  required: boolean;
  /** What it means and how it is filled, in Chinese. */
  help: string;
  sample: string;
  /** What a drop-down offers; other values may be typed, such as several of them. */
  values?: readonly { label: string }[];
  /** Formatted as text, so that Excel does not make 1.21E+17 of a code. */
  isText: boolean;
}

/** A cell that begins with it makes its row a sample, which is not imported as long as nothing in it is changed. */
export const sampleMark = '（示例）';

/** Put behind the title of a field that must be filled. */
export const requiredMark = '*';

export const templateSheets = { data: '数据', guide: '填写说明', options: '选项' } as const;

/** What is allowed of a file, as the guide tells it. */
export interface TemplateLimits {
  rows: number;
  megabytes: number;
}
