const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Titles before a name, folded (no full stop). */
export const HONORIFICS = set(
  'mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev reverend fr father sister brother hon judge justice capt captain col colonel maj major lt lieutenant sgt sergeant cpl pvt gen general adm admiral officer detective inspector constable senator congressman congresswoman governor mayor ambassador principal coach nurse rabbi imam sheikh shaikh pastor bishop chaplain herr frau fraulein hr fr herrn dipl ing mag m mme mlle monsieur madame mademoiselle maitre docteur sr sra srta senor senora senorita don dona doctora dra doctor sig sigra signor signora signorina dott dottssa dottoressa ing avv senhor senhora doutor doutora dhr mevr mevrouw meneer heer pan pani panu pana pania panie bay bayan hanim sayin shri smt sri kumari begum ustad haji hajji cik encik puan tuan datuk khun mzee mwalimu bwana mama ba u daw ato weizero pak bapak ibu gospodin gospodja gospa kyrios kyria fru froken fröken rouva herra neiti',
);
/** Titles that are also other words: they count only with a capital and a following full stop or before a name. */
export const WEAK_HONORIFICS = set(
  'm fr ba u mama ing col general major father sister brother principal coach nurse judge justice lady lord mayor father don pan captain doctor professor officer hr bay mag hon',
);

/** Words between the parts of a name. */
export const PARTICLES = set(
  'de la le del della di da do dos das du van der den ter ten het von zu zum zur af av al el bin ibn bint ben ap ab mac san santa y e i st op t della degli dei lo',
);
export const SUFFIXES = set('jr sr ii iii iv phd md esq msc mba bsc dds rn jd cpa dvm do ba ma np pa');

/** Function words: at the start of a sentence they are never a name, though some are spelt like one. */
export const FUNCTION_WORDS = set(
  'the a an and or but if then when while for of in on at by to from with into over under after before is are was were be been have has had do does did would shall should can could might must not no yes all any some each every both few many more most such only so than too very just also now here there where why how what which who this that these those it its he she they we you me him her us them my your his our their as der die das den dem des ein eine und oder mit von im am bei nach aus auf le les un une des du et ou mais avec sans pour dans sur los las unos unas con sin para por en el ella se su sus il lo gli uno ma per os uma um na nos em het een van op te och som att det en je ik wir sie er ich nous vous ils elle',
);

/** Words right before a name in running text; each must stand just before it. */
export const STRONG_LEAD =
  /(?:my name is|name is|name\s?[:=]|names?:|i am|i'm|this is|named|called|patient(?: name)?:?|pt\.?:?|dear|hi|hello|hey|regards,?|sincerely,?|cheers,?|thanks,?|yours,?|faithfully,?|truly,?|best,|signed(?: by)?:?|signature:?|attn:?|attention:?|c\/o|contact(?: person)?:?|cc:|from:|to:|by:|spoke (?:with|to)|talked (?:with|to)|met (?:with)?|spoken to|call(?:ed)? from|reported by|assigned to|referred by|seen by|reviewed by|approved by|prepared by|requested by|submitted by|written by|interviewed by|treated by|examined by|witnessed by|emailed|phoned|on behalf of|next of kin:?|guardian:?|emergency contact:?|wife,?|husband,?|son,?|daughter,?|mother,?|father,?|brother,?|sister,?|spouse,?|partner,?|colleague,?|manager,?|supervisor,?|nurse,?|tenant:?|customer:?|client:?|employee:?|applicant:?|student:?|teacher:?|beneficiary:?|payee:?|holder:?|recipient:?|sender:?|author:?|witness:?|defendant:?|plaintiff:?|ich bin|ich heiße|mein name ist|heiße|heißt|name:|sehr geehrte[rs]?|liebe[rs]?|patientin|patienten?|kunde|kundin|grüße,?|grüßen,?|gez\.|ansprechpartner(?:in)?:?|je suis|je m'appelle|s'appelle|cher|chère|bonjour|cordialement,?|patiente?|nom\s?:|me llamo|se llama|mi nombre es|soy|nombre\s?:|estimad[oa]|querid[oa]|hola|saludos,?|atentamente,?|paciente|cliente|mi chiamo|si chiama|sono|gentile|nome\s?:|caro|cara|paziente|saluti,?|meu nome é|me chamo|chamo-me|prezad[oa]|olá|ik ben|mijn naam is|beste|naam:|groeten?,?|jag heter|mitt namn är|hej|hälsningar,?|jeg heter|jeg hedder|mvh,?|hilsen,?|nimeni on|terveisin,?|nazywam się|imię i nazwisko:|pozdrawiam,?|меня зовут|зовут|пациент(?:ка)?|уважаем(?:ый|ая)|benim adım|adım|sayın)\s*$/;
/** Words after which a person is about as likely as a place or thing. */
export const FAINT_LEAD = /(?:\bfrom|\bto|\band|\bfor|\bthat|\bof)\s+$/;
export const WEAK_LEAD =
  /(?:\bby|\bwith|\btell|\bask|\bcontact|\bcall|\bthank|\bthanks|\bavec|\bpar|\bcon|\bpor|\bvon|\bmit|\bda|\bmed|\bwhen|\bbecause|\bwhile|\bemail|\bnotify|\binform|\bcopy|\binvite[ds]?|\bsaw|\bvisit(?:ed)?|\bhelped?|\bcc'?d?)\s+$/;
/** Verbs that have a person for subject, right after the name. */
export const PERSON_VERB =
  /^(?:['’]s)?,?\s?(?:\(?(?:aged?\s)?\d{1,3}\)?,?\s)?(?:has|had|who|whose|also|just|then|again|never|still)?\s?(?:said|says|told|tells|called|calls|wrote|writes|asked|asks|reported|reports|complain|confirmed|confirms|emailed|phoned|texted|lives|lived|resides|works|worked|was born|born|visited|mentioned|requested|requests|needs|wants|wanted|paid|ordered|bought|signed|booked|attended|presented|presents|denies|denied|admitted|was admitted|was seen|is a|was a|will|would|can be reached|can|could|replied|answered|explained|noted|stated|joined|resigned|moved|married|died|passed away|and (?:his|her|their)|from accounting|from sales|from hr|arrived|left|returned|agreed|refused|applied|sent|shared|submitted|thanked|complained|complains|suffers|underwent|received|picked up|dropped|missed|forgot|hat |ist |sagt|rief|schrieb|wohnt|bestätig|möchte|wurde geboren|geboren|a dit|a appelé|a écrit|habite|demande|souhaite|est né|dijo|llamó|escribió|vive|solicit|pidió|nació|ha detto|ha chiamato|ha scritto|abita|vive|disse|ligou|escreveu|mora|nasceu|zei|belde|schreef|woont|sade|ringde|skrev|bor|сказал|позвонил|написал|живет|живёт)/;
/** Words after capitalised words that make them the name of something else. */
export const THING_AFTER = set(
  'inc ltd llc plc gmbh corp corporation co company group holdings street st road rd avenue ave university college school hospital clinic airport bridge park river lake mountain mount valley award prize cup trophy theorem law effect disease syndrome equation constant institute museum library theatre theater stadium arena station building tower hotel restaurant foundation trust bank county city island islands bay beach sea ocean desert forest church cathedral street square market festival championship league fc afc united rovers test scale method algorithm model series edition version act bill treaty engine cream sauce salad pie soup coffee tea wine beer day week center centre mall plaza club team band orchestra press books records motors electronics pharmaceuticals industries systems software technologies solutions services partners associates products brothers sons pro max plus ultra mini air',
);
