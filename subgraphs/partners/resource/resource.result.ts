import { connectionType } from '#shared/connection.js';
import { Resource } from './resource.entity.js';

export const ResourceConnection = connectionType('Resource', () => Resource);
