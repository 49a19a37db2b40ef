import { connectionType } from '#shared/connection.js';
import { Project } from './project.entity.js';

export const ProjectConnection = connectionType('Project', () => Project);
