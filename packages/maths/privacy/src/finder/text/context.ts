const REACH = 48;

/** The lower-case text just before an offset, within the same line, at most 48 code units. */
export function contextBefore(text: string, at: number): string {
  const slice = text.slice(Math.max(0, at - REACH), at).toLowerCase();
  const line = slice.lastIndexOf('\n');
  return line === -1 ? slice : slice.slice(line + 1);
}

/** The lower-case text just after an offset, at most 32 code units. */
export function contextAfter(text: string, at: number): string {
  return text.slice(at, at + 32).toLowerCase();
}

/** Words that announce a telephone number. */
export const PHONE_CONTEXT: RegExp =
  /(?:phone|tel\b|tel[.:é]|telef|tlf|tfno|teléf|mobile|mobil\b|mobiel|cell|celular|móvil|movil|handy|fax|whats ?app|\btext\b|\btxt\b|viber|signal me|call|ring|reach|dial|text me|sms|portable|numéro|numero|rufnummer|rückruf|contact|puh\.?|gsm|landline|hotline|voicemail|тел|电话|手机|電話|전화|هاتف|durchwahl|appel|llam|ligue|chiam|bel mij|ring meg|dzwo|(?:my|his|her|their|your|our) (?:new |work |home |cell )?(?:number|no\.?|nr|line)|\bnum\b|\bnumber(?: is|:| was|'s)|\bnr (?:ist|is)|\bliam|\bligar|โทร|연락처|\bph\b|\bm:|\bt:|\bt\.|\bmob\b|nomor|sđt|điện thoại|simu|telp|\bhp\b|\bfijo\b|\bfisso\b|\bfixe\b|\bfijos?\b|\bvast nummer|numeroni|numerem|numer\b|numara|\bbroj|\bčíslo|szám|номер|\bcep\b|tālr|тлф|pager)[^\n]{0,28}$/;

/** Words that announce a number of another kind, just before it. */
export const OTHER_NUMBER_CONTEXT: RegExp =
  /(?:order|invoice|sku|part|serial|ref|reference|tracking|item|isbn|issn|ticket|case|p\.?o\.?|model|version|build|batch|lot|imei|ean|upc|gtin|barcode|doi|vin|catalogue|catalog|art|artikel|bestell\w*|rechnung\w*|auftrag\w*|pedido|factura|commande|facture|ordine|fattura|encomenda|product|asset|article|patent|docket|flight|timestamp|epoch|transaction|txn|confirmation|booking|shipment|parcel|awb|waybill|meter|licen[cs]e|permit|code|dimensions?|size|range|score|coordinates|clause|section|standard|iso|din|drawing|job|work order|po|rma|vat|ust|siret|nip|cnpj|abn|duns)[\s.:#-]*(?:no|nr|num|number|nummer|id|code|key|is|was|=|n°|nº)?[\s.:#-]*$/;
