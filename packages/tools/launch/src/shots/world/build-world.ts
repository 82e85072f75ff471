import { eventually } from '@assay/testkit';
import { type ApiSession, signIn, signUp } from '../../api-session.ts';
import { DEMO_SIGN_INS } from '../../demo-sign-ins.ts';
import type { Viewer } from '../route-plan.ts';
import { readings, visits } from './made-up-tables.ts';
import { type BatchWorld, makeBatches } from './make-batches.ts';
import { makeBlindTests } from './make-blind-tests.ts';
import { makeComments } from './make-comments.ts';
import { makeControls } from './make-controls.ts';
import { type DrawingWorld, makeDrawings } from './make-drawings.ts';
import { makeGuideline } from './make-guideline.ts';
import { type ImageWorld, makeImages } from './make-images.ts';
import { type LabelImportWorld, makeLabelImports } from './make-label-imports.ts';
import { makeLabelSchema } from './make-label-schema.ts';
import { makeOutdated } from './make-outdated.ts';
import { makePractice } from './make-practice.ts';
import { makeRates } from './make-rates.ts';
import { makeReleases, type ReleaseWorld } from './make-releases.ts';
import { makeReports, type ReportWorld } from './make-reports.ts';
import { makeReview, type ReviewWorld } from './make-review.ts';
import { makeScenarios } from './make-scenarios.ts';
import { makeVerify } from './make-verify.ts';
import { makeVersions, type VersionWorld } from './make-versions.ts';
import { makeWebhooks } from './make-webhooks.ts';
import { uploadRefresh, uploadTable } from './upload-table.ts';

const password = 'assay-demo-password';

/** What the pictures are of: ids in the demo, and in two organisations of their own that have hardly begun. */
export type World = {
  demo: string;
  /** Of rows whose own labels are verified. */
  verifyBatch: string;
  /** An organisation in which nothing was done, and one with a project that has begun. */
  fresh: string;
  begun: string;
  project: string;
  bareProject: string;
  strikes: string;
  wages: string;
  airports: string;
  /** The project of the wages, with a recipe of two versions and a pilot that is judged. */
  wagesProject: string;
  /** Drawn streets, with a batch in which their labels are corrected. */
  scenesProject: string;
  scenesRun: string;
  recipe: string;
  run: string;
  /** With two versions; with one and no section. */
  guideline: string;
  shortGuideline: string;
  /** Under which rows were answered before it changed. */
  outdatedGuideline: string;
  /** Under whose questions an expert decided rows to practise on. */
  practiceBatch: string;
  /** Before an expert, of a batch under it. */
  guidedItem: string;
  /** Read and waiting for a person; failed. */
  toReview: { sourceId: string; versionId: string };
  failed: { sourceId: string; versionId: string };
  /** With two versions, the second of which drifted. */
  visits: { sourceId: string; versionId: string };
  /** In the organisation that has begun: one imported without findings or splits, one not imported. */
  plain: { sourceId: string; versionId: string };
  unread: { sourceId: string; versionId: string };
  /** One that has ended, and one that people work on. */
  blindTest: string;
  openBlindTest: string;
  /** With a reply, about the batch. */
  comment: string;
  /** To which a test was sent in vain. */
  webhook: string;
  /** With two versions. */
  labelSchema: string;
  job: string;
  failedJob: string;
  event: string;
  measurement: string;
  invitation: string;
  reports: ReportWorld;
} & BatchWorld &
  DrawingWorld &
  ImageWorld &
  LabelImportWorld &
  ReleaseWorld &
  ReviewWorld &
  VersionWorld;

type Sessions = Record<Exclude<Viewer, 'nobody'>, ApiSession>;

const LONG_NAME =
  'Long-term follow-up of wildlife strikes near regional airports with incomplete reports, second attempt (demo)';

/** Signs everybody in and makes what the demo lacks. Each run makes its own, so that it can be run again. */
export async function buildWorld(url: string): Promise<{ world: World; sessions: Sessions }> {
  const stamp = Date.now().toString(36);
  const sessions = await signEverybodyIn(url, stamp);
  const { annotator, engineer, expert, founder, manager } = sessions;
  const fresh = await found(founder, 'Fresh organisation');
  const begun = await found(founder, 'Begun organisation');
  founder.enter(begun);
  const [ours, theirs] = [await beginProjects(founder), await fillDemo(manager, stamp)];
  const guided = await makeGuideline(manager, annotator, theirs.project);
  const batches = await makeBatches(manager, annotator, {
    projectId: theirs.wagesProject,
    runId: theirs.run,
    labelSchemaId: theirs.labelSchema,
  });
  const reviewed = await makeReview(
    { manager, people: [annotator, expert] },
    { projectId: theirs.wagesProject, runId: theirs.run, labelSchemaId: theirs.labelSchema },
  );
  await makeControls(
    { manager, people: [annotator, expert] },
    { projectId: theirs.wagesProject, runId: theirs.run, labelSchemaId: theirs.labelSchema },
  );
  await makeRates(manager, theirs.wagesProject);
  const outdated = await makeOutdated(
    { manager, annotator },
    { projectId: theirs.wagesProject, runId: theirs.run, labelSchemaId: theirs.labelSchema },
  );
  const practised = await makePractice(
    { manager, annotator, expert },
    { projectId: theirs.wagesProject, runId: theirs.run, labelSchemaId: theirs.labelSchema },
  );
  const verified = await makeVerify(manager, { projectId: theirs.wagesProject, runId: theirs.run });
  const pictures = await makeImages(manager, theirs.wagesProject);
  const drawn = await makeDrawings(
    { manager, people: [annotator, expert] },
    { projectId: theirs.scenesProject, runId: theirs.scenesRun },
  );
  const imported = await makeLabelImports(manager, {
    projectId: theirs.wagesProject,
    runId: theirs.run,
    labelSchemaId: theirs.labelSchema,
  });
  const blind = await makeBlindTests(
    { manager, people: [annotator, expert] },
    { projectId: theirs.wagesProject, runId: theirs.run },
  );
  const versions = await makeVersions(manager, annotator, {
    projectId: theirs.wagesProject,
    recipeId: theirs.recipe,
    labelSchemaId: theirs.labelSchema,
  });
  const released = await makeReleases({ manager, engineer }, { projectId: theirs.wagesProject, ...versions });
  const talk = await makeComments({ manager, annotator }, batches);
  const hooks = await makeWebhooks(manager, theirs.wagesProject);
  const made = {
    ...talk,
    ...hooks,
    ...guided,
    ...outdated,
    ...practised,
    ...batches,
    ...reviewed,
    ...versions,
    ...released,
    ...verified,
    ...imported,
    ...pictures,
    ...drawn,
    ...blind,
  };
  return { world: { demo: 'demo', fresh, begun, ...ours, ...theirs, ...made }, sessions };
}

async function signEverybodyIn(url: string, stamp: string): Promise<Sessions> {
  const demo = async (who: string): Promise<ApiSession> => {
    const person = DEMO_SIGN_INS.find((each) => each.email.startsWith(`${who}@`));
    if (person === undefined) throw new Error(`The demo has no ${who}.`);
    const session = await signIn(url, person);
    session.enter('demo');
    return session;
  };
  const anew = (name: string) =>
    signUp(url, {
      name,
      email: `${name.toLowerCase().replace(' ', '.')}-${stamp}@pictures.example`,
      password,
    });
  return {
    manager: await demo('manager'),
    expert: await demo('expert'),
    engineer: await demo('engineer'),
    annotator: await demo('annotator'),
    auditor: await demo('auditor'),
    founder: await anew('New Founder'),
    newcomer: await anew('New Person'),
  };
}

async function found(session: ApiSession, name: string): Promise<string> {
  return (await session.api.organisation.create.mutate({ name })).slug;
}

async function beginProjects(founder: ApiSession) {
  const { api } = founder;
  const bare = await api.project.create.mutate({ name: 'Nothing in it yet' });
  const { id: projectId } = await api.project.create.mutate({ name: 'Readings' });
  const unread = await uploadTable(founder, {
    projectId,
    name: 'Readings, to be reviewed',
    fileName: 'readings.csv',
    text: readings(60),
    until: 'read',
  });
  const plain = await uploadTable(founder, {
    projectId,
    name: 'Readings of a gauge',
    fileName: 'readings.csv',
    text: readings(200),
    until: 'imported',
  });
  return { bareProject: bare.id, unread, plain };
}

async function fillDemo(manager: ApiSession, stamp: string) {
  const { api } = manager;
  const { projects } = await api.project.list.query({ limit: 50 });
  const named = (text: string) => {
    const found = projects.find((each) => each.name.includes(text));
    if (found === undefined) throw new Error(`The demo has no project "${text}".`);
    return found.id;
  };
  const project = named('Wildlife strikes (demo)');
  const { sources } = await api.source.list.query({ projectId: project, limit: 50 });
  const inWages = await api.source.list.query({ projectId: named('Wages'), limit: 50 });
  const source = (text: string) => {
    const found = [...sources, ...inWages.sources].find((each) => each.name.includes(text));
    if (found === undefined) throw new Error(`The demo has no source "${text}".`);
    return found;
  };
  const toReview = source('to be reviewed');
  const wages = source('CPS wages').id;
  const invited = await api.member.invite.mutate({
    email: `somebody.with.a.rather.long.address-${stamp}@department.pictures.example`,
    roles: ['member'],
    project: { id: project, roles: ['expert', 'annotator'] },
  });
  await api.apiKey.create.mutate({
    name: 'Nightly import',
    scopes: ['project.read', 'source.read', 'source.create'],
    expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  });
  const long = await api.project.create.mutate({ name: LONG_NAME, stakes: 'high' });
  const trashed = await api.project.create.mutate({ name: 'A trial that was given up' });
  await api.project.trash.mutate({ projectId: trashed.id });
  await api.organisation.export.order.mutate();
  await addPopulation(manager, wages);
  await saveView(manager, source('Wildlife strikes 1990').id);
  const first = await uploadTable(manager, {
    projectId: long.id,
    name: 'Visits, made up for pictures',
    fileName: 'visits-2024-first-half-with-a-long-name-of-its-file.csv',
    text: visits(400, false),
    until: 'imported',
  });
  const failed = await uploadTable(manager, {
    projectId: long.id,
    name: 'An archive under another name',
    fileName: 'archive.csv',
    text: `PK\u0003\u0004${'\u0000'.repeat(64)}`,
    until: 'read',
  });
  const second = await uploadRefresh(manager, {
    projectId: long.id,
    sourceId: first.sourceId,
    fileName: 'visits-2025.csv',
    text: visits(520, true),
  });
  const wagesProject = named('Wages');
  const scenesProject = named('Street scenes (demo)');
  const { runs: scenes } = await api.run.list.query({ projectId: scenesProject, limit: 1 });
  const generated = await generate(manager, wagesProject, wages);
  const labelSchema = await makeLabelSchema(manager, wagesProject);
  await makeScenarios(manager, wagesProject);
  const reports = await makeReports(manager, { projectId: named('Wages'), sourceId: wages, stamp });
  const rest = await lookUp(manager, second.versionId, failed.versionId);
  return {
    project,
    strikes: source('Wildlife strikes 1990').id,
    wages,
    wagesProject,
    scenesProject,
    scenesRun: scenes[0]?.id ?? '',
    ...generated,
    labelSchema,
    airports: source('Airports').id,
    toReview: { sourceId: toReview.id, versionId: toReview.latest?.id ?? '' },
    failed,
    visits: second,
    reports,
    invitation: invited.link.slice(invited.link.lastIndexOf('/') + 1),
    ...rest,
  };
}

/** Ids that come by themselves: of jobs, log entries and measurements. */
async function lookUp({ api }: ApiSession, versionId: string, failedVersionId: string) {
  const done = await api.job.list.query({ subjectId: versionId, limit: 10 });
  const broken = await api.job.list.query({ subjectId: failedVersionId, limit: 10 });
  const { events } = await api.log.list.query({ limit: 50 });
  const measurement = await eventually(
    async () => {
      const { measurements } = await api.measurement.latest.query({
        subjectType: 'sourceVersion',
        subjectId: versionId,
      });
      const found = measurements.find((each) => each.metric === 'psi') ?? measurements[0];
      if (found === undefined) throw new Error('Nothing is measured yet.');
      return found.id;
    },
    { timeout: 120_000, interval: 250 },
  );
  return {
    job: done.jobs[0]?.id ?? '',
    failedJob: broken.jobs[0]?.id ?? '',
    event: events.find((each) => each.action.startsWith('source'))?.id ?? events[0]?.id ?? '',
    measurement,
  };
}

/** A recipe of two versions and its pilot, made once however often pictures are taken. */
async function generate({ api }: ApiSession, projectId: string, sourceId: string) {
  const name = 'Wages for pictures';
  const { recipes } = await api.recipe.list.query({ projectId, search: name });
  const { runs } = await api.run.list.query({ projectId });
  const known = recipes[0];
  const before = runs.find((run) => run.recipe?.id === known?.id && run.verdict !== null);
  if (known !== undefined && before !== undefined) return { recipe: known.id, run: before.id };
  const document = { type: 'assay.recipe', version: 1, method: 'tree', sourceId, leaf: 100 } as const;
  const made = await api.recipe.create.mutate({ projectId, name, document });
  const { revision } = await api.recipe.get.query({ recipeId: made.id });
  const { versionId } = await api.recipe.save.mutate({
    recipeId: made.id,
    revision,
    document: { ...document, leaf: 50 },
    note: 'Closer to the source',
  });
  const { runId } = await api.run.start.mutate({ recipeVersionId: versionId, kind: 'pilot' });
  await eventually(
    async () => {
      const { verdict, status } = await api.run.get.query({ runId });
      if (verdict === null) throw new Error(`The pilot is ${status} and has no verdict yet.`);
    },
    { timeout: 120_000, interval: 250 },
  );
  return { recipe: made.id, run: runId };
}

async function addPopulation({ api }: ApiSession, sourceId: string): Promise<void> {
  const populations = await api.population.list.query({ sourceId });
  if (populations.length > 0) return;
  await api.population.add.mutate({
    sourceId,
    name: 'Equal shares, made up',
    citation: 'Made up for the pictures: half and half.',
    columns: ['gender'],
    rows: [
      { group: ['female'], size: 1000 },
      { group: ['male'], size: 1000 },
    ],
  });
}

async function saveView({ api }: ApiSession, sourceId: string): Promise<void> {
  const table = { type: 'source-rows' as const, id: sourceId };
  const { views } = await api.view.list.query({ table });
  if (views.length > 0) return;
  await api.view.save.mutate({
    table,
    name: 'Strikes in Texas',
    shared: true,
    state: {
      type: 'assay.table-view',
      version: 1,
      where: '`Origin State` = "Texas"',
      sort: '',
      columns: '',
    },
  });
}
