// Shows what the server tells. Whatever comes from a device is set as text, never as markup.

const LAMPS = {
  working: { word: "Busy", icon: "●" },
  passed: { word: "Pass", icon: "✔" },
  failed: { word: "Fail", icon: "✖" },
  known: { word: "Seen", icon: "↺", long: "Passed before: nothing was done to it" },
  empty: { word: "Empty", icon: "○" },
};
const STEPS = {
  identify: "Identifying", program: "Programming", test: "Testing", calibrate: "Calibrating", check: "Reading back",
};
const STAGES = {
  upload: "Sending", setState: "Marking", reset: "Restarting", wait: "Restarting", verify: "Verifying", confirm: "Confirming",
};
const MANY = 60;
const LOG = 80;
const SILENCE = 3000;

const $ = id => document.getElementById(id);
const cards = new Map();
let order = {};
let running = true;
let filter = "all";
let opened = null;
let heard = 0;
let control = false;
let waiting = null;

function text(node, value) {
  if (node.textContent !== value) node.textContent = value;
}

function make(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

// ---- cards

function newCard(address) {
  const button = make("button");
  button.type = "button";
  button.tabIndex = cards.size === 0 ? 0 : -1;
  const card = {
    address, button, data: {}, log: [], lines: 0,
    lamp: make("p", "lamp"), who: make("p", "who"), step: make("span"), rate: make("span"),
    bar: make("progress"), words: make("p", "words"), tail: make("p", "tail"),
  };
  card.doing = make("p", "doing", card.step, card.rate);
  card.node = make("li", "card empty",
    make("div", "top", make("h3", "", button), card.lamp), card.who, card.doing, card.bar, card.words, card.tail);
  button.addEventListener("click", () => open(card));
  cards.set(address, card);
  $("cards").append(card.node);
  return card;
}

function update(data, whole) {
  const card = cards.get(data.address) ?? newCard(data.address);
  const before = card.data.lamp;
  const untold = whole ? data.log.length : Math.max(0, data.lines - (data.lines < card.lines ? 0 : card.lines));
  if (whole || data.lines < card.lines || data.lines === 0) card.log = [];
  card.log = untold === 0 ? card.log : card.log.concat(data.log.slice(-untold)).slice(-LOG);
  card.lines = data.lines;
  card.data = data;
  draw(card);
  if (!whole && before !== data.lamp && data.lamp === "failed") say(`${data.name} failed: ${data.reason}. ${data.advice}`);
}

function draw(card) {
  const { data } = card;
  const lamp = LAMPS[data.lamp];
  card.node.className = `card ${data.lamp}`;
  text(card.button, data.name);
  text(card.lamp, lamp.word);
  card.lamp.dataset.icon = lamp.icon;
  text(card.who, [data.serialNumber, data.board].filter(Boolean).join(" · "));
  const sending = data.lamp === "working" && data.step === "program" && data.length;
  text(card.step, data.lamp === "working" ? doing(data) : data.lamp === "passed" ? `Done in ${seconds(data.ended - data.since)}` : "");
  text(card.rate, sending && data.stage === "upload" ? rate(data.bytesPerSecond) : "");
  card.doing.hidden = !["working", "passed"].includes(data.lamp);
  card.bar.hidden = !sending;
  if (sending) {
    card.bar.max = data.length;
    card.bar.value = data.offset;
    card.bar.setAttribute("aria-label", `${data.name}: firmware sent`);
  }
  const words = { failed: data.advice, known: lamp.long }[data.lamp];
  card.words.hidden = !words;
  text(card.words, words ?? "");
  card.words.classList.toggle("todo", data.lamp === "failed");
  text(card.tail, card.log.at(-1) ?? "");
  card.node.hidden = filter !== "all" && filter !== data.lamp;
  if (opened === card) drawDetail();
}

function doing(data) {
  return (data.step === "program" && STAGES[data.stage]) || STEPS[data.step] || "Found";
}

function rate(bytes) {
  return bytes ? `${(bytes / 1000).toFixed(1)} kB/s` : "";
}

function seconds(millis) {
  return millis < 100000 ? `${(millis / 1000).toFixed(1)} s` : `${Math.round(millis / 60000)} min`;
}

// ---- one card, large

function open(card) {
  opened = card;
  text($("aside-answer"), "");
  drawDetail();
  $("detail").showModal();
  $("detail-log").scrollTop = $("detail-log").scrollHeight;
}

function drawDetail() {
  const { data, log } = opened;
  const lamp = LAMPS[data.lamp];
  text($("detail-title"), data.name);
  $("detail").className = data.lamp;
  text($("detail-lamp"), data.lamp === "working" ? doing(data) : lamp.long ?? lamp.word);
  $("detail-lamp").dataset.icon = lamp.icon;
  $("detail-why").replaceChildren(...(data.lamp === "failed"
    ? [make("p", "todo", data.advice), make("p", "reason", data.reason)] : []));
  $("aside").hidden = !control || !(data.lamp === "empty" || (data.lamp === "failed" && !data.serialNumber && !data.setAside));
  const facts = [
    ["Serial number", data.serialNumber], ["Board", data.board], ["Hardware ID", data.uid],
    ["Firmware sent", data.length && `${data.offset} of ${data.length} bytes`], ["Rate", rate(data.bytesPerSecond)],
    ["Put in", data.since && new Date(data.since).toLocaleTimeString([], { hour12: false })],
    ["Took", data.ended && seconds(data.ended - data.since)], ["Address", data.address],
  ];
  $("detail-facts").replaceChildren(...facts.filter(([, value]) => value)
    .flatMap(([name, value]) => [make("dt", "", name), make("dd", "", value)]));
  const pre = $("detail-log");
  const atEnd = pre.scrollTop + pre.clientHeight >= pre.scrollHeight - 8;
  text(pre, log.join("\n") || "Nothing was printed.");
  if (atEnd) pre.scrollTop = pre.scrollHeight;
}

$("detail").addEventListener("close", () => {
  opened?.button.focus();
  opened = null;
});

// ---- moving among cards

$("cards").addEventListener("keydown", event => {
  const shown = [...cards.values()].filter(card => !card.node.hidden);
  const at = shown.findIndex(card => card.button === document.activeElement);
  if (at < 0) return;
  const row = shown.filter(card => card.node.offsetTop === shown[0].node.offsetTop).length;
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + row, ArrowUp: at - row, Home: 0, End: shown.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  focus(shown[Math.min(Math.max(to, 0), shown.length - 1)]);
});

function focus(card) {
  cards.forEach(other => { other.button.tabIndex = other === card ? 0 : -1; });
  card.button.focus();
  card.node.scrollIntoView({ block: "nearest" });
}

// ---- filters

const filters = ["all", ...Object.keys(LAMPS)].map(name => {
  const button = make("button");
  button.type = "button";
  button.addEventListener("click", () => choose(name));
  $("filters").append(button);
  return { name, button };
});

function choose(name) {
  filter = name;
  cards.forEach(draw);
  count();
  const first = [...cards.values()].find(card => !card.node.hidden);
  cards.forEach(card => { card.button.tabIndex = card === first ? 0 : -1; });
}

function count() {
  const counts = { all: cards.size };
  cards.forEach(({ data }) => { counts[data.lamp] = (counts[data.lamp] ?? 0) + 1; });
  filters.forEach(({ name, button }) => {
    text(button, `${name === "all" ? "All" : LAMPS[name].word} ${counts[name] ?? 0}`);
    button.setAttribute("aria-pressed", String(filter === name));
  });
  $("none").hidden = filter === "all" || (counts[filter] ?? 0) > 0;
  document.body.classList.toggle("many", cards.size > MANY);
}

// ---- figures

function drawOrder() {
  text($("product"), order.product ?? "Factory line");
  text($("order-line"), order.number ? `Order ${order.number} · firmware ${order.version}` : "Waiting for a work order");
  text($("quantity"), order.quantity ? ` of ${order.quantity}` : "");
  $("done").max = order.quantity || 1;
  document.title = order.number ? `${order.number} – factory line` : "Factory line";
}

function drawTotals({ passed, failed, unknown, perHour }) {
  text($("passed"), String(passed));
  text($("failed"), String(failed));
  text($("unknown"), unknown ? `${unknown} unknown` : "");
  text($("rate"), String(perHour));
  text($("yield"), passed + failed === 0 ? "–" : `${(100 * passed / (passed + failed)).toFixed(1)} %`);
  $("done").value = passed;
  document.querySelector(".figure.bad").classList.toggle("some", failed > 0);
}

function drawPlot(minutes) {
  const svg = $("plot");
  if (minutes.length === 0) {
    svg.replaceChildren();
    return;
  }
  const from = minutes[0].at;
  const span = Math.max(15, (minutes.at(-1).at - from) / 60 + 1);
  const width = Math.ceil(span / 60);
  const bins = Array.from({ length: Math.ceil(span / width) }, () => ({ passed: 0, failed: 0 }));
  minutes.forEach(minute => {
    const bin = bins[Math.floor((minute.at - from) / 60 / width)];
    bin.passed += minute.passed;
    bin.failed += minute.failed;
  });
  const top = Math.max(1, ...bins.map(bin => bin.passed + bin.failed));
  svg.setAttribute("viewBox", `0 0 ${bins.length * 10} 60`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.replaceChildren(...bins.flatMap((bin, i) => [
    bar("fail", i, 60, bin.failed * 60 / top),
    bar("pass", i, 60 - bin.failed * 60 / top, bin.passed * 60 / top),
  ]));
  const done = minutes.reduce((sum, minute) => sum + minute.passed + minute.failed, 0);
  text($("plot-text"), `${done} boards since ${clock(from)}, a bar is ${width === 1 ? "a minute" : `${width} minutes`}, `
    + `at most ${top}; green passed, red failed`);
}

function bar(kind, index, bottom, height) {
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rect.setAttribute("class", kind);
  rect.setAttribute("x", index * 10 + 1);
  rect.setAttribute("y", bottom - height);
  rect.setAttribute("width", 8);
  rect.setAttribute("height", height);
  return rect;
}

function drawFailures(failures) {
  $("failures").replaceChildren(...failures.map(failure => {
    const where = cards.get(failure.address)?.data.name ?? failure.address;
    const time = make("time", "", clock(Number(failure.at)));
    return make("li", "",
      make("p", "where", make("span", "", failure.serialNumber ?? `Unknown board, ${where}`), time),
      make("p", "todo", failure.advice), make("p", "reason", failure.reason));
  }));
  $("no-failures").hidden = failures.length > 0;
}

function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
}

function say(words) {
  text($("news"), words);
}

// ---- what takes a token

function ask(action) {
  waiting = action;
  $("token").value = "";
  $("ask").showModal();
}

function withToken(action) {
  if (sessionStorage.token) action(sessionStorage.token);
  else ask(action);
}

$("hold").addEventListener("click", () => withToken(hold));
$("aside").addEventListener("click", () => withToken(setAside));
$("ask").addEventListener("close", () => {
  text($("ask-answer"), "");
  if ($("ask").returnValue === "ok") waiting($("token").value);
});

// The answer of the server, or none while the token was wrong and is asked for again.
async function post(path, token, again) {
  const answer = await fetch(`line/${path}`, { method: "POST", headers: { Authorization: `Bearer ${token}` } });
  const words = await answer.text();
  if (answer.status === 403) {
    delete sessionStorage.token;
    ask(again);
    text($("ask-answer"), words);
    return undefined;
  }
  sessionStorage.token = token;
  return words;
}

function hold(token) {
  return post(running ? "suspend" : "resume", token, hold);
}

async function setAside(token) {
  const words = await post(`set-aside?address=${encodeURIComponent(opened.address)}`, token, setAside);
  if (words) text($("aside-answer"), words);
}

function drawRunning() {
  text($("hold"), running ? "Hold the line" : "Go on");
  drawLink();
}

fetch("rights").then(answer => answer.json()).then(rights => {
  control = rights.control;
  $("hold").hidden = !control;
});

// ---- what the server tells

function take(news, whole) {
  heard = Date.now();
  if (news.order) { order = news.order; drawOrder(); }
  if (news.running !== undefined) { running = news.running; drawRunning(); }
  if (news.positions) { news.positions.forEach(position => update(position, whole)); count(); }
  if (news.totals) drawTotals(news.totals);
  if (news.minutes) drawPlot(news.minutes);
  if (news.failures) drawFailures(news.failures);
  drawLink();
}

function drawLink() {
  const down = Date.now() - heard > SILENCE;
  $("link").className = `link ${down ? "down" : running ? "live" : ""}`;
  text($("link"), down ? "No connection: what you see is old" : running ? "Live" : "On hold: no new boards");
}

const source = new EventSource("events");
source.addEventListener("all", event => take(JSON.parse(event.data), true));
source.addEventListener("news", event => take(JSON.parse(event.data), false));
source.addEventListener("tick", () => take({}, false));

function tick() {
  text($("clock"), new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false }));
  drawLink();
}
setInterval(tick, 1000);
tick();
