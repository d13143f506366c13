// Times as people read them, in the service's zone whatever the zone of the device.

const zone = document.body.dataset.zone;
const locale = document.documentElement.lang.startsWith("zh") ? "zh-CN" : "en-GB";

const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
const hourFormat = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const weekdayFormat = format({ weekday: "long" });
const dateFormat = format({ month: "long", day: "numeric" });
const dayFormat = format({ weekday: "long", month: "long", day: "numeric" });
const yearDayFormat = format({ weekday: "long", year: "numeric", month: "long", day: "numeric" });
const shortFormat = format({ month: "short", day: "numeric" });
const partsFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone, hourCycle: "h23",
  year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
});

/** The local calendar day of an instant, as "2026-11-22". */
export function dayKey(at) {
  const part = Object.fromEntries(partsFormat.formatToParts(at).map((p) => [p.type, p.value]));
  return `${part.year}-${part.month}-${part.day}`;
}

/** Milliseconds since local midnight of 1970, for turning the hands of a clock. */
export function wallMillis(at) {
  const part = Object.fromEntries(partsFormat.formatToParts(at).map((p) => [p.type, Number(p.value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
}

export const hour = (at) => hourFormat.format(at);
export const weekday = (at) => weekdayFormat.format(at);
export const date = (at) => dateFormat.format(at);
export const shortDate = (at) => shortFormat.format(at);

/** Weekday and date; the year too where it isn't the year that `beside` lies in. */
export function longDay(at, beside) {
  const same = dayKey(at).slice(0, 4) === dayKey(beside).slice(0, 4);
  return (same ? dayFormat : yearDayFormat).format(at);
}
