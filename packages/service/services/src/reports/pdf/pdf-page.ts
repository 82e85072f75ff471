import { readFile } from 'node:fs/promises';
import PdfDocument from 'pdfkit';

/** Points; A4 upright. */
const MARGIN = 48;
const GAP = 4;
const COLOURS = { ink: '#1a1d21', soft: '#565e68', line: '#d5dae0', panel: '#f5f6f8' };

export type PdfColumn = {
  title: string;
  /** Share of the width. */
  share: number;
  end?: boolean;
};
export type PdfCell = string | { text: string; colour: string };

/**
 * A document of running text, tables and tiles, page after page, with its number at the foot. Text is text: it can be
 * selected and searched, in Latin, Greek, Cyrillic and more; signs that the font has not come out as boxes.
 */
export type PdfPage = ReturnType<typeof pageOn>;

/** Where a package's file is, asked in a way that bundlers leave alone. */
async function fontBytes(file: string): Promise<Buffer> {
  const { createRequire } = process.getBuiltinModule('node:module');
  return readFile(createRequire(import.meta.url).resolve(['dejavu-fonts-ttf', 'ttf', file].join('/')));
}

/** Makes a PDF of what `write` puts down. The same content and date give the same text at the same places. */
export async function makePdf(
  about: { title: string; subject: string; foot: string; at: Date },
  write: (page: PdfPage) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PdfDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN + 16, left: MARGIN, right: MARGIN },
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: about.title, Subject: about.subject, Creator: 'Assay', CreationDate: about.at },
  });
  doc.registerFont('plain', await fontBytes('DejaVuSans.ttf'));
  doc.registerFont('strong', await fontBytes('DejaVuSans-Bold.ttf'));
  const parts: Buffer[] = [];
  const done = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on('error', reject);
  });
  write(pageOn(doc));
  const { count } = doc.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    doc.switchToPage(at);
    // Below the margin, where text would otherwise begin another page.
    doc.page.margins.bottom = 0;
    doc
      .font('plain')
      .fontSize(7.5)
      .fillColor(COLOURS.soft)
      .text(about.foot, MARGIN, doc.page.height - MARGIN + 4, { width: widthOf(doc) - 60, lineBreak: false })
      .text(`${at + 1} / ${count}`, MARGIN, doc.page.height - MARGIN + 4, {
        width: widthOf(doc),
        align: 'right',
      });
  }
  doc.end();
  return done;
}

type Doc = InstanceType<typeof PdfDocument>;

const widthOf = (doc: Doc): number => doc.page.width - 2 * MARGIN;
const bottomOf = (doc: Doc): number => doc.page.height - doc.page.margins.bottom;

function pageOn(doc: Doc) {
  /** Begins a page where what comes would not fit on this one. */
  const room = (height: number): void => {
    if (doc.y + height > bottomOf(doc)) doc.addPage();
  };
  const text = (words: string, style: { size?: number; strong?: boolean; colour?: string } = {}): void => {
    doc
      .font(style.strong === true ? 'strong' : 'plain')
      .fontSize(style.size ?? 9)
      .fillColor(style.colour ?? COLOURS.ink)
      .text(words, MARGIN, doc.y, { width: widthOf(doc), lineGap: 1.5 });
  };
  return {
    text,
    soft: (words: string): void => text(words, { size: 8.5, colour: COLOURS.soft }),
    heading: (words: string): void => {
      room(70);
      doc.moveDown(1);
      text(words, { size: 12, strong: true });
      doc.moveDown(0.3);
    },
    list: (items: readonly string[], numbered = false): void => {
      for (const [at, item] of items.entries()) {
        doc.font('plain').fontSize(9).fillColor(COLOURS.ink);
        const width = widthOf(doc) - 16;
        room(doc.heightOfString(item, { width }) + GAP);
        const y = doc.y;
        doc.text(numbered ? `${at + 1}.` : '•', MARGIN + 2, y, { lineBreak: false });
        doc.text(item, MARGIN + 16, y, { width, lineGap: 1.5 });
        doc.y += 1;
      }
    },
    /** A coloured bar beside a large word and what explains it. */
    verdict: (words: string, colour: string): void => {
      room(40);
      doc.moveDown(0.6);
      const y = doc.y;
      doc.font('strong').fontSize(14).fillColor(colour);
      doc.text(words, MARGIN + 12, y, { width: widthOf(doc) - 12 });
      doc.rect(MARGIN, y - 2, 4, doc.y - y + 2).fill(colour);
      doc.moveDown(0.4);
    },
    /** Figures in threes: a name, a value, and what stands beside it. */
    tiles: (tiles: readonly { name: string; value: string; beside: string }[]): void => {
      const width = (widthOf(doc) - 2 * 8) / 3;
      for (let at = 0; at < tiles.length; at += 3) {
        room(58);
        const y = doc.y;
        for (const [place, tile] of tiles.slice(at, at + 3).entries()) {
          const x = MARGIN + place * (width + 8);
          doc.roundedRect(x, y, width, 52, 4).lineWidth(0.7).stroke(COLOURS.line);
          const inside = { width: width - 16, height: 12, ellipsis: true };
          doc
            .font('plain')
            .fontSize(7.5)
            .fillColor(COLOURS.soft)
            .text(tile.name, x + 8, y + 6, inside);
          doc.font('strong').fontSize(13).fillColor(COLOURS.ink);
          doc.text(tile.value, x + 8, y + 18, { ...inside, height: 18 });
          doc
            .font('plain')
            .fontSize(7)
            .fillColor(COLOURS.soft)
            .text(tile.beside, x + 8, y + 38, inside);
        }
        doc.x = MARGIN;
        doc.y = y + 58;
      }
    },
    table: (columns: readonly PdfColumn[], rows: readonly (readonly PdfCell[])[]): void => {
      const widths = columns.map((column) => column.share * widthOf(doc));
      const line = (cells: readonly PdfCell[], head: boolean): void => {
        doc.font(head ? 'strong' : 'plain').fontSize(head ? 7.5 : 8);
        const texts = cells.map((cell) => (typeof cell === 'string' ? cell : cell.text));
        const height =
          Math.max(...texts.map((each, at) => doc.heightOfString(each, { width: (widths[at] ?? 40) - 8 }))) +
          2 * GAP;
        if (!head && doc.y + height > bottomOf(doc)) {
          doc.addPage();
          line(
            columns.map((column) => column.title),
            true,
          );
          doc.font('plain').fontSize(8);
        }
        const y = doc.y;
        let x = MARGIN;
        for (const [at, each] of texts.entries()) {
          const cell = cells[at];
          doc.fillColor(head ? COLOURS.soft : typeof cell === 'object' ? cell.colour : COLOURS.ink);
          doc.text(each, x, y + GAP, {
            width: (widths[at] ?? 40) - 8,
            align: columns[at]?.end === true ? 'right' : 'left',
          });
          x += widths[at] ?? 40;
        }
        doc
          .moveTo(MARGIN, y + height)
          .lineTo(MARGIN + widthOf(doc), y + height)
          .lineWidth(0.5)
          .stroke(COLOURS.line);
        doc.x = MARGIN;
        doc.y = y + height;
      };
      room(40);
      line(
        columns.map((column) => column.title),
        true,
      );
      for (const row of rows) line(row, false);
      doc.moveDown(0.5);
    },
  };
}
