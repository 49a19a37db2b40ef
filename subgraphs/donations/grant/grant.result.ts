import { connectionType } from '#shared/connection.js';
import { Grant } from './grant.entity.js';

export const GrantConnection = connectionType('Grant', () => Grant);
