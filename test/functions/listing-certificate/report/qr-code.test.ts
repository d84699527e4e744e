import { create } from 'qrcode';
import { expect, it } from 'vitest';
import { reportFonts } from '../../../../functions/listing-certificate/report/fonts.ts';
import { pageFlow } from '../../../../functions/listing-certificate/report/page-flow.ts';
import { drawQrCode } from '../../../../functions/listing-certificate/report/qr-code.ts';
import { reportDocument } from '../../../../functions/listing-certificate/report/report-document.ts';
import { REPORT_FORM } from '../../../../functions/listing-certificate/report/report-form.ts';
import { verificationUrl } from '../../../../functions/listing-certificate/report/verification-url.ts';
import { sampleFacts } from '../sample-facts.ts';
import { type RenderedPage, renderedPages } from './rendered-page.ts';

const PLACE = { x: 100, y: 120, size: 120 };
const QUIET = 4;
const PIXELS_PER_POINT = 3;

it('shows every module of the QR code dark or light as it must be, with a quiet zone', async () => {
  const url = verificationUrl('http://localhost:4700', 'LJHG-2026-000123', 'K7QM-3XRT-9PWD');

  const page = await drawn(url);

  const { modules } = create(url, { errorCorrectionLevel: 'M' });
  const unit = PLACE.size / (modules.size + 2 * QUIET);
  const wrong: string[] = [];
  for (let row = -QUIET; row < modules.size + QUIET; row += 1)
    for (let column = -QUIET; column < modules.size + QUIET; column += 1) {
      const inside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      const expected = inside && modules.get(row, column) === 1;
      const ink = page.ink(PLACE.x + (column + QUIET + 0.5) * unit, PLACE.y + (row + QUIET + 0.5) * unit);
      if (ink > 128 !== expected) wrong.push(`${row},${column}`);
    }
  expect(wrong).toEqual([]);
});

it('leads to the public page with number and code, whatever characters the number has', () => {
  expect(verificationUrl('https://example.test', '两江〔2026〕1号', 'A&B')).toBe(
    `https://example.test/verify/${encodeURIComponent('两江〔2026〕1号')}?code=A%26B`,
  );
});

async function drawn(text: string): Promise<RenderedPage> {
  const doc = reportDocument({
    facts: sampleFacts(),
    form: REPORT_FORM,
    credentialJwt: 'a.b.c',
    fonts: reportFonts(),
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  doc.addPage();
  drawQrCode(pageFlow(doc), text, PLACE);
  doc.end();
  await ended;
  const [page] = await renderedPages(Buffer.concat(chunks), PIXELS_PER_POINT);
  if (!page) throw new Error('no page');
  return page;
}
