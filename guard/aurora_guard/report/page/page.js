"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const SEVERITIES = ["critical", "high", "medium", "low"];
const STEP = 200;

/** Make an element: its attributes, and texts or elements inside it. Texts are never read as HTML. */
function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...content);
  return element;
}

const byId = (id) => document.getElementById(id);
const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const resourceOf = (finding) => data.resources[finding.urn] || { type: "", name: finding.urn, source: "" };
const statusOf = (finding) => (finding.status === "fail" && !finding.mandatory ? "warn" : finding.status);

function badge(text, kind) {
  return make("span", { class: `badge ${kind}` }, text);
}

function table(headings, rows) {
  const head = make("tr", {}, ...headings.map((text) => make("th", { scope: "col" }, text)));
  const body = rows.map((cells) => make("tr", {}, ...cells.map((cell) => make("td", {}, cell))));
  const whole = make("table", {}, make("thead", {}, head), make("tbody", {}, ...body));
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": headings.join(", ") }, whole);
}

function showSummary() {
  byId("title").textContent = `${data.project}/${data.stack}`;
  const packs = data.packs.map((pack) => `${pack.name} ${pack.version}`).join(", ");
  byId("subtitle").textContent = `${plural(data.resourceCount, "resource")}, ${plural(data.controls.length, "control")} of ${packs}`;
  const count = (status) => data.findings.filter((finding) => statusOf(finding) === status).length;
  const failed = count("fail");
  const warned = count("warn");
  const verdict = byId("verdict");
  verdict.textContent = failed
    ? `${plural(failed, "failure")} of mandatory controls: the update stops.`
    : warned ? `Nothing stops the update; ${plural(warned, "warning")}.` : "Every control passed that could be judged.";
  verdict.className = failed ? "bad" : warned ? "warn" : "good";
  const tiles = [["failed", failed], ["warned", warned], ["unknown", count("unknown")], ["exempt", count("exempt")], ["passed", data.passed]];
  if (data.unjudged.length) tiles.push(["not judged", data.unjudged.length]);
  byId("tiles").append(...tiles.map(([name, number]) => make("li", {}, make("strong", {}, String(number)), name)));
  byId("made").textContent = `Made by Aurora Guardrails on ${data.made}.`;
}

const filters = {};
let shown = STEP;

function showFilters() {
  const choices = {
    severity: SEVERITIES,
    status: ["fail", "warn", "unknown", "exempt", "pass"],
    scope: [...new Set(data.controls.map((control) => control.scope).filter(Boolean))].sort(),
    framework: data.frameworks.map((framework) => framework.id),
    topic: data.topics.map((topic) => topic.name),
  };
  for (const [name, values] of Object.entries(choices)) {
    if (!values.length) continue;
    const options = [make("option", { value: "" }, "all"), ...values.map((value) => make("option", { value }, value))];
    const select = make("select", { name }, ...options);
    filters[name] = select;
    byId("filters").append(make("label", {}, name[0].toUpperCase() + name.slice(1), select));
  }
  if (data.framework) filters.framework.value = data.framework;
  filters.text = make("input", { type: "search", name: "text", placeholder: "control, resource, type" });
  byId("filters").append(make("label", {}, "Contains", filters.text));
  byId("filters").addEventListener("input", () => { shown = STEP; showFindings(); });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("more").addEventListener("click", () => { shown += STEP; showFindings(); });
}

function matches(finding) {
  const control = data.controls[finding.control];
  const resource = resourceOf(finding);
  const chosen = (name) => (filters[name] ? filters[name].value : "");
  const status = chosen("status");
  if (status ? statusOf(finding) !== status : finding.status === "pass") return false;
  if (chosen("severity") && control.severity !== chosen("severity")) return false;
  if (chosen("scope") && control.scope !== chosen("scope")) return false;
  if (chosen("topic") && control.topic !== chosen("topic")) return false;
  if (chosen("framework") && !control.requirements.some((item) => item.startsWith(`${chosen("framework")}:`))) return false;
  const text = `${control.name} ${control.title} ${resource.type} ${resource.name} ${finding.message}`.toLowerCase();
  return text.includes(filters.text.value.trim().toLowerCase());
}

function showFindings() {
  const found = data.findings.filter(matches);
  byId("count").textContent = `${plural(found.length, "finding")}${filters.status.value ? "" : ", passed ones left out"}`;
  byId("list").replaceChildren(...found.slice(0, shown).map(findingCard));
  byId("more").hidden = found.length <= shown;
}

function findingCard(finding) {
  const control = data.controls[finding.control];
  const resource = resourceOf(finding);
  const status = statusOf(finding);
  const head = make("summary", {}, badge(control.severity, control.severity), badge(status, status === "fail" ? "critical" : status === "warn" ? "medium" : status),
    make("strong", {}, control.name), ` on ${resource.name}`);
  const facts = [["Requires", control.title], ["Finding", finding.message], ["Property", finding.property], ["Fix", finding.status === "fail" ? control.remediation : ""],
    ["Resource", `${resource.type} ${resource.name}`], ["Source", resource.source], ["Level", control.level], ["URN", finding.urn],
    ["Requirements", control.requirements.join(", ")]];
  const list = make("dl");
  for (const [term, text] of facts) {
    if (text) list.append(make("dt", {}, term), make("dd", {}, text));
  }
  if (/^https:\/\//.test(control.url)) {
    list.append(make("dt", {}, "Guide"), make("dd", {}, make("a", { href: control.url, rel: "noreferrer" }, control.url)));
  }
  return make("details", {}, head, list);
}

function bar(counts, total) {
  const parts = ["met", "failing", "unknown"].map((kind) => make("span", { class: kind, style: `width:${(100 * (counts[kind] || 0)) / (total || 1)}%` }));
  return make("div", { class: "bar", "aria-hidden": "true" }, ...parts);
}

function counted(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] || 0) + 1;
  return counts;
}

function inWords(counts) {
  return ["failing", "unknown", "met", "no evidence"].filter((kind) => counts[kind]).map((kind) => `${counts[kind]} ${kind}`).join(", ");
}

function showFrameworks() {
  for (const framework of data.frameworks) {
    const counts = counted(framework.requirements.map((requirement) => requirement.standing));
    const rows = framework.requirements.map((requirement) => [requirement.id, requirement.title,
      badge(requirement.standing, requirement.standing.split(" ")[0]), requirement.failing.join(", ")]);
    byId("framework-list").append(make("details", data.framework ? { open: "" } : {},
      make("summary", {}, make("strong", {}, `${framework.name} ${framework.version}`), `: ${inWords(counts)}`),
      bar(counts, framework.requirements.length), table(["Requirement", "Title", "Standing", "Failing controls"], rows)));
  }
}

function showTopics() {
  const rows = data.topics.map((topic) => [topic.name, bar(topic.counts, topic.total), inWords(topic.counts) || "no evidence"]);
  byId("topic-list").append(table(["Topic", "Score", "Controls"], rows));
}

function showExemptions() {
  const exempt = data.findings.filter((finding) => finding.status === "exempt");
  byId("exemption-list").append(exempt.length
    ? table(["Control", "Resource", "Reason", "Owner", "Until"], exempt.map((finding) => [data.controls[finding.control].name, resourceOf(finding).name,
      (finding.exemption && finding.exemption.reason) || finding.message, (finding.exemption && finding.exemption.owner) || "", (finding.exemption && finding.exemption.expires) || ""]))
    : make("p", { class: "note" }, "There are none."));
}

function showUndecided() {
  const unknown = data.findings.filter((finding) => finding.status === "unknown");
  const rows = [...unknown.map((finding) => [resourceOf(finding).name, data.controls[finding.control].name, finding.message]),
    ...data.unjudged.map((entry) => [`${entry.type} ${entry.name}`, "not judged", entry.reason])];
  byId("undecided-list").append(rows.length ? table(["Resource", "Control", "Why, and what would decide it"], rows) : make("p", { class: "note" }, "There are none."));
}

const SVG = "http://www.w3.org/2000/svg";
function draw(tag, attributes, ...content) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

const width = (text) => Math.ceil(text.length * 6.6) + 24;

/** The diagram as ELK's graph: containers hold their members, every other node is a leaf with room for its text. */
function elkGraph(diagram) {
  const nodes = new Map(diagram.nodes.map((node) => [node.id, { id: node.id, children: [], node }]));
  const roots = [];
  for (const entry of nodes.values()) (nodes.has(entry.node.parent) ? nodes.get(entry.node.parent).children : roots).push(entry);
  for (const entry of nodes.values()) {
    const lines = [entry.node.label, entry.node.detail].filter(Boolean);
    const wide = Math.max(...lines.map(width), 80);
    if (entry.children.length) {
      entry.layoutOptions = { "elk.padding": "[top=40,left=16,bottom=16,right=16]", "elk.nodeSize.constraints": "MINIMUM_SIZE", "elk.nodeSize.minimum": `(${wide + 32},60)` };
    } else {
      entry.width = wide;
      entry.height = 18 + 16 * lines.length;
    }
  }
  return {
    id: "root",
    layoutOptions: { "elk.algorithm": "layered", "elk.direction": "RIGHT", "elk.hierarchyHandling": "INCLUDE_CHILDREN", "elk.spacing.nodeNode": "18",
      "elk.layered.spacing.nodeNodeBetweenLayers": "60", "elk.spacing.edgeLabel": "4", "elk.json.edgeCoords": "ROOT" },
    children: roots,
    edges: diagram.edges.map((edge, place) => ({ id: `e${place}`, sources: [edge.source], targets: [edge.target], edge,
      labels: edge.label ? [{ text: edge.label, width: edge.label.length * 5.6 + 6, height: 12 }] : [] })),
  };
}

function drawNode(entry, x, y, into) {
  const { node } = entry;
  const left = x + entry.x;
  const top = y + entry.y;
  const mark = node.failing ? "fail" : node.warning ? "warn" : "";
  const kind = entry.children.length ? "group" : "box";
  const group = draw("g", {}, draw("rect", { x: left, y: top, width: entry.width, height: entry.height, rx: 6, class: `${kind} ${mark}` }));
  group.append(draw("title", {}, `${node.kind}: ${node.label}${node.marks.length ? ` (${node.marks.join(", ")})` : ""}`));
  [node.label, node.detail].filter(Boolean).forEach((text, line) => group.append(draw("text", { x: left + 10, y: top + 18 + 16 * line }, text)));
  if (mark) group.append(draw("text", { x: left + entry.width - 18, y: top + 16, class: `mark ${mark}` }, mark === "fail" ? "✕" : "!"));
  into.append(group);
  for (const child of entry.children) drawNode(child, left, top, into);
}

function drawEdge(entry, into) {
  for (const section of entry.sections || []) {
    const points = [section.startPoint, ...(section.bendPoints || []), section.endPoint].map((point) => `${point.x},${point.y}`);
    into.append(draw("polyline", { points: points.join(" "), class: `edge ${entry.edge.kind}`, "marker-end": "url(#arrow)" }));
  }
  for (const label of entry.labels) into.append(draw("text", { x: label.x, y: label.y + 10, class: "edge-label" }, label.text));
}

async function showArchitecture() {
  const diagram = data.diagram;
  if (!diagram || !diagram.nodes.length) {
    byId("picture").append(make("p", {}, "The stack has no network, database or key to draw."));
    byId("paths").hidden = true;
    return;
  }
  const names = new Map(diagram.nodes.map((node) => [node.id, `${node.kind} ${node.label}`]));
  byId("paths").querySelector("ul").append(...diagram.edges.map((edge) =>
    make("li", {}, `${names.get(edge.source)} ${edge.kind} ${names.get(edge.target)}${edge.label ? `: ${edge.label}` : ""}`)));
  const laid = await new ELK().layout(elkGraph(diagram));
  const svg = draw("svg", { viewBox: `0 0 ${laid.width} ${laid.height}`, width: laid.width, height: laid.height, role: "img", "aria-label": "Architecture; the text below says the same in words" });
  svg.append(draw("defs", {}, draw("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse" },
    draw("path", { d: "M0,0 L8,4 L0,8 z", fill: "currentColor" }))));
  for (const child of laid.children) drawNode(child, 0, 0, svg);
  for (const edge of laid.edges) drawEdge(edge, svg);
  byId("picture").append(svg);
}

window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((element) => { element.open = true; }));

showSummary();
showFilters();
showFindings();
showFrameworks();
showTopics();
showExemptions();
showUndecided();
showArchitecture().then(() => { document.body.dataset.ready = "yes"; });
