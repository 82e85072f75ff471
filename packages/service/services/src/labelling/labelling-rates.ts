import { AssayError, type LabellingRates, labellingRates } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, currencyMayBe, type RatesInForce, ratesInForce } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { asJson } from '../sources/source-record.ts';

async function savedRates(t: Repositories, projectId: string) {
  return (await t.costs.rates(projectId)).map(({ document, ...row }) => ({
    ...row,
    document: labellingRates.parse(document),
  }));
}

const asSaved = (rows: Awaited<ReturnType<typeof savedRates>>) =>
  rows.map(({ number, holdsFrom, document }) => ({
    number,
    from: holdsFrom?.getTime() ?? null,
    rates: document,
  }));

/** Rates of a project and since when they hold, in the order of time. */
export async function ratesOf(
  t: Repositories,
  projectId: string,
): Promise<readonly RatesInForce<LabellingRates>[]> {
  return ratesInForce(asSaved(await savedRates(t, projectId)));
}

/** Rates as they were saved, the newest first, and which of them hold since when. */
export function getLabellingRates(deps: Deps, actor: Actor, input: { projectId: string }) {
  return query(deps, actor, async (t) => {
    const rows = await savedRates(t, input.projectId);
    const line = ratesInForce(asSaved(rows));
    const names = await t.members.names([
      ...new Set(rows.flatMap((row) => [row.createdBy, ...row.document.people.map((each) => each.personId)])),
    ]);
    const person = (userId: string) => ({ userId, name: names.get(userId) ?? null });
    return {
      number: rows[0]?.number ?? 0,
      versions: rows.map((row) => ({
        number: row.number,
        holdsFrom: row.holdsFrom,
        /** Replaced for all time by later ones: nothing is charged by them any more. */
        replaced: !line.some(({ number }) => number === row.number),
        rates: row.document,
        people: row.document.people.map(({ personId, hour }) => ({ ...person(personId), hour })),
        note: row.note,
        at: row.createdAt,
        by: person(row.createdBy),
      })),
    };
  });
}

/** Says what work costs, from a moment on or for all of it; what was said before is kept. */
export function saveLabellingRates(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; known: number; holdsFrom: Date | null; note: string; rates: LabellingRates },
): Promise<{ number: number }> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const { projectId, known, holdsFrom, note, rates } = input;
    const saved = asSaved(await savedRates(t, projectId));
    // Whoever left keeps the rate of the work that they did.
    const paid = new Set(saved.flatMap((each) => each.rates.people.map(({ personId }) => personId)));
    for (const { personId } of rates.people) {
      if (!paid.has(personId) && (await t.projects.rolesOf(projectId, personId)) === null) {
        throw new AssayError('bad-input', 'A person with a rate of their own is not in this project.', {
          field: 'rates.people',
          kept: 'Nothing was saved.',
          next: 'Take them off the list, or invite them into the project first.',
        });
      }
    }
    if (!currencyMayBe(rates.currency, holdsFrom?.getTime() ?? null, saved)) {
      throw new AssayError('bad-input', 'Earlier rates are in another currency.', {
        field: 'rates.currency',
        kept: 'Nothing was saved.',
        next: 'Keep the currency, or save rates that hold for all work from the beginning.',
      });
    }
    const id = deps.ids.next();
    const row = await t.costs.addRates({
      id,
      projectId,
      known,
      holdsFrom,
      document: asJson(rates),
      note,
      createdBy,
    });
    if (row === null) throw stale('rates');
    await record({
      action: 'cost.rates-saved',
      object: { type: 'labellingRates', id },
      projectId,
      details: {
        number: row.number,
        holdsFrom: holdsFrom?.toISOString() ?? null,
        currency: rates.currency,
        // What people are paid is for managers; the log is read by others too.
        people: rates.people.length,
      },
    });
    return { number: row.number };
  });
}
