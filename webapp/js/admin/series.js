/**
 * What a figure was, as far back as a chart shows, and the chart's line. Pure.
 */

/** As many values are kept: two minutes of one each two seconds. */
export const LENGTH = 60;

/**
 * The values with one more.
 *
 * @example
 * withNext([1, 2], 3) // => [1, 2, 3]
 *
 * @param {readonly number[]} values
 * @param {number} next
 */
export function withNext(values, next) {
  return [...values, next].slice(-LENGTH);
}

/**
 * The points of a line through the values, in a box of this size: the newest at the right edge, 0 at the bottom, and the
 * largest one a little below the top.
 *
 * @example
 * points([0, 10, 5], { width: 59, height: 11 }) // => "57,11 58,1 59,6"
 * points([0, 0], { width: 59, height: 11 }) // => "58,11 59,11"
 * points([], { width: 59, height: 11 }) // => ""
 *
 * @param {readonly number[]} values
 * @param {{ width: number, height: number }} box
 */
export function points(values, { width, height }) {
  const most = Math.max(...values, 0) || 1;
  const step = width / (LENGTH - 1);
  return values
    .map((value, index) => {
      const x = width - (values.length - 1 - index) * step;
      const y = height - (value / most) * (height - 1);
      return `${round(x)},${round(y)}`;
    })
    .join(' ');
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
