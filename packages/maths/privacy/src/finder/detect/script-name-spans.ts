import type { Span } from '../kinds.ts';

const SCRIPT_LABEL =
  /(?:고객명|고객|수신인|보호자|신청인|작성자|المريضة?|العميلة?|السيدة?|الموظف|المستفيد|客户|客戶|病人|申请人|申請人|收货人|持有人|签名|负责人|お客様|担当者?|申込者|保護者|姓名|氏名|名前|患者|お名前|联系人|聯絡人|收件人|이름|성명|환자|담당자|الاسم|اسم المريض)\s?[:：は]?\s?([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,8}|[\p{Script=Hangul}]{2,5}|[\p{Script=Arabic}]{2,12}(?: [\p{Script=Arabic}]{2,12}){1,3})/gu;
const SCRIPT_TITLE =
  /(?<![\p{Script=Han}])([\p{Script=Han}]{2,4}|[\p{Script=Hangul}]{3,4})\s?(?:さん|様|先生|女士|小姐|씨|님)/gu;

/** Names in Chinese, Japanese, Korean or Arabic after a label or before a title: those scripts have no capitals. */
export function labelledScripts(text: string): Span[] {
  const spans: Span[] = [];
  if (!/[\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text)) return spans;
  for (const form of [SCRIPT_LABEL, SCRIPT_TITLE]) {
    for (const match of text.matchAll(form)) {
      const name = match[1] ?? '';
      const start = match.index + match[0].indexOf(name);
      if (!spans.some((span) => start < span.end))
        spans.push({ kind: 'person-name', start, end: start + name.length, confidence: 0.8 });
    }
  }
  return spans;
}
