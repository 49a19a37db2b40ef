import { eventually } from '../kit/eventually.js';
import { asker } from '../kit/hub.js';

/** Rows with the mistakes that people make, for a picture of what becomes of them. */
const file = `名称,类别,数量,开始日期,说明
周末活动室,场地,3间,2026-12-01,周六、周日全天
社区治理工作坊,培训,30人次,2026-12-15,
法律咨询,专家,很多,2027-01-01,每周一次
冬衣,物资,200件,2026年13月1日,
飞行表演,飞船,1次,2026-12-24,
心理辅导,专家,12人次,2026-12-10,需预约
周末活动室,场地,3间,2026-12-01,与第 2 行相同
`;

/** Uploads a file as a partner and has it examined; yields the job's id. */
export async function prepareImport(url: string, token: string): Promise<string> {
  const answer = await fetch(`${url}/imports/resources?fileName=${encodeURIComponent('冬季资源.csv')}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: file,
  });
  const { id } = ((await answer.json()) as { data: { importJob: { id: string } } }).data.importJob;
  const hub = asker(url, () => Promise.resolve(token));
  const isAt = (status: string) =>
    eventually(async () => {
      const { importJob } = await hub.expectData<{ importJob: { status: string } }>(
        'query ($id: ID!) { importJob(id: $id) { status } }',
        { id },
      );
      return importJob.status === status;
    });
  await isAt('READY');
  await hub.expectData('mutation ($input: StartImportInput!) { startImport(input: $input) { __typename } }', {
    input: { jobId: id },
  });
  await isAt('CHECKED');
  return id;
}
