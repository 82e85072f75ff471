import { describe, expect, it } from 'vitest';
import { tokenise } from '../text/tokens.ts';
import { chatNameSpans, handleSpans } from './chat-name-spans.ts';

const chat = (text: string) =>
  chatNameSpans(text, tokenise(text)).map((span) => text.slice(span.start, span.end));
const handles = (text: string) =>
  handleSpans(text, tokenise(text)).map((span) => text.slice(span.start, span.end));

describe('chatNameSpans', () => {
  it('finds the one word that is no English word', () => {
    expect(chat('i think ruomeira has the keys')).toEqual(['ruomeira']);
    expect(chat('ruomeira: running late')).toEqual(['ruomeira']);
  });

  it('finds nothing in ordinary words, capitals, and texts that are too long', () => {
    expect(chat('i think the printer has no paper')).toEqual([]);
    expect(chat('I think ruomeira has the keys')).toEqual([]);
    expect(chat(`i think ruomeira has the keys ${'and the door '.repeat(40)}`)).toEqual([]);
  });

  it('leaves out parts of paths and addresses', () => {
    expect(chat('the file is in /ruomeira/ on the server')).toEqual([]);
  });
});

describe('handleSpans', () => {
  it('finds handles that are names', () => {
    expect(handles('@sayaka could you check')).toEqual(['sayaka']);
    expect(handles('mail a@sayaka or @printer or @sayaka/team')).toEqual([]);
  });
});
