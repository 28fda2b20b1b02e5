import { ReactFlow, useEdgesState, useNodesState } from "@xyflow/react";
import { createRoot } from "react-dom/client";
import "@xyflow/react/dist/style.css";
import { asked, culled, middleOf, tell } from "./asked.js";

const { boxes, edges, middle, camera } = asked;
const firstNodes = boxes.map(({ id, label, x, y, width, height }) => ({
  id,
  position: { x, y },
  data: { label },
  style: { width, height },
  sourcePosition: "right",
  targetPosition: "left",
}));
const firstEdges = edges.map(({ id, from, to }) => ({ id, source: from, target: to }));
let flow;

function Board() {
  const [nodes, , changeNodes] = useNodesState(firstNodes);
  const [links, , changeLinks] = useEdgesState(firstEdges);
  return (
    <ReactFlow
      nodes={nodes}
      edges={links}
      onNodesChange={changeNodes}
      onEdgesChange={changeLinks}
      minZoom={0.01}
      panOnScroll
      defaultViewport={{ x: camera.x, y: camera.y, zoom: camera.scale }}
      onlyRenderVisibleElements={culled}
      onInit={(instance) => {
        flow = instance;
      }}
    />
  );
}

createRoot(document.getElementById("root")).render(<Board />);
const links = () => document.querySelectorAll(".react-flow__edge-path").length;
tell({
  drawn: () => flow && links() >= (culled ? 1 : edges.length),
  place: () => Object.values(flow.getNode(middle.id).position),
  centre: () => middleOf(document.querySelector(`[data-id="${middle.id}"]`)),
});
