import { createUnionType, Field, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { InvalidInput, Problem, UnknownReference } from '#shared/problem.js';
import { Project } from './project.entity.js';

export const ProjectConnection = connectionType('Project', () => Project);

@ObjectType({ implements: Problem, description: 'The organization runs a project with this name.' })
export class ProjectAlreadyRegistered extends Problem {
  @Field(() => Project)
  existing!: Project;
}

export const RegisterProjectResult = createUnionType({
  name: 'RegisterProjectResult',
  types: () => [Project, InvalidInput, ProjectAlreadyRegistered, UnknownReference] as const,
});
