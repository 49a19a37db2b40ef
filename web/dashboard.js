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

async function ask(area) {
  const query = await (await fetch('/city-dashboard.graphql')).text();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables: { area } }),
  });
  return response.json();
}

function card(title, figure, detail) {
  const made = element('article');
  made.append(element('h2', title), element('strong', figure), element('p', detail));
  return made;
}

function cardsOf({ organizationCounts, linkSummary, funds }) {
  const of = (kind) => organizationCounts.byKind.find((entry) => entry.kind === kind)?.count ?? 0;
  const categories = linkSummary.byCategory
    .map(({ category, count: n }) => `${label(category)} ${count(n)}`)
    .join('，');
  const years = funds.byYear.map(({ year, raised }) => `${year} 年 ${yuan(raised.amount)}`).join('；');
  return [
    card('持证社会工作者', count(organizationCounts.certifiedSocialWorkers), '四级服务体系内'),
    card('志愿者', count(organizationCounts.volunteers), `${count(of('VOLUNTEER_TEAM'))} 支志愿服务队`),
    card('服务平台', count(of('SERVICE_PLATFORM')), '市、县、乡、村、网格'),
    card('社区社会组织', count(of('COMMUNITY_ORGANIZATION')), `全部机构 ${count(organizationCounts.total)}`),
    card('有效对接', count(linkSummary.active), categories || '暂无'),
    card(
      '已对接',
      `${count(linkSummary.organizationsLinked)} 家机构`,
      `${count(linkSummary.partnersLinked)} 家合作伙伴`,
    ),
    card(
      '募集（元）',
      yuan(funds.raised.amount),
      `现金 ${yuan(funds.raisedCash.amount)}，物资 ${yuan(funds.raisedInKind.amount)}`,
    ),
    card('捐赠笔数', count(funds.donationCount), years || '暂无'),
  ];
}

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
  const partners = [...new Set(resourceLinks.nodes.map(({ resource }) => resource.partner.name))].join('、');
  const links = resourceLinks.totalCount === 0 ? '—' : `${count(resourceLinks.totalCount)} 项：${partners}`;
  const row = element('tr');
  row.append(
    element('td', name),
    element('td', label(kind)),
    element('td', label(incubationStatus)),
    element('td', links),
    element('td', yuan(funds.raised.amount), { class: 'number' }),
  );
  return row;
}

function say(text, wrong = false) {
  find('notice').textContent = text;
  find('notice').className = wrong ? 'wrong' : '';
}

async function show(area) {
  say('正在读取…');
  try {
    const { data, errors } = await ask(area);
    say(errors ? `部分数据不可用：${errors.map(({ message }) => message).join('；')}` : '', Boolean(errors));
    find('cards').replaceChildren(...(data?.area ? cardsOf(data.area) : []));
    find('funnel').replaceChildren(...(data?.area ? funnelOf(data.area.incubationFunnel) : []));
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
