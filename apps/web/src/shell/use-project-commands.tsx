'use client';

import type { Permission } from '@assay/contracts';
import type { CommandGroup } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import {
  BookOpenText,
  ChartNoAxesColumn,
  ClipboardList,
  ClipboardPlus,
  Database,
  FileChartColumn,
  Gauge,
  Gavel,
  GitCommitVertical,
  Images,
  ImageUp,
  ListChecks,
  ListTodo,
  NotebookPen,
  NotebookText,
  Play,
  Plus,
  Stamp,
  Tags,
  Target,
  Upload,
  Users,
} from 'lucide-react';
import { useParams, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useOrg } from './org-context.tsx';

/** What the palette offers on a page of a project, or of something in one: the rooms of that project. */
export function useProjectCommands(): CommandGroup[] {
  const t = useTranslations('shell.inProject');
  const trpc = useTRPC();
  const router = useRouter();
  const { path } = useOrg();
  const params = useParams<{ [name: string]: string | undefined }>();
  const run = useQuery(
    trpc.run.get.queryOptions(params.runId === undefined ? skipToken : { runId: params.runId }),
  );
  const recipe = useQuery(
    trpc.recipe.get.queryOptions(params.recipeId === undefined ? skipToken : { recipeId: params.recipeId }),
  );
  const report = useQuery(
    trpc.report.get.queryOptions(params.reportId === undefined ? skipToken : { reportId: params.reportId }),
  );
  const source = useQuery(
    trpc.source.get.queryOptions(params.sourceId === undefined ? skipToken : { sourceId: params.sourceId }),
  );
  const guideline = useQuery(
    trpc.guideline.get.queryOptions(
      params.guidelineId === undefined ? skipToken : { guidelineId: params.guidelineId },
    ),
  );
  const labelSchema = useQuery(
    trpc.labelSchema.get.queryOptions(
      params.labelSchemaId === undefined ? skipToken : { labelSchemaId: params.labelSchemaId },
    ),
  );
  const batch = useQuery(
    trpc.batch.get.queryOptions(params.batchId === undefined ? skipToken : { batchId: params.batchId }),
  );
  const projectId =
    params.projectId ??
    [run, recipe, report, source, guideline, labelSchema, batch].find((each) => each.data !== undefined)?.data
      ?.projectId;
  const project = useQuery(
    trpc.project.get.queryOptions(projectId === undefined ? skipToken : { projectId }),
  );
  if (project.data === undefined || projectId === undefined) return [];
  const { name, permissions } = project.data;
  const rooms: [id: string, permission: Permission, room: string, icon: ReactNode][] = [
    ['sources', 'source.read', 'sources', <Database aria-hidden key="sources" />],
    ['images', 'image.read', 'images', <Images aria-hidden key="images" />],
    ['recipes', 'recipe.read', 'recipes', <BookOpenText aria-hidden key="recipes" />],
    ['runs', 'run.read', 'runs', <ListTodo aria-hidden key="runs" />],
    ['reports', 'report.read', 'reports', <FileChartColumn aria-hidden key="reports" />],
    ['policies', 'policy.read', 'policies', <Gauge aria-hidden key="policies" />],
    ['guidelines', 'guideline.read', 'guidelines', <NotebookText aria-hidden key="guidelines" />],
    ['goals', 'goal.read', 'goals', <Target aria-hidden key="goals" />],
    ['scenarios', 'scenario.read', 'scenarios', <ListChecks aria-hidden key="scenarios" />],
    ['labelSchemas', 'labelSchema.read', 'label-schemas', <Tags aria-hidden key="labelSchemas" />],
    ['batches', 'batch.read', 'batches', <ClipboardList aria-hidden key="batches" />],
    ['labelling', 'task.work', 'labelling', <ChartNoAxesColumn aria-hidden key="labelling" />],
    ['review', 'review.read', 'review', <Gavel aria-hidden key="review" />],
    ['agreement', 'agreement.read', 'agreement', <Users aria-hidden key="agreement" />],
    ['versions', 'version.read', 'versions', <GitCommitVertical aria-hidden key="versions" />],
    ['releases', 'release.read', 'releases', <Stamp aria-hidden key="releases" />],
    ['newSource', 'source.create', 'sources/new', <Plus aria-hidden key="newSource" />],
    ['newRecipe', 'recipe.write', 'recipes/new', <Play aria-hidden key="newRecipe" />],
    ['newLabelSchema', 'labelSchema.write', 'label-schemas/new', <Plus aria-hidden key="newLabelSchema" />],
    ['newBatch', 'batch.manage', 'batches/new', <ClipboardPlus aria-hidden key="newBatch" />],
    ['newGuideline', 'guideline.write', 'guidelines/new', <NotebookPen aria-hidden key="newGuideline" />],
    ['newVersion', 'version.commit', 'versions/new', <Plus aria-hidden key="newVersion" />],
    ['importImages', 'image.import', 'images/new', <ImageUp aria-hidden key="importImages" />],
    ['importRun', 'run.import', 'runs/import', <Upload aria-hidden key="importRun" />],
  ];
  return [
    {
      id: 'project',
      title: t('title', { name }),
      items: rooms
        .filter(([, permission]) => permissions.includes(permission))
        .map(([id, , room, icon]) => ({
          id: `project-${id}`,
          label: t(id as never),
          icon,
          onSelect: () => router.push(path(`/projects/${projectId}/${room}`)),
        })),
    },
  ];
}
