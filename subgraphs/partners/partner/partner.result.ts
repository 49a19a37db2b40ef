import { connectionType } from '#shared/connection.js';
import { Partner } from './partner.entity.js';

export const PartnerConnection = connectionType('Partner', () => Partner);
