import { describe, expect, test } from 'vitest';
import {
  type Act,
  BEHAVIOUR_DISC,
  BEHAVIOUR_IMAGE,
  BEHAVIOUR_SCREEN,
  BEHAVIOUR_SKELETON,
  type Behaviour,
  seenOf,
} from './testing/behaviours/behaviour.ts';
import { commandBehaviours } from './testing/behaviours/command-behaviours.ts';
import { behavioursOfCommands, behavioursOfTools } from './testing/behaviours/list-behaviours.ts';
import { toolBehaviours } from './testing/behaviours/tool-behaviours.ts';
import { type Driver, driveWith } from './testing/driver.ts';
import { discPicture } from './testing/pictures.ts';

const WINDOW = discPicture(BEHAVIOUR_IMAGE, BEHAVIOUR_DISC);
type Pointer = 'mouse' | 'touch' | 'pen';

function begin({ given = [] }: Behaviour): Driver {
  const driver = driveWith({
    image: BEHAVIOUR_IMAGE,
    pixelsAround: () => WINDOW,
    skeletonOf: () => BEHAVIOUR_SKELETON,
  });
  driver.editor.resizeScreen(BEHAVIOUR_SCREEN);
  driver.editor.store.transact(() => driver.editor.store.put(...given), 'remote');
  return driver;
}

function act(driver: Driver, acts: readonly Act[], pointer: Pointer): void {
  for (const each of acts) {
    if (each.do === 'press') expect(driver.editor.press(each.stroke), each.stroke).toBe(true);
    else if (each.do === 'click') driver.click(...each.at, { pointer, ...each.held });
    else driver.drag(each.from, each.to, { pointer });
  }
}

/** Does what was asked for come of the acts, and of nothing before them? */
function prove(behaviour: Behaviour, pointer: Pointer): Driver {
  const { first = [], acts, told, gives } = behaviour;
  const driver = begin(behaviour);
  act(driver, first, pointer);
  expect(told(seenOf(driver.editor))).not.toEqual(gives);
  act(driver, acts, pointer);
  expect(told(seenOf(driver.editor))).toEqual(gives);
  return driver;
}

describe.each(['mouse', 'touch', 'pen'] as const)('with %s', (pointer) => {
  test.each(behavioursOfTools())('the tool %s does what it is there for', (_, behaviour) => {
    const driver = prove(behaviour, pointer);
    const after = seenOf(driver.editor);
    // What was made is a step of the history, and comes again as it was.
    while (driver.editor.run('undo'));
    expect(seenOf(driver.editor).relations).toEqual([]);
    expect(seenOf(driver.editor).regions).toEqual(
      (behaviour.given ?? []).filter((each) => each.type === 'region'),
    );
    while (driver.editor.run('redo'));
    expect(seenOf(driver.editor).regions).toEqual(after.regions);
    expect(seenOf(driver.editor).relations).toEqual(after.relations);
  });
});

test.each(behavioursOfCommands({ allKeys: true }))('%s', (_, behaviour) => {
  prove(behaviour, 'mouse');
});

test('no behaviour is of a tool or a command that is gone', () => {
  const names = (all: readonly (readonly [string, unknown])[]) => all.map(([name]) => name.split(' by ')[0]);
  expect(Object.keys(toolBehaviours).sort()).toEqual(names(behavioursOfTools()).sort());
  expect(Object.keys(commandBehaviours).sort()).toEqual(
    names(behavioursOfCommands({ allKeys: false })).sort(),
  );
});
