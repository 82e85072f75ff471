/** What a word in small letters may do beside a name in chat, as flags; one lookup when the word is first met. */
export const TITLE = 1;
export const LEAD = 2;
export const LOOSE = 4;
export const GREETING = 8;
export const HUMAN_NEXT = 16;
export const ADVERB = 32;
export const POSSESSED = 64;
export const PRONOUN = 128;

const LISTS: readonly (readonly [number, string])[] = [
  // Titles.
  [
    TITLE,
    'mr mrs ms dr prof herr frau senor senora sr sra srta signor signora sig mme mlle monsieur madame mevrouw meneer pani pan sayin dona senhor senhora',
  ],
  // Words after which chat writes a name without a capital.
  [
    LEAD,
    'ask asked tell told hi hey hello hiya dear thx thanks ty regards cheers w its with to named called bro sis hallo hola salut ciao yo from ping cc love xx xoxo rgds br brother sister husband wife mum mom dad son daughter boss landlord neighbour neighbor tenant colleague nurse patient customer client pt it is im am',
  ],
  // Leads that often have another word behind: only a given name or two unknown words count.
  [
    LOOSE,
    'its to with called from it is im am thanks ask asked tell told thx ty love cheers patient customer client pt',
  ],
  // Before `its`, `im`: a name follows.
  [GREETING, 'hi hey hello hiya hola it this'],
  // Verbs of people, right after a name.
  [
    HUMAN_NEXT,
    'said says told asked called rang phoned texted emailed wrote replied forgot lost left took brought',
  ],
  // Between a name and its verb.
  [ADVERB, 'just also has had then never'],
  // Verbs that speak of people only before a pronoun.
  [POSSESSED, 'forgot lost left took brought called'],
  // Pronouns.
  [PRONOUN, 'his her their me us him them my our'],
];

const flags = new Map<string, number>();
for (const [flag, words] of LISTS)
  for (const word of words.split(' ')) flags.set(word, (flags.get(word) ?? 0) | flag);

/** The flags of a folded word; 0 for most. */
export function smallCues(folded: string): number {
  return flags.get(folded) ?? 0;
}

/** What chat writes that no English dictionary has. */
export const CHAT_WORDS: ReadonlySet<string> = new Set(
  'lol omg pls plz thx thnx ty tysm abt tmrw tmr tomoz tonite 2nite brb btw idk imo imho gonna wanna gotta kinda sorta dunno yeah yea yep yup nope nah haha hahaha hehe hmm hmmm umm uh huh ugh wow yay yikes oops ok okay kk okie cos coz cuz cause bc tho thru ppl msg msgs txt pic pics vid vids app apps wifi wi-fi asap fyi eta rn ngl tbh smh wtf lmao rofl gn gm gmorning hbd bday bdays congrats welp meh sry soz np nvm dm dms irl fave fav favs info admin pw pwd pwds url inbox online offline laptop iphone android ipad emoji selfie selfies vibe vibes legit sus cringe bruh bro bros sis fam dude dudes mate mates yall ya yo hey hiya hi hello cheers ciao ur u r n w b c cant dont wont didnt doesnt isnt wasnt wouldnt couldnt shouldnt hasnt havent hadnt arent werent im ive ill id youre youve youll hes shes theyre weve whats thats theres wheres heres lets its itll itd howre hows whos whens gotcha lemme gimme cmon alright alrite aint everybodys someones todays tomorrows standup sync deploy repo api backend frontend config login logout signup app kickoff meetup offsite wfh ooo pto eod eow cob tldr ping pinged async bugfix hotfix rollout admin podcast livestream playlist spotify netflix youtube insta tiktok whatsapp snapchat uber lyft ikea lidl aldi tesco pizza pizzas sushi ramen latte'.split(
    ' ',
  ),
);
