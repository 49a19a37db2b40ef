import { getRouteApi } from '@tanstack/react-router';
import { useAsk } from '../kit/ask.js';
import { Notice } from '../kit/notice.js';
import { Panel } from '../kit/panel.js';
import { useViewer } from '../kit/viewer.js';
import { useWords, words } from '../kit/words.js';
import { ResourceToEdit } from '../operations.js';
import { Gate } from './common/gate.js';
import { PortalHead } from './common/head.js';
import { ResourceForm } from './form/resource-form.js';
import './portal.css';

const texts = words(
  {
    register: '登记资源',
    edit: '修改资源',
    missing: '没有找到这项资源。',
    whose: '请先在门户里选择合作伙伴。',
  },
  {
    register: 'Register a resource',
    edit: 'Edit a resource',
    missing: 'This resource was not found.',
    whose: 'Please choose a partner in the portal first.',
  },
);
const newRoute = getRouteApi('/portal/resources/new');
const editRoute = getRouteApi('/portal/resources/$resourceId');

/** Where a resource is registered. */
export function ResourceFormPage() {
  const { register } = useWords(texts);
  return (
    <Gate roles={['partner', 'admin']}>
      <PortalHead title={register} />
      <NewResource />
    </Gate>
  );
}

function NewResource() {
  const { whose } = useWords(texts);
  const viewer = useViewer();
  const { partner } = newRoute.useSearch();
  const owner = viewer.is('admin') ? (partner ?? null) : viewer.partnerId;
  if (owner === null) return <p className="panel empty">{whose}</p>;
  return <ResourceForm partner={owner} latest={null} onRefresh={() => undefined} />;
}

/** Where a resource that is on record is changed. */
export function ResourceEditPage() {
  const { edit } = useWords(texts);
  return (
    <Gate roles={['partner', 'admin']}>
      <PortalHead title={edit} />
      <KnownResource />
    </Gate>
  );
}

function KnownResource() {
  const { edit, missing } = useWords(texts);
  const { resourceId } = editRoute.useParams();
  const answer = useAsk(ResourceToEdit, { id: resourceId });
  const resource = answer.data?.resource;
  if (resource != null)
    return (
      <ResourceForm
        key={resource.id}
        partner={resource.partner.id}
        latest={resource}
        onRefresh={answer.refresh}
      />
    );
  return (
    <div className="portal-form">
      <Notice answer={answer} />
      <Panel title={edit} from={['partners']} answer={answer} height={320}>
        {answer.data !== undefined && <p className="empty">{missing}</p>}
      </Panel>
    </div>
  );
}
