/**
 * The figures as numbers, as charts that move, and as a table of counts.
 */

import { html, nothing, render, svg } from 'lit-html';
import { byId } from '../shell/dom.js';
import { points, withNext } from './series.js';
import text from './text.js';

const BOX = { width: 120, height: 40 };

/**
 * What each chart shows of a reading.
 *
 * @type {Record<keyof import('./text.js').Text['charts'], (reading: import('./api.js').Reading) => number>}
 */
const CHARTS = {
  connections: ({ connections }) => connections,
  people: ({ people }) => people,
  rooms: ({ rooms }) => rooms,
  messagesIn: ({ perSecond }) => perSecond.messagesIn,
  messagesOut: ({ perSecond }) => perSecond.messagesOut,
  bytesIn: ({ perSecond }) => perSecond.bytesIn,
  bytesOut: ({ perSecond }) => perSecond.bytesOut,
  logQueue: ({ logQueue }) => logQueue,
};

export function figuresView() {
  /** @type {Record<string, number[]>} */
  const series = {};

  /** @param {import('./api.js').Reading} reading */
  function show(reading) {
    byId('running').textContent = text.running(reading.version, reading.node);
    render(states(reading), byId('states'));
    render(
      Object.entries(CHARTS).map(([name, figure]) => {
        series[name] = withNext(series[name] ?? [], figure(reading));
        return chart(/** @type {keyof typeof CHARTS} */ (name), series[name]);
      }),
      byId('charts'),
    );
    render(counts(reading), byId('counts'));
  }

  return { show };
}

/** @param {import('./api.js').Reading} reading */
function states({ history, historyTrouble, broker, draining }) {
  const kept = historyTrouble ? text.notStored(historyTrouble) : history === 'memory' ? text.inMemory : text.stored;
  return html`<p class="states">
    <span class=${historyTrouble ? 'state-bad' : 'state-good'}>${kept}</span>
    <span>${text.brokers[broker]}</span>
    <span class=${draining ? 'state-bad' : 'state-good'}>${draining ? text.draining : text.letIn}</span>
  </p>`;
}

/**
 * The number is the text; the picture says the same to who cannot see it.
 *
 * @param {keyof typeof CHARTS} name
 * @param {number[]} values
 */
function chart(name, values) {
  const title = text.charts[name];
  const now = number(values[values.length - 1]);
  const most = number(Math.max(...values));
  return html`<figure class="chart">
    <figcaption>${title}</figcaption>
    <p class="chart-now" data-chart=${name}>${now}</p>
    <svg role="img" aria-label=${text.chart(title, now, most)} viewBox="0 0 ${BOX.width} ${BOX.height}" preserveAspectRatio="none">
      ${svg`<polyline class="ground" points="0,${BOX.height} ${BOX.width},${BOX.height}" /><polyline points=${points(values, BOX)} />`}
    </svg>
  </figure>`;
}

/** @param {import('./api.js').Reading} reading */
function counts(reading) {
  const own = Object.entries(text.counts).map(([figure, words]) =>
    row(words, reading[/** @type {keyof typeof text.counts} */ (figure)], figure),
  );
  const rejects = Object.entries(reading.rejectsByCode).map(([code, count]) => row(text.reject(code), count, `reject ${code}`));
  const closes = Object.entries(reading.closesByCode).map(([code, count]) => row(text.closing(code), count, `close ${code}`));
  return html`<div class="table" tabindex="0" role="region" aria-label=${text.countsTitle}>
    <table>
      <caption>
        ${text.countsTitle}
      </caption>
      <thead>
        <tr>
          <th scope="col">${text.figure}</th>
          <th scope="col" class="number">${text.value}</th>
        </tr>
      </thead>
      <tbody>
        ${own} ${rejects.length ? rejects : nothing} ${closes.length ? closes : nothing}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {string} words
 * @param {number} count
 * @param {string} figure
 */
function row(words, count, figure) {
  return html`<tr>
    <td>${words}</td>
    <td class="number" data-figure=${figure}>${number(count)}</td>
  </tr>`;
}

/** @param {number} value */
function number(value) {
  return new Intl.NumberFormat(text.lang, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}
