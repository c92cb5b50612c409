// Line charts as SVG.

import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';

const WIDTH = 720;
const HEIGHT = 400;
const MARGIN = { top: 48, right: 150, bottom: 56, left: 76 };
const COLORS = ['#8a8f98', '#c8501e', '#2b6cb0', '#2f855a'];

/**
 * @param chart - `title`, `x` and `y` (each `label`, `isLog`, `ticks`), and `series`, each a `name`
 * and `points` of `[x, y]`
 */
export function lineChart({ title, x, y, series }) {
  const points = series.flatMap((one) => one.points);
  const scaleX = scale(
    x,
    points.map(([value]) => value),
    [MARGIN.left, WIDTH - MARGIN.right],
  );
  const scaleY = scale(
    y,
    points.map(([, value]) => value),
    [HEIGHT - MARGIN.bottom, MARGIN.top],
  );
  const path = line(
    ([value]) => scaleX(value),
    ([, value]) => scaleY(value),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(MARGIN.left, 26, title, 'font-size="16" font-weight="bold"'),
    ...ticksOf(x, scaleX).map((value) => verticalLine(scaleX(value), value)),
    ...ticksOf(y, scaleY).map((value) => horizontalLine(scaleY(value), value)),
    text((MARGIN.left + WIDTH - MARGIN.right) / 2, HEIGHT - 14, x.label, 'text-anchor="middle"'),
    text(0, 0, y.label, `text-anchor="middle" transform="translate(20 ${HEIGHT / 2}) rotate(-90)"`),
    ...series.map((one, i) => drawSeries(one, COLORS[i], path, scaleX, scaleY)),
    '</svg>',
    '',
  ].join('\n');
}

function scale({ isLog }, values, range) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return isLog ? scaleLog([low * 0.8, high * 1.25], range) : scaleLinear([0, high * 1.1], range);
}

function ticksOf({ ticks }, scaled) {
  return ticks ?? scaled.ticks(6);
}

function verticalLine(x, value) {
  const bottom = HEIGHT - MARGIN.bottom;
  return `<path d="M${x},${MARGIN.top}V${bottom}" stroke="#e2e4e8"/>${text(x, bottom + 18, format(value), 'text-anchor="middle"')}`;
}

function horizontalLine(y, value) {
  const right = WIDTH - MARGIN.right;
  return `<path d="M${MARGIN.left},${y}H${right}" stroke="#e2e4e8"/>${text(MARGIN.left - 8, y + 4, format(value), 'text-anchor="end"')}`;
}

function drawSeries({ name, points }, color, path, scaleX, scaleY) {
  const [lastX, lastY] = points.at(-1);
  const dots = points.map(([x, y]) => `<circle cx="${scaleX(x)}" cy="${scaleY(y)}" r="3"/>`);
  const label = text(scaleX(lastX) + 10, scaleY(lastY) + 4, name, `fill="${color}"`);
  return `<g fill="${color}"><path d="${path(points)}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join('')}</g>${label}`;
}

function text(x, y, content, attributes = '') {
  return `<text x="${x}" y="${y}" ${attributes}>${content}</text>`;
}

function format(value) {
  return value.toLocaleString('en').replaceAll(',', ' ');
}
