// Makes boards of any size, always the same for the same size: lanes of boxes that read like a design;
// and drops them on the page.

const ROLES = ["ingest", "process", "process", "store", "serve"];
const LABELS = {
  source: ["Card terminals", "Order service", "Sensors"],
  ingest: ["Kafka", "Event Hubs", "Kinesis"],
  process: ["Flink", "Feature builder", "Spark streaming"],
  store: ["Delta Lake", "Feature store", "Warehouse"],
  serve: ["Score API", "Model serving", "Query API"],
  consumer: ["Analysts", "Dashboard", "Risk desk"],
};
const TEAMS = ["Payments", "Risk", "Platform", "Analytics"];
const LANE = 10;
const STEP = { x: 300, y: 180 };
const SIZE = [168, 88];

/** A board file's text, with `boxes` boxes and `edges` edges (as a rule three for two boxes). */
export function boardText(boxes, edges = Math.floor(boxes * 1.5)) {
  const lanes = Math.ceil(boxes / LANE);
  const wide = Math.max(1, Math.round(Math.sqrt((lanes * STEP.y) / (STEP.x * LANE))));
  const all = Array.from({ length: boxes }, (_, index) => box(index, wide));
  const board = {
    sketchlint: 1,
    title: `A board of ${boxes} boxes`,
    track: "data-engineer",
    scope: {
      latency: { text: "p99 ≤ 800 ms from event to answer", status: "stated" },
      volume: { text: "50k ev/s peak, 20k ev/s average, 1 KB each", status: "stated" },
      cost: { text: "≤ $900k/month", status: "assumed" },
    },
    boxes: all,
    edges: arrows(all, wide, edges),
  };
  return `${JSON.stringify(board, null, 2)}\n`;
}

/** Gives the page a file to be dropped later: carrying it there is no cost of the page. */
export function hold(page, text) {
  return page.evaluate((content) => {
    window.held = new DataTransfer();
    window.held.items.add(new File([content], "made.board.json", { type: "application/json" }));
  }, text);
}

/** Drops the file that the page holds. */
export function drop(page) {
  return page.evaluate(() => {
    const event = new DragEvent("drop", { dataTransfer: window.held, bubbles: true, cancelable: true });
    document.getElementById("canvas").dispatchEvent(event);
  });
}

function box(index, wide) {
  const step = index % LANE;
  const lane = Math.floor(index / LANE);
  const role = step === 0 ? "source" : step === LANE - 1 ? "consumer" : ROLES[(step - 1) % ROLES.length];
  const column = (lane % wide) * LANE + step;
  return {
    id: `b${index}`,
    role,
    label: `${LABELS[role][lane % LABELS[role].length]} ${index}`,
    constraints: `${20 + (index % 7) * 10}k ev/s, p99 ${5 + (index % 9)} ms, ${1 + (index % 5)}-day replay, 99.9%, $${1 + (index % 8)}k/mo`,
    because: { answers: ["latency", "volume"], text: "" },
    owner: TEAMS[(lane + step) % TEAMS.length],
    at: [column * STEP.x, Math.floor(lane / wide) * STEP.y],
    size: SIZE,
  };
}

/** First every lane from its source to its consumer, then arrows to the lane below. */
function arrows(all, wide, count) {
  const along = all.slice(1).flatMap((box, index) => ((index + 1) % LANE ? [[all[index], box]] : []));
  const across = all.slice(LANE * wide).flatMap((box, index) => {
    const from = all[index];
    return from.role === "consumer" || box.role === "source" ? [] : [[from, box]];
  });
  return [...along, ...across].slice(0, count).map(([from, to], index) => ({
    id: `e${index}`,
    from: from.id,
    to: to.id,
    label: "events",
    constraints: `p99 ${1 + (index % 4)} ms, at-least-once`,
    owner: from.owner === to.owner ? from.owner : `${from.owner} -> ${to.owner}`,
  }));
}
