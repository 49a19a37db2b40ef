// The first page: one CityDashboard request, shown as cards and a table. The real application replaces it.

const labels = {
  SOCIAL_ASSOCIATION: '社会团体',
  SOCIAL_SERVICE_AGENCY: '社会服务机构',
  COMMUNITY_ORGANIZATION: '社区社会组织',
  VOLUNTEER_TEAM: '志愿服务队',
  SERVICE_PLATFORM: '服务平台',
  INCUBATION_BASE: '孵化基地',
  APPLIED: '申请',
  SCREENING: '初审',
  REVIEWING: '评审',
  PUBLICIZED: '公示',
  ADMITTED: '入壳',
  INCUBATING: '孵化中',
  MIDTERM_REVIEW: '中期评估',
  RECTIFYING: '整改',
  FINAL_REVIEW: '终期评估',
  EXTENDED: '延期',
  GRADUATED: '出壳',
  ALUMNI: '跟踪回访',
  REJECTED: '未通过',
  WITHDRAWN: '已撤回',
  EXITED: '已退出',
  TRAINING: '培训',
  PROJECT: '项目',
};
const areas = {
  360300: '萍乡市',
  360302: '安源区',
  360313: '湘东区',
  360321: '莲花县',
  360322: '上栗县',
  360323: '芦溪县',
};

const label = (code) => labels[code] ?? code ?? '—';
const find = (id) => document.getElementById(id);
const count = (number) => new Intl.NumberFormat('zh-CN').format(number);
/** Writes an exact amount with separators without ever making it a floating-point number. */
const yuan = (amount) => amount.replace(/\B(?=(\d{3})+\.)/g, ',');

function element(name, text = '', attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Operations are asked by the ids of their documents; a browser keeps an answer and asks whether it still holds. */
const idsOfDocuments = fetch('/documents.json').then((answer) => answer.json());

async function ask(area) {
  const { CityDashboard } = await idsOfDocuments;
  const parameters = new URLSearchParams({
    documentId: CityDashboard,
    variables: JSON.stringify({ area }),
  });
  const response = await fetch(`/graphql?${parameters}`, {
    headers: {
      accept: 'application/json',
      'apollo-require-preflight': '1',
      // A day old, with its time, is better than a blank page.
      'cache-control': 'stale-if-error=86400',
    },
  });
  return response.json();
}

function card(title, figure, detail) {
  const made = element('article');
  made.append(element('h2', title), element('strong', figure), element('p', detail));
  return made;
}

const missing = '—';

/** What a subgraph did not answer is null: its cards stay, without a figure. */
function cardsOf({ organizationCounts, linkSummary, funds }) {
  const cards = [
    [
      '持证社会工作者',
      organizationCounts,
      (counts) => [count(counts.certifiedSocialWorkers), '四级服务体系内'],
    ],
    [
      '志愿者',
      organizationCounts,
      (counts) => [count(counts.volunteers), `${count(ofKind(counts, 'VOLUNTEER_TEAM'))} 支志愿服务队`],
    ],
    [
      '服务平台',
      organizationCounts,
      (counts) => [count(ofKind(counts, 'SERVICE_PLATFORM')), '市、县、乡、村、网格'],
    ],
    [
      '社区社会组织',
      organizationCounts,
      (counts) => [count(ofKind(counts, 'COMMUNITY_ORGANIZATION')), `全部机构 ${count(counts.total)}`],
    ],
    [
      '有效对接',
      linkSummary,
      ({ active, byCategory }) => [count(active), categoriesOf(byCategory) || '暂无'],
    ],
    [
      '已对接',
      linkSummary,
      ({ organizationsLinked, partnersLinked }) => [
        `${count(organizationsLinked)} 家机构`,
        `${count(partnersLinked)} 家合作伙伴`,
      ],
    ],
    [
      '募集（元）',
      funds,
      ({ raised, raisedCash, raisedInKind }) => [
        yuan(raised.amount),
        `现金 ${yuan(raisedCash.amount)}，物资 ${yuan(raisedInKind.amount)}`,
      ],
    ],
    ['捐赠笔数', funds, ({ donationCount, byYear }) => [count(donationCount), yearsOf(byYear) || '暂无']],
  ];
  return cards.map(([title, part, of]) => card(title, ...(part ? of(part) : [missing, '暂不可用'])));
}

const ofKind = ({ byKind }, kind) => byKind.find((entry) => entry.kind === kind)?.count ?? 0;
const categoriesOf = (categories) =>
  categories.map(({ category, count: n }) => `${label(category)} ${count(n)}`).join('，');
const yearsOf = (years) => years.map(({ year, raised }) => `${year} 年 ${yuan(raised.amount)}`).join('；');

function funnelOf(stages) {
  const most = Math.max(1, ...stages.map(({ reached }) => reached));
  return stages.map(({ stage, reached, current }) => {
    const row = element('li');
    row.append(
      element('span', label(stage)),
      element('meter', '', {
        min: 0,
        max: most,
        value: reached,
        'aria-label': `${label(stage)}：${reached}`,
      }),
      element('span', `${count(reached)}（现有 ${count(current)}）`),
    );
    return row;
  });
}

function rowOf({ name, kind, incubationStatus, resourceLinks, funds }) {
  const row = element('tr');
  row.append(
    element('td', name),
    element('td', label(kind)),
    element('td', label(incubationStatus)),
    element('td', resourceLinks ? linksOf(resourceLinks) : missing),
    element('td', funds ? yuan(funds.raised.amount) : missing, { class: 'number' }),
  );
  return row;
}

function linksOf({ totalCount, nodes }) {
  const partners = [...new Set(nodes.map(({ resource }) => resource.partner.name))].join('、');
  return totalCount === 0 ? missing : `${count(totalCount)} 项：${partners}`;
}

const subgraphs = {
  organizations: '机构',
  partners: '合作与对接',
  donations: '捐赠与资金',
  identity: '账号',
  imports: '导入',
};

/** Says which parts are missing, and of what time those are that are old. */
function noticeOf({ errors, extensions }) {
  const states = Object.entries(extensions?.hub?.subgraphs ?? {});
  const time = (asOf) =>
    new Intl.DateTimeFormat('zh-CN', { dateStyle: 'short', timeStyle: 'short' }).format(new Date(asOf));
  const parts = states.flatMap(([name, { status, asOf }]) => {
    if (status === 'unavailable') return [`${subgraphs[name] ?? name}暂不可用`];
    return status === 'stale' ? [`${subgraphs[name] ?? name}为 ${time(asOf)} 的数据`] : [];
  });
  const others = parts.length > 0 ? [] : new Set((errors ?? []).map(({ message }) => message));
  return [...parts, ...others].join('；');
}

function say(text, wrong = false) {
  find('notice').textContent = text;
  find('notice').className = wrong ? 'wrong' : '';
}

async function show(area) {
  say('正在读取…');
  try {
    const answer = await ask(area);
    const { data, errors } = answer;
    say(noticeOf(answer), Boolean(errors));
    find('cards').replaceChildren(...(data?.area ? cardsOf(data.area) : []));
    find('funnel').replaceChildren(...funnelOf(data?.area?.incubationFunnel ?? []));
    const { nodes, totalCount } = data?.organizations ?? { nodes: [], totalCount: 0 };
    find('shown').textContent = `前 ${count(nodes.length)} 家，共 ${count(totalCount)} 家`;
    find('organizations').replaceChildren(...nodes.map(rowOf));
  } catch {
    say('无法连接服务，请稍后刷新页面。', true);
  }
}

const select = find('area');
select.append(...Object.entries(areas).map(([code, name]) => element('option', name, { value: code })));
const asked = new URLSearchParams(location.search).get('area');
select.value = asked in areas ? asked : '360300';
select.addEventListener('change', () => {
  history.replaceState(null, '', `?area=${select.value}`);
  void show(select.value);
});
await show(select.value);
