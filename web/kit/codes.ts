/** What the codes of the API are called, [Chinese, English]; a test holds them complete. One constant per enum, in its plural. */

export const rolesOf = {
  viewer: ['查看者', 'Viewer'],
  partner: ['合作伙伴', 'Partner'],
  organization: ['机构', 'Organization'],
  analyst: ['分析员', 'Analyst'],
  finance: ['财务', 'Finance'],
  admin: ['管理员', 'Administrator'],
} as const;

export const areaLevels = {
  PROVINCE: ['省', 'Province'],
  PREFECTURE: ['市', 'City'],
  COUNTY: ['县区', 'County'],
  TOWNSHIP: ['乡镇街道', 'Township'],
  VILLAGE: ['村社区', 'Village or community'],
  GRID: ['网格', 'Grid'],
} as const;

export const organizationKinds = {
  SOCIAL_ASSOCIATION: ['社会团体', 'Social association'],
  SOCIAL_SERVICE_AGENCY: ['社会服务机构', 'Social service agency'],
  FOUNDATION: ['基金会', 'Foundation'],
  COMMUNITY_ORGANIZATION: ['社区社会组织', 'Community organization'],
  VOLUNTEER_TEAM: ['志愿服务队', 'Volunteer team'],
  SERVICE_PLATFORM: ['服务平台', 'Service platform'],
  INCUBATION_BASE: ['孵化基地', 'Incubation base'],
  MASTER_STUDIO: ['名师工作室', 'Master studio'],
  PARTY_MASS_SERVICE_CENTER: ['党群服务中心', 'Party-mass service center'],
} as const;

export const registrationStatuses = {
  REGISTERED: ['已登记', 'Registered'],
  FILED: ['已备案', 'Filed'],
  UNREGISTERED: ['未登记', 'Unregistered'],
  DEREGISTERED: ['已注销', 'Deregistered'],
  REVOKED: ['已撤销', 'Revoked'],
} as const;

export const serviceLevels = {
  CITY: ['市级平台', 'City platform'],
  COUNTY_CENTER: ['县区中心', 'County center'],
  TOWNSHIP_STATION: ['乡镇（街道）站', 'Township station'],
  VILLAGE_POINT: ['村（社区）点', 'Village point'],
  GRID: ['网格', 'Grid'],
} as const;

export const incubationStages = {
  APPLIED: ['申请', 'Applied'],
  SCREENING: ['初审', 'Screening'],
  REVIEWING: ['评审', 'Reviewing'],
  PUBLICIZED: ['公示', 'Publicized'],
  ADMITTED: ['入壳', 'Admitted'],
  INCUBATING: ['孵化中', 'Incubating'],
  MIDTERM_REVIEW: ['中期评估', 'Midterm review'],
  RECTIFYING: ['整改', 'Rectifying'],
  FINAL_REVIEW: ['终期评估', 'Final review'],
  EXTENDED: ['延期', 'Extended'],
  GRADUATED: ['出壳', 'Graduated'],
  ALUMNI: ['跟踪回访', 'Alumni'],
  REJECTED: ['未通过', 'Rejected'],
  WITHDRAWN: ['已撤回', 'Withdrawn'],
  EXITED: ['已退出', 'Exited'],
} as const;

export const incubationClockKinds = {
  SCREENING: ['初审期限', 'Screening'],
  TERM: ['孵化期', 'Term'],
  HANDOVER: ['交接期限', 'Handover'],
} as const;

export const awardLevels = {
  NATIONAL: ['国家级', 'National'],
  PROVINCIAL: ['省级', 'Provincial'],
  PREFECTURE: ['市级', 'City'],
  COUNTY: ['县区级', 'County'],
} as const;

export const partnerKinds = {
  UNIVERSITY: ['高校', 'University'],
  FOUNDATION: ['基金会', 'Foundation'],
  CHARITY_PLATFORM: ['慈善平台', 'Charity platform'],
  CHARITY_ORGANIZATION: ['慈善组织', 'Charity organization'],
  ENTERPRISE: ['企业', 'Enterprise'],
  GOVERNMENT_BODY: ['党政部门', 'Government body'],
  PROCURATORATE: ['检察机关', 'Procuratorate'],
} as const;

export const resourceCategories = {
  VENUE: ['场地', 'Venue'],
  FUND: ['资金', 'Fund'],
  GOODS: ['物资', 'Goods'],
  EXPERT: ['专家', 'Expert'],
  VOLUNTEER_TIME: ['志愿服务时间', 'Volunteer time'],
  TRAINING: ['培训', 'Training'],
  PROJECT: ['项目', 'Project'],
  EQUIPMENT: ['设备', 'Equipment'],
  MEDIA: ['媒体', 'Media'],
} as const;

export const resourceStatuses = {
  DRAFT: ['草稿', 'Draft'],
  PUBLISHED: ['已发布', 'Published'],
  WITHDRAWN: ['已撤回', 'Withdrawn'],
} as const;

export const resourceLinkStatuses = {
  PROPOSED: ['待回应', 'Proposed'],
  ACCEPTED: ['已接受', 'Accepted'],
  ACTIVE: ['进行中', 'Active'],
  FULFILLED: ['已完成', 'Fulfilled'],
  DECLINED: ['已谢绝', 'Declined'],
  CANCELLED: ['已取消', 'Cancelled'],
} as const;

export const campaignStatuses = {
  DRAFT: ['草稿', 'Draft'],
  FILED: ['已备案', 'Filed'],
  OPEN: ['募集中', 'Open'],
  CLOSED: ['已结束', 'Closed'],
  CANCELLED: ['已取消', 'Cancelled'],
} as const;

export const disclosureKinds = {
  INTERIM: ['阶段公开', 'Interim'],
  FINAL: ['全面公开', 'Final'],
} as const;

export const donationKinds = {
  CASH: ['现金', 'Cash'],
  IN_KIND: ['物资', 'In kind'],
} as const;

export const donationStatuses = {
  PLEDGED: ['已承诺', 'Pledged'],
  RECEIVED: ['已到账', 'Received'],
  PARTLY_REFUNDED: ['部分退还', 'Partly refunded'],
  REFUNDED: ['已退还', 'Refunded'],
  REVERSED: ['已冲销', 'Reversed'],
} as const;

export const fundingPoolKinds = {
  PUBLIC_WELFARE_VENTURE: ['公益创投', 'Public welfare venture'],
  LIVELIHOOD_MICRO_PROJECT: ['民生微实事', 'Livelihood micro-project'],
  SOCIAL_SERVICE: ['社会服务', 'Social service'],
  OPERATING_GRANT: ['运营经费', 'Operating grant'],
} as const;

export const grantStatuses = {
  APPLIED: ['申请中', 'Applied'],
  AWARDED: ['已立项', 'Awarded'],
  IN_PROGRESS: ['实施中', 'In progress'],
  CLOSED: ['已结项', 'Closed'],
  REJECTED: ['未通过', 'Rejected'],
  TERMINATED: ['已终止', 'Terminated'],
} as const;

export const concentrationBands = {
  LOW: ['低', 'Low'],
  MODERATE: ['中', 'Moderate'],
  HIGH: ['高', 'High'],
} as const;

export const nodeKinds = {
  ORGANIZATION: ['机构', 'Organization'],
  PARTNER: ['合作伙伴', 'Partner'],
  PROJECT: ['项目', 'Project'],
} as const;

export const edgeKinds = {
  RESOURCE_LINK: ['资源对接', 'Resource link'],
  AGREEMENT: ['合作协议', 'Agreement'],
} as const;

export const importNouns = {
  PARTNERS: ['合作伙伴', 'Partners'],
  RESOURCES: ['资源', 'Resources'],
  ORGANIZATIONS: ['机构', 'Organizations'],
  DONATIONS: ['捐赠', 'Donations'],
} as const;

export const importStatuses = {
  RECEIVING: ['上传中', 'Uploading'],
  WAITING: ['等待读取', 'Waiting'],
  READING: ['读取中', 'Reading'],
  READY: ['待核对列', 'Ready for mapping'],
  CHECKING: ['校验中', 'Checking'],
  CHECKED: ['已校验', 'Checked'],
  WRITING: ['写入中', 'Writing'],
  WRITTEN: ['已写入', 'Written'],
  UNDOING: ['撤销中', 'Being undone'],
  UNDONE: ['已撤销', 'Undone'],
  FAILED: ['无法读取', 'Failed'],
} as const;

export const importConfidences = {
  HIGH: ['高', 'High'],
  MEDIUM: ['中', 'Medium'],
  NONE: ['未识别', 'None'],
} as const;

export const importDuplicateRules = {
  SKIP: ['跳过', 'Skip'],
  UPDATE: ['更新', 'Update'],
  CREATE: ['仍然新建', 'Create anyway'],
} as const;

export const importSeverities = {
  ERROR: ['错误', 'Error'],
  WARNING: ['提醒', 'Warning'],
} as const;

export const provenances = {
  PUBLISHED: ['公开报道', 'Published'],
  REGISTERED: ['系统登记', 'Registered'],
  IMPORTED: ['表格导入', 'Imported'],
  SYNTHETIC: ['演示数据', 'Demonstration'],
} as const;

/** Subgraphs, by what a person knows of them. */
export const subgraphs = {
  organizations: ['机构', 'Organizations'],
  partners: ['合作与对接', 'Partners and links'],
  donations: ['捐赠与资金', 'Donations and funds'],
  identity: ['账号', 'Accounts'],
  imports: ['导入', 'Imports'],
} as const;
