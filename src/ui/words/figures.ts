/** Figures as they appear on screen. All numbers pass through here, none is formatted in place. */
const LOCALE = 'en';

const integer = new Intl.NumberFormat(LOCALE);
const decimal = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
});
const hundredths = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const toTwoDigits = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 2 });
const toTenths = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const finePercent = new Intl.NumberFormat(LOCALE, {
  style: 'percent',
  maximumSignificantDigits: 2,
});
const thousandths = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 3 });
const tenThousandths = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4 });
const signedHundredths = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
});
const bytes = new Intl.NumberFormat(LOCALE, {
  style: 'unit',
  unit: 'megabyte',
  maximumFractionDigits: 0,
});
const fineBytes = new Intl.NumberFormat(LOCALE, {
  style: 'unit',
  unit: 'megabyte',
  maximumSignificantDigits: 2,
});

export const count = (value: number): string => integer.format(value);
export const cosine = (value: number): string => decimal.format(value);
export const overlap = (value: number): string => hundredths.format(value);
/** An expected count, which need not be whole. */
export const expectation = (value: number): string =>
  value < 10 ? tenths(value) : count(Math.round(value));
export const tenths = (value: number): string => toTenths.format(value);
export const share = (value: number): string => percent.format(value);
/** A p value: "0.28", "0.0005". */
export const probability = (value: number): string => toTwoDigits.format(value);
/** A share that may be far below one per cent: "50%", "0.028%". */
export const fineShare = (value: number): string => finePercent.format(value);
export const megabytes = (value: number): string => bytes.format(value / 2 ** 20);

/** A size of anything: "0.014 MB", "7.9 MB", "125 MB". */
export const fileSize = (value: number): string =>
  value < 10 * 2 ** 20 ? fineBytes.format(value / 2 ** 20) : megabytes(value);

/** "1 passage", "312 passages". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** "about 4 s", "about 3 min". */
export function duration(seconds: number): string {
  return seconds < 90
    ? `about ${count(Math.max(1, Math.round(seconds)))} s`
    : `about ${count(Math.round(seconds / 60))} min`;
}

/** A chance in (0, 1] as p values are written: ".284", ".0005", "1". */
export function chance(value: number): string {
  return (value < 0.01 ? tenThousandths : thousandths).format(value).replace(/^0\./, '.');
}

/** A number with its sign: "+0.12", "−0.05". */
export const signed = (value: number): string => signedHundredths.format(value).replace('-', '−');
